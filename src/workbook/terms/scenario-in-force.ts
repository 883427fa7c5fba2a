import { knownName } from '../../calc/nearest';
import { placesOf } from '../../terms/places';
import { runBatch } from '../excel-batch';
import { type TermsReport, done, refused } from './report';
import { NO_TABLE, locateTerms } from './terms-sheet';

/** Writes the name of a scenario into the cell Scenario, so that all sheets follow it. */
export function setScenarioInForce(name: string): Promise<TermsReport> {
  return runBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return refused(NO_TABLE);
    if (!located.scenarioCell) {
      return refused('The workbook has no cell named Scenario. Refresh the model to have it back.');
    }
    const places = placesOf(located.range.values);
    if ('refusal' in places) return refused(places.refusal);
    const known = knownName(
      places.header.scenarios.map((scenario) => scenario.name),
      name,
    );
    if (known === undefined) return refused(`The table has no scenario "${name}" any more.`);
    located.scenarioCell.values = [[known]];
    await context.sync();
    return done(`${known} is in force.`);
  });
}

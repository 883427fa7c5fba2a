import { knownName } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { placesOf } from '../../terms/table/places';
import { type Turn, runInTurn } from './in-turn';
import { asText } from './as-text';
import { NO_TABLE, locateTerms } from './terms-sheet';
import { done, type Outcome } from '../step-outcome';

/** Writes the name of a scenario into the cell Scenario, so that all sheets follow it. */
export function setScenarioInForce(name: string, turn: Turn = runInTurn): Promise<Outcome> {
  return turn(async (context) => {
    const located = await locateTerms(context);
    if (!located) return new Refusal(NO_TABLE);
    const { scenarioCell, values } = located;
    if (!scenarioCell) {
      return new Refusal('The workbook has no cell called Scenario. Choose Refresh to have it back.');
    }
    const places = placesOf(values);
    if (places instanceof Refusal) return places;
    const known = knownName(
      places.header.scenarios.map((scenario) => scenario.name),
      name,
    );
    if (known === undefined) {
      return new Refusal(
        `The Terms table has no scenario "${name}" any more: somebody renamed or deleted it. Choose another.`,
      );
    }
    const formula = String(scenarioCell.formulas[0]?.[0] ?? '');
    if (formula.startsWith('=')) {
      return new Refusal(
        `The cell Scenario (${scenarioCell.address}) comes out of the formula ${formula}, which is left as it is. Choose the scenario where the formula takes it from, or clear the cell.`,
      );
    }
    if (await isLocked(context, scenarioCell)) {
      return new Refusal(
        `The cell Scenario (${scenarioCell.address}) is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.`,
      );
    }
    scenarioCell.values = [[asText(known)]];
    await context.sync();
    return done(`${known} is in force.`);
  });
}

async function isLocked(context: Excel.RequestContext, cell: Excel.Range): Promise<boolean> {
  const sheet = cell.worksheet.protection.load('protected');
  const own = cell.format.protection.load('locked');
  await context.sync();
  return sheet.protected && own.locked;
}

import { knownName, plain } from '../../calc/nearest';
import { newScenarioColumn } from '../../terms/edit';
import { type TermPlaces, placesOf } from '../../terms/places';
import { scenarioNameRefusal } from '../../terms/scenario-name';
import { runBatch } from '../excel-batch';
import { type TermsReport, done, refused } from './report';
import { type LocatedTerms, NO_TABLE, locateTerms } from './terms-sheet';

interface Located extends LocatedTerms {
  readonly table: Excel.Table;
  readonly places: TermPlaces;
  /** Without Base. */
  readonly scenarios: readonly string[];
}

/** Adds a scenario right of the others. It says nothing yet: all is as in Base. */
export const addScenario = (name: string): Promise<TermsReport> =>
  onTable(async (context, located) => {
    const refusal = scenarioNameRefusal(name, located.scenarios);
    if (refusal !== undefined) return refused(refusal);
    addColumn(located, newScenarioColumn(located.places), name.trim(), () => '');
    await context.sync();
    return done(`Added the scenario ${name.trim()}: all its terms are those of Base.`);
  });

/** Adds a scenario that says what another one says, right of it; of Base, one that says nothing yet. */
export const duplicateScenario = (from: string, name: string): Promise<TermsReport> =>
  onTable(async (context, located) => {
    const { places, range } = located;
    const refusal = scenarioNameRefusal(name, located.scenarios);
    if (refusal !== undefined) return refused(refusal);
    const column = places.column(from);
    const known = knownName(['Base', ...located.scenarios], from);
    if (column === undefined || known === undefined) return refused(goneSentence(from));
    addColumn(located, column + 1, name.trim(), (row) =>
      known === 'Base' ? '' : (range.formulas[row]?.[column] ?? ''),
    );
    await context.sync();
    return done(`${name.trim()} is a copy of ${known}.`);
  });

/** Renames a scenario; the cell Scenario follows where it was in force. */
export const renameScenario = (from: string, name: string): Promise<TermsReport> =>
  onTable(async (context, located) => {
    const known = knownName(located.scenarios, from);
    const column = places(located, known);
    if (known === undefined || column === undefined) return refused(goneSentence(from));
    const others = located.scenarios.filter((scenario) => scenario !== known);
    const refusal = scenarioNameRefusal(name, others);
    if (refusal !== undefined) return refused(refusal);
    located.range.getCell(located.places.header.row, column).values = [[name.trim()]];
    if (isInForce(located, known) && located.scenarioCell) located.scenarioCell.values = [[name.trim()]];
    await context.sync();
    return done(`${known} is now called ${name.trim()}.`);
  });

/** Removes the column of a scenario and nothing else; Base comes into force where it was. */
export const deleteScenario = (name: string): Promise<TermsReport> =>
  onTable(async (context, located) => {
    const known = knownName(located.scenarios, name);
    const column = places(located, known);
    if (known === undefined || column === undefined) return refused(goneSentence(name));
    const wasInForce = isInForce(located, known);
    if (wasInForce && located.scenarioCell) located.scenarioCell.values = [['Base']];
    located.table.columns.getItemAt(column).delete();
    await context.sync();
    return done(`Deleted the scenario ${known}.${wasInForce ? ' Base is in force now.' : ''}`);
  });

const places = ({ places: found }: Located, name: string | undefined): number | undefined =>
  name === undefined ? undefined : found.column(name);

const isInForce = ({ scenarioCell }: Located, name: string): boolean =>
  plain(String(scenarioCell?.values[0]?.[0] ?? '')) === plain(name);

const goneSentence = (name: string): string =>
  `The table has no scenario "${name}" any more: somebody renamed or deleted it. Choose another.`;

function addColumn(
  { table, range, places: { header } }: Located,
  at: number,
  name: string,
  cell: (row: number) => unknown,
): void {
  const column = table.columns.add(
    at,
    range.formulas.map((_row, row) => [row === header.row ? name : cell(row)]) as string[][],
  );
  column.name = name;
}

function onTable(
  step: (context: Excel.RequestContext, located: Located) => Promise<TermsReport>,
): Promise<TermsReport> {
  return runBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return refused(NO_TABLE);
    const { table } = located;
    if (!table) {
      return refused(
        'The name Terms stands for plain cells, not for a table. Select them, press Ctrl+T, and name the table TermsTable.',
      );
    }
    const found = placesOf(located.range.values);
    if ('refusal' in found) return refused(found.refusal);
    const scenarios = found.header.scenarios.slice(1).map(({ name }) => name);
    return step(context, { ...located, table, places: found, scenarios });
  });
}

import { cellOf } from '../../base/cell';
import { knownName, plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { newScenarioColumn } from '../../terms/entry/edit';
import { type TermPlaces, placesOf } from '../../terms/table/places';
import { scenarioNameRefusal } from '../../terms/table/scenario-name';
import { type Turn, runInTurn } from './in-turn';
import { asText } from './as-text';
import { formulaOf } from './edit-plan';
import { applyLook, applyWidths, loadLook, loadStyles, loadWidths } from './looks';
import { offerColumns } from './scenario-list';
import { identityOf } from '../../terms/catalogue/term-name';
import { type LocatedTerms, NO_TABLE, locateTerms, protectedSentence } from './terms-sheet';
import { done, type Outcome } from '../step-outcome';

interface Located extends LocatedTerms {
  readonly table: Excel.Table;
  readonly places: TermPlaces;
  /** Without Base, from left to right. */
  readonly scenarios: readonly string[];
}

/**
 * Adds a scenario right of the others. It says nothing yet: all its terms are those of Base.
 * @param description goes into the row Scenario | Description, where the table has one
 */
export const addScenario = (name: string, description = ''): Promise<Outcome> =>
  onTable(runInTurn, async (context, located) => {
    const refusal = scenarioNameRefusal(name, located.scenarios);
    if (refusal) return refusal;
    const described = located.places.row(...identityOf('Scenario', 'Description'));
    await addColumn(context, located, newScenarioColumn(located.places), name.trim(), (row) =>
      row === described ? asText(description) : '',
    );
    return done(`Added the scenario ${name.trim()}: all its terms are those of Base.`);
  });

/**
 * Adds a scenario that says what another one says, right of it; of Base, one that says nothing yet. It has no weight:
 * the weights would no longer add up.
 */
export const duplicateScenario = (from: string, name: string, turn: Turn = runInTurn): Promise<Outcome> =>
  onTable(turn, async (context, located) => {
    const { places } = located;
    const known = knownName(['Base', ...located.scenarios], from);
    const column = known === undefined ? undefined : places.column(known);
    if (known === undefined || column === undefined) return new Refusal(goneSentence(from));
    const refusal = scenarioNameRefusal(name, located.scenarios);
    if (refusal) return refusal;
    const weight = places.row(...identityOf('Scenario', 'Weight'));
    const at = known === 'Base' ? newScenarioColumn(places) : column + 1;
    await addColumn(context, located, at, name.trim(), (row) =>
      known === 'Base' || row === weight ? '' : copied(located, row, column),
    );
    return done(`Added the scenario ${name.trim()}, a copy of ${known}.`);
  });

/** Renames a scenario; the cell Scenario follows where it was in force. */
export const renameScenario = (from: string, name: string): Promise<Outcome> =>
  onTable(runInTurn, async (context, located) => {
    const { range, places, scenarios, scenarioCell } = located;
    const known = knownName(scenarios, from);
    const column = known === undefined ? undefined : places.column(known);
    if (known === undefined || column === undefined) return new Refusal(goneSentence(from));
    const refusal = scenarioNameRefusal(
      name,
      scenarios.filter((scenario) => scenario !== known),
    );
    if (refusal) return refusal;
    range.getCell(places.header.row, column).values = [[asText(name.trim())]];
    if (isInForce(located, known) && scenarioCell) scenarioCell.values = [[asText(name.trim())]];
    await context.sync();
    return done(`${known} is now called ${name.trim()}.`);
  });

/** Removes the column of a scenario and nothing else; where it was in force, Base comes into force. */
export const deleteScenario = (name: string, turn: Turn = runInTurn): Promise<Outcome> =>
  onTable(turn, async (context, located) => {
    const { table, range, values, places, scenarios, scenarioCell } = located;
    const known = knownName(scenarios, name);
    const column = known === undefined ? undefined : places.column(known);
    if (known === undefined || column === undefined) return new Refusal(goneSentence(name));
    const wasInForce = isInForce(located, known);
    if (wasInForce && scenarioCell) scenarioCell.values = [['Base']];
    const widths = loadWidths(range, values[0]?.length ?? 0);
    await context.sync();
    table.columns.getItemAt(column).delete();
    applyWidths(
      table.getHeaderRowRange(),
      widths.map(({ columnWidth }) => columnWidth).filter((_width, at) => at !== column),
      column,
    );
    const rest = places.header.scenarios.map((scenario) => scenario.column).filter((at) => at !== column);
    offer(located, Math.min(...rest), Math.max(...rest.map((at) => (at > column ? at - 1 : at))));
    await context.sync();
    return done(`Deleted the scenario ${known}.${wasInForce ? ' Base is in force now.' : ''}`);
  });

/** A constant stays what it is: text that looks like a number stays text. */
function copied(located: Located, row: number, column: number): string | number | boolean {
  const formula = formulaOf(located, row, column);
  if (formula !== undefined) return formula;
  const value = located.values[row]?.[column];
  return typeof value === 'number' || typeof value === 'boolean' ? value : asText(String(value ?? ''));
}

const isInForce = ({ scenarioCell }: Located, name: string): boolean => {
  const cell = cellOf(scenarioCell?.values[0]?.[0]);
  return (cell.holds === 'text' || cell.holds === 'number') && plain(String(cell.value)) === plain(name);
};

const goneSentence = (name: string): string =>
  `The Terms table has no scenario "${name}" any more: somebody renamed or deleted it. Choose another.`;

/** The new column shows numbers and dates as Base does, and looks like it. */
async function addColumn(
  context: Excel.RequestContext,
  located: Located,
  at: number,
  name: string,
  cell: (row: number) => string | number | boolean,
): Promise<void> {
  const { table, range, values, numberFormats, places } = located;
  const { row: headerRow, scenarios } = places.header;
  const base = places.column('Base') ?? 0;
  const look = loadLook(table.getDataBodyRange().getColumn(base));
  const headerLook = loadLook(table.getHeaderRowRange().getColumn(base));
  const formats = loadWidths(range, values[0]?.length ?? 0);
  await context.sync();
  const styles = loadStyles(context, [look, headerLook]);
  if (styles.size > 0) await context.sync();
  const widths = formats.map(({ columnWidth }) => columnWidth);
  context.application.suspendApiCalculationUntilNextSync();
  const column = table.columns.add(
    at,
    values.map((_row, row) => [row === headerRow ? asText(name) : '']),
  );
  const body = column.getDataBodyRange();
  applyLook(body, look, styles);
  applyLook(column.getHeaderRowRange(), headerLook, styles);
  body.numberFormat = numberFormats.slice(headerRow + 1).map((row) => [row[base] ?? 'General']);
  applyWidths(
    table.getHeaderRowRange(),
    [...widths.slice(0, at), widths[base] ?? 0, ...widths.slice(at)],
    at,
  );
  body.formulas = values.slice(headerRow + 1).map((_row, place) => [cell(headerRow + 1 + place)]);
  const columns = [
    ...scenarios.map((scenario) => (scenario.column >= at ? scenario.column + 1 : scenario.column)),
    at,
  ];
  offer(located, Math.min(...columns), Math.max(...columns));
  await context.sync();
}

/** The list in the cell Scenario has the names of all columns again. */
function offer({ table, scenarioCell }: Located, first: number, last: number): void {
  if (scenarioCell) offerColumns(scenarioCell, table.getHeaderRowRange(), first, last);
}

function onTable(
  turn: Turn,
  step: (context: Excel.RequestContext, located: Located) => Promise<Outcome>,
): Promise<Outcome> {
  return turn(async (context) => {
    const located = await locateTerms(context);
    if (!located) return new Refusal(NO_TABLE);
    const { table } = located;
    if (!table) {
      return new Refusal(
        'The name Terms stands for plain cells, not for a table. Select them, press Ctrl+T, and call the table TermsTable.',
      );
    }
    const places = placesOf(located.values);
    if (places instanceof Refusal) return places;
    if (located.isProtected) return new Refusal(protectedSentence(located));
    const scenarios = places.header.scenarios.slice(1).map(({ name }) => name);
    return step(context, { ...located, table, places, scenarios });
  });
}

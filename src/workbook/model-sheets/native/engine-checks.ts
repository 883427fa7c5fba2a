import { checkContract } from '../../../contract/checks/checks';
import type { ContractLine } from '../../../contract/lines/contract-line';
import type { Contract } from '../../../contract/contract';
import { TABLE_NAME } from '../../terms/terms-sheet';
import { COLUMNS, letterOf, placeOf, seriesLetter } from '../plan/columns';
import { byScenario, engineId, frozen } from '../sheets/engine-totals';
import { CELL_NAMES } from '../plan/names';
import type { NativeForm } from './native-form';
import { INPUT_COLUMN, unreadTerms } from './native-inputs';
import { FORMATS, formatOf, type NumberFormat } from '../plan/number-formats';
import { type Places, quoted } from '../plan/places';
import type { Content, PlanCell, PlanWriter } from '../plan/plan';
import { sheetOf } from '../sheets/schedule-blocks';
import { cell, labelCell, sectionRow } from '../sheets/series-sheet';
import { NATIVE_BLOCKS } from '../plan/sheet-form';

const KEY = 'Checks';
/** Points, of the columns with what the engine found for each scenario. */
export const scenarioWidths = ({ table }: Contract): Readonly<Record<string, number>> =>
  Object.fromEntries(
    table.scenarios.map((_name, scenario) => [seriesLetter(FIRST_SCENARIO + scenario), SCENARIO_WIDTH]),
  );

const SCENARIO_WIDTH = 96;
/** The column after that of the tolerance: what the engine found, one column for each scenario. */
const FIRST_SCENARIO = 1;

/** Differences that doubles may leave, by unit; besides, a share of the total. */
const SMALLEST: Readonly<Record<string, string>> = { currency: '0.0001', tokens: '1' };
const SMALLEST_OF_OTHERS = '1E-9';
const SHARE = '1E-12';

/** Native sheets against the engine, line by line, as long as the terms are those that the engine was asked about. */
export function addEngineChecks(write: PlanWriter, native: NativeForm): void {
  const { contract } = native;
  sectionRow(
    write,
    NATIVE_BLOCKS.engine,
    'Native sheets against what Meterbook found',
    'Compared as long as the terms are the same',
  );
  write.add({
    id: 'head.engine',
    cells: {
      C: cell('Line, added up over the months', 'tableHead'),
      D: cell('head.engine', 'id'),
      ...Object.fromEntries(
        ['Native', 'Meterbook', 'Difference', 'Pass', 'Where', 'Tolerance'].map((title, place) => [
          letterOf(placeOf(COLUMNS.constant) + place),
          cell(title, title === 'Where' ? 'tableHead' : 'tableHeadOfNumbers'),
        ]),
      ),
      ...byScenario(contract, FIRST_SCENARIO, (scenario) =>
        cell(contract.table.scenarios[scenario] ?? '', 'tableHeadWrapped'),
      ),
    },
  });
  addInputsChanged(write);
  addUnread(write, native);
  for (const line of contract.model.lines) addLine(write, native, line);
}

/** A column of the inputs on the Schedule. */
function inputColumn(places: Places, column: string): string {
  const [first, last] = [places.row('Schedule', 'head.inputs') + 1, places.row('Schedule', 'end.inputs')];
  return `${quoted(places.sheet('Schedule').name)}!$${column}$${first}:$${column}$${last}`;
}

/** How many terms have another value than when the sheets turned native; the figures of the engine hold for none. */
function addInputsChanged(write: PlanWriter): void {
  write.add({
    id: 'engine.inputs',
    cells: {
      C: labelCell('Terms changed since (the lines below are compared while there are none)'),
      D: cell('engine.inputs', 'id'),
      E: cell((places) => `=SUM(${inputColumn(places, COLUMNS.check)})`, 'link', FORMATS.whole),
      I: cell('Schedule, inputs', 'note'),
    },
  });
}

/** Terms that came in since: the formulas read those that were there. */
function addUnread(write: PlanWriter, native: NativeForm): void {
  const { contract } = native;
  const unread = (places: Places): string =>
    `=SUMPRODUCT((${TABLE_NAME}[Live]<>"")*1)-SUMPRODUCT((${inputColumn(places, INPUT_COLUMN.live)}<>"")*(${inputColumn(places, INPUT_COLUMN.place)}>0)*1)`;
  write.add({
    id: 'engine.unread',
    cells: {
      C: labelCell('Terms with a value that no formula reads; if more, bring the workbook back to Meterbook'),
      D: cell('engine.unread', 'id'),
      E: cell(unread, 'link', FORMATS.whole),
      F: cell(inForce(contract.table.scenarios.length), 'calculated', FORMATS.whole),
      ...verdict('0', 'Terms'),
      ...byScenario(contract, FIRST_SCENARIO, (scenario) =>
        frozen(unreadTerms(native, scenario), 'engine', FORMATS.whole),
      ),
    },
  });
}

function addLine(write: PlanWriter, { contract }: NativeForm, line: ContractLine): void {
  const key = sheetOf(line);
  const id = engineId(line.id);
  const format = formatOfSum(line);
  const engine = (scenario: number): PlanCell => {
    const values = contract
      .evaluation(scenario)
      .series(line)
      .filter((value) => !value.isNaN());
    return frozen(
      values.reduce((sum, value) => sum + value.toNumber(), 0),
      'engine',
      format,
    );
  };
  write.add({
    id,
    cells: {
      C: labelCell(line.label),
      D: cell(id, 'id'),
      E: cell(
        (places) =>
          line.scalar
            ? `=${places.cell(key, line.id, COLUMNS.constant)}`
            : `=SUM(${places.series(key, line.id, KEY)})`,
        'link',
        format,
      ),
      F: cell(inForce(contract.table.scenarios.length), 'calculated', format),
      ...verdict(`MAX(${SMALLEST[line.unit] ?? SMALLEST_OF_OTHERS},ABS($F@)*${SHARE})`, key),
      ...byScenario(contract, FIRST_SCENARIO, engine),
    },
  });
}

/** Dates and shares added up over the months are neither. */
function formatOfSum(line: ContractLine): NumberFormat {
  if (line.scalar) return formatOf(line);
  if (line.unit === 'date') return FORMATS.quantity;
  return line.unit === 'share' ? FORMATS.ratio : formatOf(line);
}

/** The figure of the scenario in force among those of all. */
const inForce =
  (scenarios: number): Content =>
  (_places, row) => {
    const [first, last] = [seriesLetter(FIRST_SCENARIO), seriesLetter(FIRST_SCENARIO + scenarios - 1)];
    return `=INDEX($${first}${row}:$${last}${row},1,${CELL_NAMES.scenarioColumn})`;
  };

/** @param tolerance with @ for the row */
function verdict(tolerance: string, where: string): Record<'G' | 'H' | 'I' | 'J', PlanCell> {
  return {
    G: cell((_places, row) => `=$E${row}-$F${row}`, 'calculated', FORMATS.difference),
    H: cell(
      (places, row) =>
        `=IF($E$${places.row(KEY, 'engine.inputs')}>0,1,IF(ISERROR($G${row}),0,IF(ABS($G${row})<=$J${row},1,0)))`,
      'check',
      FORMATS.whole,
    ),
    I: cell(where, 'note'),
    J: cell((_places, row) => `=${tolerance.replaceAll('@', String(row))}`, 'calculated', FORMATS.general),
  };
}

/** What CHECK found when the sheets turned native. */
export function addFrozenChecks(write: PlanWriter, { contract }: NativeForm): void {
  sectionRow(
    write,
    'block.model',
    'Contract in every scenario',
    'As Meterbook found it when the sheets turned native',
  );
  checkContract(contract).forEach(({ check, kind, value, expected, difference, pass, where }, index) => {
    const id = engineId(`check.${index + 1}`);
    write.add({
      id,
      cells: {
        C: frozenText(check, CHECK_LENGTH),
        D: cell(id, 'id'),
        E: frozen(value, 'engine', FORMATS.amount),
        F: frozen(expected, 'engine', FORMATS.amount),
        G: frozen(difference, 'engine', FORMATS.difference),
        H: frozen(pass ? 1 : 0, 'engine', FORMATS.whole),
        I: frozenText(where, WHERE_LENGTH),
        J: frozenText(kind, WHERE_LENGTH),
      },
    });
  });
  write.add({ id: 'end.model', cells: { D: cell('end.model', 'id') } });
}

/** Characters that fit into the columns of checks and of places. */
const [CHECK_LENGTH, WHERE_LENGTH] = [66, 20];

/** @param length how many characters fit into a line */
const frozenText = (text: string, length: number): PlanCell => ({
  ...cell(text, text.length > length ? 'longEngine' : 'engine'),
  isFrozen: true,
});

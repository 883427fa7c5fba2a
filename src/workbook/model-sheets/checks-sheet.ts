import type { Contract } from '../../contract/contract';
import { NAMESPACE } from '../function-names';
import { type NativeCheck, nativeChecks } from './native-checks';
import { FORMATS } from './number-formats';
import type { Places } from './places';
import { PlanWriter, type SheetPlan } from './plan';
import { SERIES_WIDTHS, cell, sectionRow, titleRows } from './series-sheet';
import { checkVerdicts, countVerdicts, masterVerdicts, stateVerdicts } from './verdicts';

const KEY = 'Checks';
/** Rows that the result of CHECK may take. */
const SPILL_ROWS = 600;
/** Rows of it that are dressed in advance: more than any contract that is in order takes. */
const DRESSED_ROWS = 120;
/** Characters of a check that fit into a line. */
const CHECK_LENGTH = 74;

/** The proof of the model: native checks of the sheets, and what the function CHECK finds in all scenarios. */
export function planChecks(contract: Contract | undefined): SheetPlan {
  const write = new PlanWriter();
  titleRows(write, KEY, 'Checks', '1 is in order. An error makes the master check fail, an alert does not.');
  write.gap();
  addMaster(write);
  write.gap();
  const checks = contract ? nativeChecks(contract) : [];
  sectionRow(write, 'block.native', 'Sheets, computed natively');
  write.add(
    headings('head.native', ['Check', 'Value', 'Expected', 'Difference', 'Pass', 'Where', 'Tolerance']),
  );
  for (const check of checks) addCheck(write, check);
  write.add({ id: 'end.native', cells: { D: cell('end.native', 'id') } });
  sectionRow(write, 'block.model', 'Contract in every scenario, and the table of terms');
  write.add({
    id: 'model.check',
    follows: 'block.model',
    cells: {
      C: cell(`=${NAMESPACE}.CHECK(Terms)`, 'engine'),
      ...Object.fromEntries(['D', 'E', 'F', 'G', 'H', 'I'].map((letter) => [letter, { style: 'engine' }])),
    },
  });
  return {
    key: KEY,
    name: 'Checks',
    tabColor: '#C00000',
    widths: { ...SERIES_WIDTHS, C: 366, D: 76, E: 88, F: 88, G: 76, H: 40, I: 118 },
    seriesWidth: 64,
    series: 1,
    rows: write.rows,
    conditional: [
      ...stateVerdicts(KEY),
      ...countVerdicts(KEY, 'master.native', 'fail'),
      ...countVerdicts(KEY, 'master.errors', 'fail'),
      ...countVerdicts(KEY, 'master.alerts', 'alert'),
      ...masterVerdicts(KEY, 'master.pass'),
      ...checkVerdicts((places) => [places.row(KEY, 'head.native') + 1, lastDressed(places)]),
    ],
    spillFormats: [
      {
        columns: ['E', 'G'],
        rows: (places) => [places.row(KEY, 'block.model') + 1, lastDressed(places)],
        format: FORMATS.difference,
      },
    ],
    frozenRows: 2,
    frozenColumns: 0,
    printTitleRows: 2,
  };
}

/** The last row that is dressed for what CHECK finds. */
const lastDressed = (places: Places): number => places.row(KEY, 'block.model') + DRESSED_ROWS;

function headings(
  id: string,
  [
    check = '',
    value = '',
    expected = '',
    difference = '',
    pass = '',
    where = '',
    tolerance = '',
  ]: readonly string[],
) {
  return {
    id,
    cells: {
      B: cell('', 'tableHead'),
      C: cell(check, 'tableHead'),
      D: cell(id, 'id'),
      E: cell(value, 'tableHeadOfNumbers'),
      F: cell(expected, 'tableHeadOfNumbers'),
      G: cell(difference, 'tableHeadOfNumbers'),
      H: cell(pass, 'tableHeadOfNumbers'),
      I: cell(where, 'tableHead'),
      J: cell(tolerance, 'tableHeadOfNumbers'),
    },
  };
}

function addMaster(write: PlanWriter): void {
  const row = (
    id: string,
    label: string,
    formula: (places: Places) => string,
    style: 'output' | 'calculated',
  ): void =>
    write.add({
      id,
      cells: {
        C: cell(label, style === 'output' ? 'outputLabel' : 'label'),
        D: cell(id, 'id'),
        E: cell((places) => `=${formula(places)}`, style, FORMATS.whole),
        ...(style === 'output' ? { F: cell((_places, at) => `=IF($E${at}=1,"pass","fail")`, 'output') } : {}),
      },
    });
  sectionRow(write, 'block.master', 'Master check');
  row(
    'master.native',
    'Native checks that fail',
    (places) => {
      const [top, bottom] = [places.row(KEY, 'head.native') + 1, places.row(KEY, 'end.native')];
      return `COUNTIFS($H$${top}:$H$${bottom},0)+SUMPRODUCT(ISERROR($H$${top}:$H$${bottom})*1)`;
    },
    'calculated',
  );
  row(
    'master.errors',
    'Errors that CHECK finds',
    (places) => {
      const top = places.row(KEY, 'block.model') + 1;
      const bottom = top + SPILL_ROWS;
      return `IF(ISERROR($C$${top}),1,COUNTIFS($D$${top}:$D$${bottom},"Error",$H$${top}:$H$${bottom},FALSE))`;
    },
    'calculated',
  );
  row(
    'master.alerts',
    'Alerts to look at',
    (places) => {
      const top = places.row(KEY, 'block.model') + 1;
      const bottom = top + SPILL_ROWS;
      return `IF(ISERROR($C$${top}),0,COUNTIFS($D$${top}:$D$${bottom},"Alert",$H$${top}:$H$${bottom},FALSE))`;
    },
    'calculated',
  );
  row(
    'master.pass',
    'All checks pass (1) or not (0)',
    (places) => `IF($E$${places.row(KEY, 'master.native')}+$E$${places.row(KEY, 'master.errors')}=0,1,0)`,
    'output',
  );
}

function addCheck(
  write: PlanWriter,
  { id, text, value, expected, tolerance, format, where }: NativeCheck,
): void {
  write.add({
    id,
    cells: {
      C: cell(text, text.length > CHECK_LENGTH ? 'longLabel' : 'label'),
      D: cell(id, 'id'),
      E: cell((places) => `=${value(places)}`, 'link', format),
      F: cell((places) => `=${expected(places)}`, 'link', format),
      G: cell((_places, row) => `=$E${row}-$F${row}`, 'calculated', FORMATS.difference),
      H: cell(
        (_places, row) => `=IF(ISERROR($G${row}),0,IF(ABS($G${row})<=$J${row},1,0))`,
        'check',
        FORMATS.whole,
      ),
      I: cell(where, 'note'),
      J: cell((places, row) => `=${tolerance(places, row)}`, 'calculated', FORMATS.general),
    },
  });
}

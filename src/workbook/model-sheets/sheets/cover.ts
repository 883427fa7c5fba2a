import about from '../../../../package.json';
import type { Contract } from '../../../contract/contract';
import { STATUSES } from '../../../terms/table/row';
import { NAMESPACE } from '../../formulas/function-names';
import { CELL_NAMES, NAMES_IN_WORDS, sheetNameOf } from '../plan/names';
import { FORMATS, type NumberFormat } from '../plan/number-formats';
import type { ModelSheetKey } from '../plan/outcome';
import { type Content, PlanWriter, type SheetPlan } from '../plan/plan';
import { cell, sectionRow, titleRows, unitContent } from './series-sheet';
import type { SheetForm } from '../plan/sheet-form';
import type { StyleName } from '../plan/styles';
import { headlinesOf } from './summary-lines';
import { liveNumber, termCell } from './terms-lookup';
import { deltaVerdicts, masterVerdicts, sideOf, stateVerdicts } from './verdicts';

const KEY = 'Cover';
const MILLION = 1_000_000;

const PURPOSES: readonly (readonly [ModelSheetKey, string])[] = [
  ['Terms', 'All inputs: one row for each term, a column for each scenario, with status and source'],
  ['Schedule', 'Every line of the contract, month by month, for the scenario in force'],
  ['Summary', 'The headline, the contract by year, and the scenarios side by side'],
  ['Tranches', 'Capital by month, and each tranche with its terms'],
  ['Checks', 'What must hold, checked natively and by the functions'],
];

const LEGEND: readonly (readonly [StyleName, string, string])[] = [
  ['input', 'Input', 'Typed by a person: blue on yellow, on the sheet of terms only'],
  ['calculated', 'Calculation', 'Computed on the same sheet'],
  ['link', 'Link', 'Taken from another sheet'],
  ['output', 'Output', 'A total or a result: bold, under a line'],
  ['engine', 'Meterbook', 'Above rows that one formula of Meterbook fills'],
  ['counterflow', 'Counterflow', 'Looks back to the month before'],
];

/** Each in a line of its own, short enough to be read beside the pane. */
const CONVENTIONS: readonly (readonly [subject: string, text: string])[] = [
  [
    'Sign',
    'Cost is positive. A delta is this path less staying reserved: positive where this path is dearer.',
  ],
  ['Billed', 'What is paid in the month: cash'],
  ['Effective', 'What the month uses up: accrual. Billed and effective are never mixed.'],
  ['Capital', 'Stands apart from cost and from spend that returns to the investor’s cloud; never netted'],
  ['Committed', 'Tranches that are funded or firm'],
  ['Expected', 'Committed, and contingent tranches by their likelihood'],
  ['At most', 'Committed, and every contingent tranche that has not expired'],
  ['Months', 'From the start to the day before the next. Fees count days in force, 24 hours each.'],
  ['Column G', 'The sum of a flow, the last month of a balance, a ratio formed anew from the sums'],
  ['Column H', '0 where a row is in order, 1 where it is not'],
  ['Column D', 'Rows are found by their ids: move, insert and rename as you like.'],
  [
    'Colours',
    'Are cell styles, such as Meterbook Input: change one under Cell Styles, and its cells follow.',
  ],
  ['Rounding', 'Figures are kept unrounded; formats only shorten what is shown. T is trillions of tokens.'],
  ['Illustrative', 'An assumption of this workbook, not anybody’s report'],
  ['Use', 'Nothing here is audited, nor is it investment advice.'],
];

/** What the workbook is, its headline, and the way to everything else. */
export function planCover(contract: Contract | undefined, form: SheetForm = 'live'): SheetPlan {
  const write = new PlanWriter();
  titleRows(
    write,
    KEY,
    'Meterbook',
    'An AI-compute contract on its way from reserved capacity to a token meter',
  );
  write.gap();
  if (contract) addHeadline(write, contract);
  addModel(write, form);
  addMap(write);
  addStatuses(write);
  addNotes(write);
  return {
    key: KEY,
    name: 'Cover',
    tabColor: '#0F6B4F',
    widths: { A: 8, B: 8, C: 246, D: 82, E: 92, F: 118, G: 90, H: 36, I: 80 },
    seriesWidth: 80,
    series: 0,
    rows: write.rows,
    conditional: [
      ...stateVerdicts(KEY),
      ...masterVerdicts(KEY, 'model.check'),
      ...(contract ? headlinesOf(contract).filter(({ isDifference }) => isDifference) : []).flatMap(
        ({ id }) => deltaVerdicts(KEY, id),
      ),
    ],
    frozenRows: 2,
    frozenColumns: 0,
    printTitleRows: 2,
  };
}

interface Entry {
  readonly id: string;
  readonly label: Content;
  readonly value?: Content;
  readonly style?: StyleName;
  readonly labelStyle?: StyleName;
  readonly format?: NumberFormat;
  readonly unit?: string;
  /** Stands in the first free column and runs on to the right. */
  readonly note?: string;
  /** The row is a delta: says which side is cheaper. */
  readonly side?: true;
}

function add(
  write: PlanWriter,
  { id, label, value, style = 'link', labelStyle = 'label', format, unit, note, side }: Entry,
): void {
  write.add({
    id,
    cells: {
      C: cell(label, labelStyle),
      D: cell(id, 'id'),
      ...(value === undefined ? {} : { E: cell(value, style, format) }),
      ...(unit === undefined ? {} : { F: cell(unitContent(unit), 'unit') }),
      ...(note === undefined ? {} : { [value === undefined ? 'E' : 'F']: cell(note, 'note') }),
      ...(side ? { G: cell((_places, row) => sideOf(`$E${row}`), 'note') } : {}),
    },
  });
}

function addHeadline(write: PlanWriter, contract: Contract): void {
  sectionRow(write, 'block.headline', 'Headline of the scenario in force');
  for (const headline of headlinesOf(contract)) {
    const { id, label, unit, format } = headline;
    add(write, {
      id,
      label,
      value: (places) => `=${places.cell('Summary', id, 'E')}`,
      style: 'link',
      labelStyle: 'strong',
      format,
      unit,
      ...(headline.isDifference ? { side: true } : {}),
    });
  }
  write.gap();
}

function addModel(write: PlanWriter, form: SheetForm): void {
  const or = (formula: string, otherwise: string): string => `=IF(${formula}=0,${otherwise},${formula})`;
  const orText = (formula: string, otherwise: string): string => `=IF(${formula}="",${otherwise},${formula})`;
  sectionRow(write, 'block.model', 'Model');
  add(write, {
    id: 'model.scenario',
    label: 'Scenario in force',
    value: '=IF(Scenario="","Base",Scenario)',
    style: 'linkText',
    note: 'Chosen on the sheet of terms, or in the pane',
  });
  add(write, {
    id: 'model.start',
    label: 'First day',
    value: `=${liveNumber('Model', 'Start')}`,
    format: FORMATS.date,
    unit: 'date',
  });
  add(write, {
    id: 'model.months',
    label: 'Horizon',
    value: `=${liveNumber('Model', 'Horizon')}`,
    format: FORMATS.whole,
    unit: 'months',
  });
  add(write, {
    id: 'model.as of',
    label: 'As of',
    value: or(liveNumber('Model', 'As of'), CELL_NAMES.start),
    format: FORMATS.date,
    unit: 'date',
  });
  add(write, {
    id: 'model.currency',
    label: 'Currency',
    value: orText(termCell('Live', 'Model', 'Currency'), '"USD"'),
    style: 'linkText',
    unit: 'text',
  });
  add(write, {
    id: 'model.discount rate',
    label: 'Discount rate, effective',
    value: `=${liveNumber('Model', 'Discount rate')}`,
    format: FORMATS.share,
    unit: 'per year',
  });
  add(write, {
    id: 'model.discount timing',
    label: 'An amount of a month falls due',
    value: orText(termCell('Live', 'Model', 'Discount timing'), '"Mid"'),
    style: 'linkText',
    unit: 'of the month',
  });
  add(write, {
    id: 'model.rounding',
    label: 'Rounding of invoice lines',
    value: orText(termCell('Live', 'Model', 'Invoice rounding'), '"None"'),
    style: 'linkText',
  });
  add(write, {
    id: 'model.day count',
    label: 'Days between dates of tranches',
    value: 'actual / 365',
    style: 'linkText',
  });
  add(write, {
    id: 'model.million',
    label: 'Tokens that a unit price refers to',
    value: MILLION,
    style: 'calculated',
    format: FORMATS.quantity,
    unit: 'tokens',
  });
  add(write, {
    id: 'model.check',
    label: 'All checks pass (1) or not (0)',
    value: `=${CELL_NAMES.master}`,
    format: FORMATS.whole,
    note: `=IF(${CELL_NAMES.master}=1,"pass","fail")`,
  });
  add(write, {
    id: 'model.version',
    label: 'Version of Meterbook that computes',
    value: form === 'native' ? `${about.version}, when the sheets turned native` : `=${NAMESPACE}.VERSION()`,
    style: 'linkText',
  });
  write.gap();
}

function addMap(write: PlanWriter): void {
  sectionRow(write, 'block.map', 'Sheets');
  for (const [key, purpose] of PURPOSES) {
    add(write, {
      id: `map.${key}`,
      label: link(key),
      labelStyle: 'hyperlink',
      note: purpose,
    });
  }
  write.gap();
}

/** By the name of the sheet in the workbook, which follows when its tab is renamed. */
const link = (key: ModelSheetKey): string => `=HYPERLINK("#${sheetNameOf(key)}","${key}")`;

function addStatuses(write: PlanWriter): void {
  sectionRow(write, 'block.status', 'Terms by status');
  for (const status of STATUSES) {
    add(write, {
      id: `status.${status}`,
      label: status,
      value: `=COUNTIF(TermsTable[Status],"${status}")`,
      format: FORMATS.quantity,
      unit: 'terms',
    });
  }
  add(write, {
    id: 'status.all',
    label: 'Terms in all',
    value: '=ROWS(TermsTable[Term])',
    style: 'output',
    labelStyle: 'outputLabel',
    format: FORMATS.quantity,
    unit: 'terms',
  });
  write.gap();
}

function addNotes(write: PlanWriter): void {
  sectionRow(write, 'block.legend', 'Styles');
  for (const [style, name, text] of LEGEND)
    add(write, { id: `legend.${name}`, label: name, value: 'Example', style, note: text });
  write.gap();
  sectionRow(write, 'block.conventions', 'Conventions');
  CONVENTIONS.forEach(([subject, note], index) =>
    add(write, { id: `convention.${index + 1}`, label: subject, note }),
  );
  write.gap();
  sectionRow(write, 'block.names', 'Names');
  NAMES_IN_WORDS.forEach(([name, meaning]) =>
    add(write, { id: `name.${name.replace(/,.*$/, '')}`, label: name, note: meaning }),
  );
}

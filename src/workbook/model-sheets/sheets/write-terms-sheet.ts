import { heldIn } from '../../../terms/table/columns';
import { dayFromIso } from '../../../base/calendar';
import type { TemplateCell } from '../../../terms/templates/layout';
import type { WorkbookStyles } from '../../cell-styles/workbook-styles';
import { setUpPages } from '../../excel/page-setup';
import { type LocatedTerms, SCENARIO_NAME, TABLE_NAME, TERMS_NAME } from '../../terms/terms-sheet';
import { letterOf } from '../plan/columns';
import { CELL_NAMES, sheetNameOf } from '../plan/names';
import { FORMATS } from '../plan/number-formats';
import { columnOf, isInputColumn, valueFormat, widthOf } from './terms-columns';
import type { SheetPlace } from '../plan/places';
import { MODEL_STYLES, type StyleName } from '../plan/styles';
import type { FoundSheet } from '../write/survey';
import { MASTER_TEXT } from './verdicts';
import { followScenarios, validateScenario, validateTerms } from './terms-validation';

/** Rows of the title, the scenario in force and a sentence; one stays free above the table. */
const HEADER_ROW = 5;
const DAY = 'yyyy-mm-dd';
const TABLE_STYLE = 'TableStyleLight1';

/**
 * What holds in the scenario in force: its own cell, or Base where that is blank or says so, and nothing where it says
 * None. What a scenario says about itself is not inherited.
 */
export const LIVE_FORMULA = liveFormula();

function liveFormula(): string {
  // From Base on, so that the range does not hold the cell of the formula itself.
  const own = `INDEX(${TABLE_NAME}[@[Base]:[Low]],1,${CELL_NAMES.scenarioColumn})`;
  const inherited = 'IF(OR([@Section]="Scenario",[@Base]="None",[@Base]=""),"",[@Base])';
  return `=IF(${own}="None","",IF(OR(${own}="",${own}="Base"),${inherited},${own}))`;
}

/** Where the scenario in force stands among the columns; an unknown name is #N/A and shows everywhere. */
const COLUMN_FORMULA = `=MATCH(IF(${SCENARIO_NAME}="","Base",${SCENARIO_NAME}&""),${TABLE_NAME}[[#Headers],[Base]:[Low]],0)`;

const NOTE =
  'One row for each term. A blank scenario cell inherits Base; None says that the term has no value there. Live is what holds in the scenario in force. Rows may be added, sorted and filtered; a new column between Base and Low is a new scenario.';

/** Writes the sheet of terms with the table of a template. */
export function writeTermsSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  values: readonly (readonly TemplateCell[])[],
  styles: WorkbookStyles,
): void {
  const { names } = context.workbook;
  const [header = []] = values;
  const titles = header.map(String);
  sheet.getRange('A1').values = [['Terms']];
  sheet.getRange('A2:E2').values = [['Scenario in force', 'Base', '', 'Place from Base', '']];
  sheet.getRange('D3').values = [[NOTE]];
  const last = letterOf(header.length - 1);
  const range = sheet.getRange(`A${HEADER_ROW}:${last}${HEADER_ROW + values.length - 1}`);
  dressTerms(sheet, titles, values.length - 1, styles);
  range.numberFormat = formatsOf(values, titles);
  range.values = values.map((row) => [...row]);
  const table = sheet.tables.add(range, true);
  table.name = TABLE_NAME;
  table.style = TABLE_STYLE;
  names.add(SCENARIO_NAME, sheet.getRange('B2'), 'The scenario in force; blank is Base');
  names.add(TERMS_NAME, `=${TABLE_NAME}[#All]`, 'The table of terms with its header');
  names.add(CELL_NAMES.scenarioColumn, sheet.getRange('E2'));
  names.add(sheetNameOf('Terms'), sheet.getRange('A1'));
  writeFormulas(sheet, titles.indexOf('Live'), values.length - 1);
  const place = { header: titles, top: HEADER_ROW, left: 0 };
  validateScenario(sheet.getRange('B2'), place);
  validateTerms(sheet, place, values.slice(1));
  layOutTerms(sheet, titles);
}

/** The row above the table that shows the scenario in force, for links from other sheets. */
export const placeOfTerms = (name: string): SheetPlace => ({ name, rows: new Map(), series: 0 });

/** Puts back what keeps the table alive: the formula of Live where it is blank, and a name for its sheet. */
export async function refreshTermsSheet(
  { range, values, formulas, sheet, table, scenarioCell }: LocatedTerms,
  known: FoundSheet | undefined,
  context: Excel.RequestContext,
): Promise<void> {
  if (!known) context.workbook.names.add(sheetNameOf('Terms'), sheet.getRange('A1'));
  if (!table) return;
  const header = (values[0] ?? []).map(String);
  if (scenarioCell) {
    await followScenarios(scenarioCell, { header, top: range.rowIndex + 1, left: range.columnIndex });
  }
  const live = header.indexOf('Live');
  if (live < 0) return;
  formulas.forEach((row, index) => {
    if (index > 0 && row[live] === '') range.getCell(index, live).formulas = [[LIVE_FORMULA]];
  });
}

function writeFormulas(sheet: Excel.Worksheet, live: number, rows: number): void {
  sheet.getRange('C2').formulas = [[MASTER_TEXT]];
  sheet.getRange('E2').formulas = [[COLUMN_FORMULA]];
  const letter = letterOf(live);
  sheet.getRange(`${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + rows}`).formulas = Array.from(
    { length: rows },
    () => [LIVE_FORMULA],
  );
}

function formatsOf(values: readonly (readonly TemplateCell[])[], titles: readonly string[]): string[][] {
  const textOf = (row: readonly TemplateCell[], title: string): string => String(row[titles.indexOf(title)]);
  return values.map((row, place) => {
    if (place === 0) return row.map(() => FORMATS.general);
    const format = valueFormat(textOf(row, 'Section'), textOf(row, 'Term'), textOf(row, 'Unit'));
    // An item may be a day; the text of one is taken for the day itself.
    const isDay = dayFromIso(textOf(row, 'Item')) !== undefined;
    return titles.map((title) => {
      const holds = heldIn(columnOf(title));
      if (holds === 'value') return format;
      return holds === 'date' || (isDay && title === 'Item') ? DAY : FORMATS.general;
    });
  });
}

/** Styles of the cells; the header of the table has the looks of the table. */
function dressTerms(
  sheet: Excel.Worksheet,
  titles: readonly string[],
  rows: number,
  styles: WorkbookStyles,
): void {
  const give = (address: string, style: StyleName): void =>
    styles.give(sheet.getRange(address), MODEL_STYLES[style].named);
  give('A1', 'title');
  give('A2:E2', 'state');
  give('B2', 'input');
  give('D3', 'lead');
  const [first, end] = [HEADER_ROW + 1, HEADER_ROW + rows];
  for (const { from, to, style } of columnStyles(titles)) {
    give(`${letterOf(from)}${first}:${letterOf(to)}${end}`, style);
  }
}

/** Widths, panes and paper. */
function layOutTerms(sheet: Excel.Worksheet, titles: readonly string[]): void {
  titles.forEach((name, column) => {
    const letter = letterOf(column);
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = widthOf(name);
  });
  // Names of scenarios may be long.
  sheet.getRange(`A${HEADER_ROW}:${letterOf(titles.length - 1)}${HEADER_ROW}`).format.wrapText = true;
  sheet.freezePanes.freezeAt(`A1:C${HEADER_ROW}`);
  sheet.showGridlines = false;
  sheet.tabColor = '#FFC000';
  setUpPages(sheet, { titleRows: HEADER_ROW, titleColumns: 'C', pagesAcross: 2 });
}

interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: StyleName;
}

/** Each run of columns whose cells are of one kind. */
function columnStyles(titles: readonly string[]): ColumnStyle[] {
  const runs: ColumnStyle[] = [];
  titles.forEach((name, column) => {
    const style = isInputColumn(name) ? 'input' : name === 'Live' ? 'calculated' : 'label';
    const last = runs.at(-1);
    if (last?.style === style) runs[runs.length - 1] = { ...last, to: column };
    else runs.push({ from: column, to: column, style });
  });
  return runs;
}

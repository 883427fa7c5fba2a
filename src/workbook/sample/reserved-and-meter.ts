import { NAMESPACE } from '../formulas/function-names';
import { calculated, dateSerial, FORMATS, input, output, text } from './draft';
import type { Content, DraftCell, SheetDraft } from './draft';
import { compare, type Later, type MonthLines } from './month-lines';
import {
  BOTH,
  CASE,
  CHECK,
  computed,
  METER_START,
  MonthSheet,
  PANELS,
  type Line,
  type PanelIndex,
} from './month-sheet';
import { draftPrices, draftProduct } from './product-on-meter';
import { MONTHS, PRODUCTS, type ReferenceMonth } from './reference-months';

/** One month of reserved capacity beside the same month on the token meter, for the first month and the seventh. */
export function draftReservedAndMeter(): SheetDraft {
  const sheet = new MonthSheet();
  const later: Later = { tokenCosts: [], metered: [], differences: [] };
  draftHeading(sheet, later);
  const showFirst = draftResults(sheet, later);
  const month = draftMonth(sheet, later);
  draftReserved(sheet, later, month);
  const prices = draftPrices(sheet);
  for (const product of PRODUCTS) draftProduct(sheet, later, month, prices, product);
  return {
    key: 'Month',
    sheetName: 'Sample month',
    widths: [142, 112, 92, 8, 142, 112, 92, 8, 70, 480],
    frozenRows: 4,
    rows: sheet.rows,
    showFirst,
  };
}

function draftHeading(sheet: MonthSheet, later: Later): void {
  sheet.row({ A: text('One month: reserved capacity beside the token meter', 'title') });
  sheet.row({
    A: text(
      'The same volumes, paid as reserved capacity and metered at list prices. Volumes, prices and terms are Illustrative.',
      'lead',
    ),
  });
  const differences = () =>
    later.differences.flatMap((line) => BOTH.map((panel) => line.value(panel))).join(',');
  sheet.row({
    A: text(
      () =>
        `=IF(MAX(${differences()})<=${later.tolerance?.value(0) ?? '0'},"All figures agree with the reference table","A figure differs from the reference table")`,
      'check',
    ),
  });
  const header: Partial<Record<string, DraftCell>> = {
    I: text('Status', 'header'),
    J: text('Source', 'header'),
  };
  for (const index of BOTH) {
    header[PANELS[index].item] = text('Item', 'header');
    // As a text, Excel would read "July 2026" as the date that it means.
    header[PANELS[index].value] = {
      content: dateSerial(MONTHS[index].start),
      style: 'headerOfNumbers',
      format: 'mmmm yyyy',
    };
    header[PANELS[index].unit] = text('Unit', 'header');
  }
  sheet.row(header);
}

const sumOf = (lines: readonly Line[], panel: PanelIndex) => lines.map((line) => line.value(panel)).join('+');

function draftResults(sheet: MonthSheet, later: Later): string {
  sheet.section('Result');
  const money = (content: Content) => calculated(content, FORMATS.money);
  const fee = sheet.line('Reserved fee', 'USD', (panel) => money(() => `=${later.fee?.value(panel) ?? ''}`));
  const all = sheet.line('All on the meter, at list', 'USD', (panel) =>
    money(() => `=${sumOf(later.tokenCosts, panel)}`),
  );
  const delta = sheet.line('Meter less reserved', 'USD', (panel) =>
    output(`=${all.value(panel)}-${fee.value(panel)}`, FORMATS.money),
  );
  sheet.line('Share on the meter', 'of the month', (panel) =>
    calculated(() => `=${later.share?.value(panel) ?? ''}`, FORMATS.factor),
  );
  sheet.line('Metered by vendor A, at list', 'USD', (panel) =>
    money(() => `=${sumOf(later.metered, panel)}`),
  );
  return delta.value(0);
}

function draftMonth(sheet: MonthSheet, later: Later): MonthLines {
  sheet.section('Month and change of basis');
  const dateCell = (of: (month: ReferenceMonth) => string) => (panel: PanelIndex) =>
    input(dateSerial(of(MONTHS[panel])), FORMATS.date);
  const start = sheet.line(
    'Month starts',
    'date',
    dateCell((month) => month.start),
    CASE,
  );
  const end = sheet.line(
    'Month ends (exclusive)',
    'date',
    dateCell((month) => month.end),
    CASE,
  );
  const cutover = sheet.shared('Cutover', 'date', dateSerial('2027-01-01'), FORMATS.date, METER_START);
  const phaseIn = sheet.shared('Phase-in', 'days', 90, FORMATS.count, CASE);
  const shareOf = (panel: PanelIndex, from: Line, days: Line) =>
    `${NAMESPACE}.CUTOVER_SHARE(${[start, end, from, days].map((line) => line.value(panel)).join(',')})`;
  const share = sheet.line(
    'Share on the meter',
    'of the month',
    (panel) => output(`=${shareOf(panel, cutover, phaseIn)}`, FORMATS.factor),
    computed(`${NAMESPACE}.CUTOVER_SHARE`),
  );
  later.share = share;
  compare(sheet, later, share, 'of the month', FORMATS.factor, (panel) => MONTHS[panel].tokenShare);
  const finalShare = sheet.shared('Vendor B, final share', 'of the meter', 0.15, FORMATS.share, CASE);
  const switchDays = sheet.shared('Vendor B, reached in', 'days', 365, FORMATS.count, CASE);
  const vendorShare = sheet.line('Vendor A, share', 'of the meter', (panel) =>
    calculated(`=1-${finalShare.value(panel)}*${shareOf(panel, cutover, switchDays)}`, FORMATS.factor),
  );
  later.tolerance = sheet.shared('Tolerance of the checks', 'USD', 0.005, '0.000', CHECK);
  return { start, end, share, vendorShare };
}

function draftReserved(sheet: MonthSheet, later: Later, { start, end }: MonthLines): void {
  sheet.section('Reserved capacity');
  const rate = sheet.shared('Rate', 'USD per unit-hour', 33, FORMATS.unitPrice, CASE);
  const head: Partial<Record<string, DraftCell>> = {};
  for (const index of BOTH) {
    head[PANELS[index].item] = text('In force from', 'tableHeadOfNumbers');
    head[PANELS[index].value] = text('Units', 'tableHeadOfNumbers');
    head[PANELS[index].unit] = text('', 'tableHead');
  }
  sheet.row(head);
  const step = (from: string, units: number): Line => {
    const row = sheet.rows.length + 1;
    const item = (panel: PanelIndex) =>
      panel === 0 ? input(dateSerial(from), FORMATS.date) : calculated(`=A${row}`, FORMATS.date);
    const value = (panel: PanelIndex) =>
      panel === 0 ? input(units, FORMATS.count) : calculated(`=B${row}`, FORMATS.count);
    return sheet.line(item, 'units', value, CASE);
  };
  const firstStep = step('2026-07-01', 1_000);
  const lastStep = step('2026-10-15', 1_110);
  const escalator = sheet.shared('Escalator', 'a year', 0.04, FORMATS.share, CASE);
  const termStart = sheet.shared('Term start', 'date', dateSerial('2026-07-01'), FORMATS.date, CASE);
  const fee = sheet.line(
    'Reserved cost',
    'USD',
    (panel) => {
      const units = `${firstStep.item(panel)}:${lastStep.value(panel)}`;
      const terms = `${escalator.item(panel)}:${termStart.value(panel)}`;
      const [price, from, until] = [rate, start, end].map((line) => line.value(panel));
      return output(
        `=${NAMESPACE}.RESERVED_COST(${[units, price, from, until, terms].join(',')})`,
        FORMATS.money,
      );
    },
    computed(`${NAMESPACE}.RESERVED_COST`),
  );
  later.fee = fee;
  compare(sheet, later, fee, 'USD', FORMATS.money, (panel) => MONTHS[panel].reservedFee);
}

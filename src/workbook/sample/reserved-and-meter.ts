import { calculated, dateSerial, FORMATS, input, output, reference, SheetWriter, text } from './draft';
import type { Content, DraftCell, SheetDraft } from './draft';
import { MONTHS, PRODUCTS, type Product, type ReferenceMonth } from './reference-months';

/** The two months stand side by side; each takes three columns: item, value, unit. */
const PANELS = [
  { item: 'A', value: 'B', unit: 'C' },
  { item: 'E', value: 'F', unit: 'G' },
] as const;
type PanelIndex = 0 | 1;
const BOTH: readonly PanelIndex[] = [0, 1];

interface Provenance {
  readonly status: 'Reported' | 'Illustrative' | 'Reference';
  readonly source: string;
}

const CASE: Provenance = { status: 'Illustrative', source: 'Meterbook reference table, base case' };
const TABLE: Provenance = { status: 'Reference', source: 'Meterbook reference table, base case' };
const LIST_PRICES: Provenance = {
  status: 'Illustrative',
  source: 'Public list prices; the contract prices are not published',
};
const METER_START: Provenance = {
  status: 'Reported',
  source:
    'Tokens from 2027: type0.ai, "Amazon\'s Anthropic bet is now coming with a meter"; the day is Illustrative',
};

/** A line across both panels; the address of its value (or its item) in each. */
interface Line {
  readonly row: number;
  value(panel: PanelIndex): string;
  item(panel: PanelIndex): string;
}

class MonthSheet extends SheetWriter {
  line(
    item: string | ((panel: PanelIndex) => DraftCell),
    unit: string,
    cell: (panel: PanelIndex) => DraftCell,
    provenance?: Provenance,
  ): Line {
    const cells: Partial<Record<string, DraftCell>> = {};
    for (const index of BOTH) {
      const columns = PANELS[index];
      cells[columns.item] = typeof item === 'string' ? text(item) : item(index);
      cells[columns.value] = cell(index);
      cells[columns.unit] = text(unit, 'unit');
    }
    if (provenance) Object.assign(cells, provenanceCells(provenance));
    return lineAt(this.row(cells));
  }

  /** An input that both months share: typed once, on the left. */
  shared(item: string, unit: string, value: number, format: string, provenance: Provenance): Line {
    const row = this.rows.length + 1;
    return this.line(
      item,
      unit,
      (panel) => (panel === 0 ? input(value, format) : calculated(`=B${row}`, format)),
      provenance,
    );
  }

  section(heading: string): void {
    const fill = text('', 'section');
    this.row();
    this.row({
      ...Object.fromEntries(['A', 'B', 'C', 'E', 'F', 'G', 'I', 'J'].map((column) => [column, fill])),
      A: text(heading, 'section'),
      E: text(heading, 'section'),
    });
  }
}

function lineAt(row: number): Line {
  return {
    row,
    value: (panel) => `${PANELS[panel].value}${row}`,
    item: (panel) => `${PANELS[panel].item}${row}`,
  };
}

function provenanceCells({ status, source }: Provenance): Partial<Record<string, DraftCell>> {
  const styles = { Reported: 'reported', Illustrative: 'illustrative', Reference: 'note' } as const;
  return { I: text(status, styles[status]), J: text(source, 'note') };
}

/** An unfilled promise of a line further down, for the results on top. */
interface Later {
  fee?: Line;
  share?: Line;
  tolerance?: Line;
  tokenCosts: Line[];
  metered: Line[];
  differences: Line[];
}

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
    widths: [165, 118, 100, 12, 165, 118, 100, 12, 72, 480],
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
    header[PANELS[index].value] = text(MONTHS[index].label, 'headerOfNumbers');
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

interface MonthLines {
  readonly start: Line;
  readonly end: Line;
  readonly share: Line;
  readonly vendorShare: Line;
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
    `METER.CUTOVER_SHARE(${[start, end, from, days].map((line) => line.value(panel)).join(',')})`;
  const share = sheet.line('Share on the meter', 'of the month', (panel) =>
    output(`=${shareOf(panel, cutover, phaseIn)}`, FORMATS.factor),
  );
  later.share = share;
  compare(sheet, later, share, 'of the month', FORMATS.factor, (panel) => MONTHS[panel].tokenShare);
  const finalShare = sheet.shared('Vendor B, final share', 'of the meter', 0.15, FORMATS.share, CASE);
  const switchDays = sheet.shared('Vendor B, reached in', 'days', 365, FORMATS.count, CASE);
  const vendorShare = sheet.line('Vendor A, share', 'of the meter', (panel) =>
    calculated(`=1-${finalShare.value(panel)}*${shareOf(panel, cutover, switchDays)}`, FORMATS.factor),
  );
  later.tolerance = sheet.shared('Tolerance of the checks', 'USD', 0.005, '0.000', CASE);
  return { start, end, share, vendorShare };
}

/** A figure of the reference table below ours, and how far they are apart. */
function compare(
  sheet: MonthSheet,
  later: Later,
  ours: Line,
  unit: string,
  format: string,
  figure: (panel: PanelIndex) => number,
): void {
  const theirs = sheet.line('Reference figure', unit, (panel) => reference(figure(panel), format), TABLE);
  const difference = sheet.line('Difference', unit, (panel) =>
    calculated(`=ABS(${ours.value(panel)}-${theirs.value(panel)})`, format),
  );
  later.differences.push(difference);
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
  const fee = sheet.line('Reserved cost', 'USD', (panel) => {
    const units = `${firstStep.item(panel)}:${lastStep.value(panel)}`;
    const terms = `${escalator.item(panel)}:${termStart.value(panel)}`;
    const [price, from, until] = [rate, start, end].map((line) => line.value(panel));
    return output(`=METER.RESERVED_COST(${[units, price, from, until, terms].join(',')})`, FORMATS.money);
  });
  later.fee = fee;
  compare(sheet, later, fee, 'USD', FORMATS.money, (panel) => MONTHS[panel].reservedFee);
}

/** Shared by the products: USD per million tokens, and the multiplier of batch work. */
interface PriceLines {
  readonly input: Line;
  readonly output: Line;
  readonly cacheRead: Line;
  readonly cacheWrite: Line;
  readonly batch: Line;
}

function draftPrices(sheet: MonthSheet): PriceLines {
  sheet.section('Prices on the meter');
  const price = (item: string, value: number) =>
    sheet.shared(item, 'USD per M tokens', value, FORMATS.unitPrice, LIST_PRICES);
  return {
    input: price('Uncached input', 3),
    output: price('Output', 15),
    cacheRead: price('Cache read', 0.3),
    cacheWrite: price('Cache write, 5 minutes', 3.75),
    batch: sheet.shared('Batch', 'of the price', 0.5, FORMATS.decimal, LIST_PRICES),
  };
}

function draftProduct(
  sheet: MonthSheet,
  later: Later,
  month: MonthLines,
  prices: PriceLines,
  product: Product,
): void {
  sheet.section(product.name);
  const { cost, batchShare } = draftTokenCost(sheet, prices, product);
  later.tokenCosts.push(cost);
  const metered = sheet.line('Metered by vendor A', 'USD', (panel) =>
    output(
      `=${cost.value(panel)}*${month.share.value(panel)}*${month.vendorShare.value(panel)}`,
      FORMATS.money,
    ),
  );
  later.metered.push(metered);
  compare(sheet, later, metered, 'USD', FORMATS.money, (panel) => volumeOf(product, panel).listCost);
  compareReservedPart(sheet, later, { cost, share: month.share, batchShare }, prices, product);
}

const volumeOf = (product: Product, panel: PanelIndex) => MONTHS[panel].products[product.name];

/** The whole month of a product on the meter, whatever part of it is still reserved. */
function draftTokenCost(
  sheet: MonthSheet,
  prices: PriceLines,
  product: Product,
): { cost: Line; batchShare: Line } {
  const tokens = sheet.line(
    'Input-side tokens',
    'tokens',
    (panel) => input(volumeOf(product, panel).tokens, FORMATS.count),
    CASE,
  );
  const share = (item: string, value: number) =>
    sheet.shared(item, 'of input-side', value, FORMATS.share, CASE);
  const readShare = share('Cache read, share', product.cacheReadShare);
  const writeShare = share('Cache write, share', product.cacheWriteShare);
  const outputRatio = share('Output, ratio', product.outputRatio);
  const count = (item: string, factor: (panel: PanelIndex) => string) =>
    sheet.line(item, 'tokens', (panel) =>
      calculated(`=${tokens.value(panel)}*${factor(panel)}`, FORMATS.count),
    );
  const price = (item: string, of: Line) =>
    sheet.line(item, 'USD per M tokens', (panel) => calculated(`=${of.value(panel)}`, FORMATS.unitPrice));
  const uncached = count(
    'Uncached input tokens',
    (panel) => `(1-${readShare.value(panel)}-${writeShare.value(panel)})`,
  );
  const produced = count('Output tokens', (panel) => outputRatio.value(panel));
  const options = count('Cache read tokens', (panel) => readShare.value(panel));
  price('Cache read price', prices.cacheRead);
  count('Cache write tokens', (panel) => writeShare.value(panel));
  price('Cache write price', prices.cacheWrite);
  const batchShare = sheet.shared('Batch share', 'of all tokens', product.batchShare, FORMATS.share, CASE);
  const lastOption = sheet.line('Batch multiplier', 'of the price', (panel) =>
    calculated(`=${prices.batch.value(panel)}`, FORMATS.decimal),
  );
  const cost = sheet.line('Token cost, whole month', 'USD', (panel) => {
    const [a, b, c, d] = [uncached, produced, prices.input, prices.output].map((line) => line.value(panel));
    return output(
      `=METER.TOKEN_COST(${[a, b, c, d].join(',')},${options.item(panel)}:${lastOption.value(panel)})`,
      FORMATS.money,
    );
  });
  return { cost, batchShare };
}

/**
 * The reference table counts the part that is still reserved in input-equivalent tokens, whose weights are the ratios of
 * the list prices. So that count at the input price, less the batch discount, must equal our cost of that part.
 */
function compareReservedPart(
  sheet: MonthSheet,
  later: Later,
  { cost, share, batchShare }: { cost: Line; share: Line; batchShare: Line },
  prices: PriceLines,
  product: Product,
): void {
  const ours = sheet.line('Reserved part, at list', 'USD', (panel) =>
    output(`=${cost.value(panel)}*(1-${share.value(panel)})`, FORMATS.money),
  );
  const counted = sheet.line(
    'Reference volume',
    'input-equiv. tokens',
    (panel) => reference(volumeOf(product, panel).reservedInputEquivalent, FORMATS.count),
    TABLE,
  );
  const theirs = sheet.line('Reference volume, at list', 'USD', (panel) => {
    const batch = `(1-${batchShare.value(panel)}*(1-${prices.batch.value(panel)}))`;
    return calculated(
      `=${counted.value(panel)}/1000000*${prices.input.value(panel)}*${batch}`,
      FORMATS.money,
    );
  });
  later.differences.push(
    sheet.line('Difference', 'USD', (panel) =>
      calculated(`=ABS(${ours.value(panel)}-${theirs.value(panel)})`, FORMATS.money),
    ),
  );
}

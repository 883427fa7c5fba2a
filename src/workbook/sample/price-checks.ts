import { NAMESPACE } from '../formulas/function-names';
import { calculated, FORMATS, input, output, reference, SheetWriter, text } from './draft';
import type { DraftCell, SheetDraft } from './draft';

/**
 * Three worked examples that their publishers print with an answer: tokens with caches, graduated tiers, capacity to
 * reserve. Each is recomputed by the function and compared.
 */
export function draftPriceChecks(): SheetDraft {
  const sheet = new SheetWriter();
  const differences: string[] = [];
  sheet.row({ A: text('Published price checks', 'title') });
  sheet.row({
    A: text(
      'Worked examples that others published, recomputed here. Change a yellow cell to try your own.',
      'lead',
    ),
  });
  sheet.row({
    A: text(
      () =>
        `=IF(MAX(${differences.join(',')})<=B5,"All answers agree with the published ones","An answer differs")`,
      'check',
    ),
  });
  sheet.row({
    A: text('Item', 'header'),
    B: text('Value', 'headerOfNumbers'),
    C: text('Unit', 'header'),
    D: text('Status', 'header'),
    E: text('Source', 'header'),
  });
  sheet.row({
    A: text('Tolerance'),
    B: input(0.005, '0.000'),
    C: text('of the unit', 'unit'),
    E: text('Answers are published to two decimals', 'note'),
  });
  const showFirst = draftTokenPrice(sheet, differences);
  draftGraduatedTiers(sheet, differences);
  draftReservedUnits(sheet, differences);
  return {
    key: 'Prices',
    sheetName: 'Sample prices',
    widths: [170, 95, 120, 70, 330],
    frozenRows: 4,
    rows: sheet.rows,
    showFirst,
  };
}

/** A row of a figure from the source. @returns the address of the value */
function published(sheet: SheetWriter, label: string, value: DraftCell, unit: string): string {
  return `B${sheet.row({ A: text(label), B: value, C: text(unit, 'unit'), D: text('Published', 'reported') })}`;
}

function section(sheet: SheetWriter, heading: string, title: string, address: string): void {
  sheet.row();
  const fill = text('', 'section');
  sheet.row({ A: text(heading, 'section'), B: fill, C: fill, D: fill, E: fill });
  sheet.row({ A: text('Source', 'note'), B: text(`${title}, ${address}`, 'note') });
}

function compare(sheet: SheetWriter, result: string, answer: string, unit: string): string {
  const row = sheet.row({
    A: text('Difference'),
    B: calculated(`=ABS(${result}-${answer})`, FORMATS.money),
    C: text(unit, 'unit'),
  });
  return `B${row}`;
}

function draftTokenPrice(sheet: SheetWriter, differences: string[]): string {
  section(
    sheet,
    'Tokens with prompt caching',
    'FOCUS Specification, AI prompt caching example A (working draft)',
    'github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec',
  );
  const tokens = (label: string, value: number) =>
    published(sheet, label, input(value, FORMATS.count), 'tokens');
  const price = (label: string, value: number) =>
    published(sheet, label, input(value, FORMATS.unitPrice), 'USD per M tokens');
  const inputTokens = tokens('Uncached input tokens', 500_000);
  const outputTokens = tokens('Output tokens', 1_500_000);
  const inputPrice = price('Input price', 3);
  const outputPrice = price('Output price', 15);
  const options = tokens('Cache read tokens', 8_000_000).replace('B', 'A');
  price('Cache read price', 0.3);
  tokens('Cache write tokens', 2_000_000);
  const last = price('Cache write price', 3.75);
  const result = `B${sheet.row({
    A: text('Token cost'),
    B: output(
      `=${NAMESPACE}.TOKEN_COST(${inputTokens},${outputTokens},${inputPrice},${outputPrice},${options}:${last})`,
      FORMATS.money,
    ),
    C: text('USD', 'unit'),
    D: text('Computed', 'note'),
    E: text(`${NAMESPACE}.TOKEN_COST`, 'note'),
  })}`;
  const inputCost = published(sheet, 'Published cost of input', reference(11.4, FORMATS.money), 'USD');
  const outputCost = published(sheet, 'Published cost of output', reference(22.5, FORMATS.money), 'USD');
  differences.push(compare(sheet, result, `SUM(${inputCost}:${outputCost})`, 'USD'));
  return result;
}

function draftGraduatedTiers(sheet: SheetWriter, differences: string[]): void {
  section(
    sheet,
    'Graduated tiers',
    'Autumn documentation, graduated pricing',
    'docs.useautumn.com/documentation/modelling-pricing/graduated-pricing',
  );
  const quantity = published(sheet, 'Requests', input(15_000, FORMATS.count), 'requests');
  sheet.row({
    A: text('Tiers', 'tableHead'),
    B: text('Up to, inclusive', 'tableHeadOfNumbers'),
    C: text('USD per request', 'tableHeadOfNumbers'),
  });
  const tier = (name: string, upTo: number | string, price: number): number =>
    sheet.row({
      A: text(name),
      B: input(upTo, FORMATS.count),
      C: input(price, FORMATS.unitPrice),
      D: text('Published', 'reported'),
    });
  const first = tier('First tier', 1_000, 0.01);
  tier('Second tier', 10_000, 0.008);
  const last = tier('Last tier (no limit)', '', 0.005);
  const result = `B${sheet.row({
    A: text('Tiered cost'),
    B: output(`=${NAMESPACE}.TIERED_COST(${quantity},B${first}:C${last})`, FORMATS.money),
    C: text('USD', 'unit'),
    D: text('Computed', 'note'),
    E: text(`${NAMESPACE}.TIERED_COST`, 'note'),
  })}`;
  const answer = published(sheet, 'Published answer', reference(107, FORMATS.money), 'USD');
  differences.push(compare(sheet, result, answer, 'USD'));
}

function draftReservedUnits(sheet: SheetWriter, differences: string[]): void {
  section(
    sheet,
    'Units to reserve',
    'Microsoft Foundry, provisioned throughput sizing (2026-05-21)',
    'github.com/MicrosoftDocs/azure-ai-docs',
  );
  const figure = (label: string, value: number, unit: string) =>
    published(sheet, label, input(value, FORMATS.count), unit);
  const requests = figure('Requests per minute', 1_000, 'requests');
  const inputTokens = figure('Input tokens per request', 200, 'tokens');
  const outputTokens = figure('Output tokens per request', 20, 'tokens');
  const throughput = figure('Throughput of a unit', 3_400, 'tokens per minute');
  const options = figure('Output ratio', 8, 'input tokens').replace('B', 'A');
  figure('Minimum', 15, 'units');
  const last = figure('Increment', 5, 'units');
  sheet.row({
    A: text('', 'tableHead'),
    B: text('Exact need', 'tableHeadOfNumbers'),
    C: text('Units to buy', 'tableHeadOfNumbers'),
  });
  const result = sheet.row({
    A: text('Reserved units'),
    B: output(
      `=${NAMESPACE}.RESERVED_UNITS(${requests},${inputTokens},${outputTokens},${throughput},${options}:${last})`,
      FORMATS.decimal,
    ),
    C: { style: 'output', format: FORMATS.count },
    D: text('Computed', 'note'),
    E: text(`${NAMESPACE}.RESERVED_UNITS, spilling into two cells`, 'note'),
  });
  const answer = sheet.row({
    A: text('Published answer'),
    B: reference(105.88, FORMATS.decimal),
    C: reference(110, FORMATS.count),
    D: text('Published', 'reported'),
    E: text('The exact need is printed rounded', 'note'),
  });
  const difference = sheet.row({
    A: text('Difference'),
    B: calculated(`=ABS(B${result}-B${answer})`, FORMATS.money),
    C: calculated(`=ABS(C${result}-C${answer})`, FORMATS.money),
  });
  differences.push(`B${difference}:C${difference}`);
}

import type { Contract } from '../../../contract/contract';
import { FORMATS, type NumberFormat } from '../plan/number-formats';
import type { Places } from '../plan/places';

/** A row of the annual tables. */
export interface AnnualLine {
  readonly kind: 'sum' | 'family' | 'ratio' | 'running';
  /** Id of the line of the model, or the beginning of those of a family. */
  readonly line: string;
  /** Where the row's id is not that of its line. */
  readonly id?: string;
  readonly label: string;
  readonly unit: string;
  readonly format: NumberFormat;
  /** Rows of the same table: dividend and divisor, or what runs up. */
  readonly parts?: readonly string[];
  readonly isPerMillion?: boolean;
  readonly isOutput?: boolean;
  /** Lines of the model without which the row is left out. */
  readonly needs: readonly string[];
}

const flow = (line: string, label: string, isOutput = false): AnnualLine => ({
  kind: 'sum',
  line,
  label,
  unit: 'currency',
  format: FORMATS.money,
  isOutput,
  needs: [line],
});

/** A lower cost is no warning: brackets without the red of a negative amount. */
const difference = (line: string, label: string, isOutput = false): AnnualLine => ({
  ...flow(line, label, isOutput),
  format: FORMATS.delta,
});

const volume = (line: string, label: string): AnnualLine => ({
  ...flow(line, label),
  unit: 'tokens',
  format: FORMATS.trillions,
});

const family = (line: string, needs: string): AnnualLine => ({
  ...flow(line, ''),
  kind: 'family',
  needs: [needs],
});

export const ANNUAL_LINES: readonly AnnualLine[] = [
  flow('reserved.billed', 'Reserved capacity, billed'),
  flow('reserved.overflow cost', 'Overflow, on demand'),
  flow('token.net', 'Metered, first vendor'),
  flow('vendor.cost', 'Metered, other vendors'),
  flow('commitment.true-up', 'True-up, first vendor'),
  flow('vendor.true-up', 'True-up, other vendors'),
  flow('tools.cost', 'Seat tools'),
  flow('total.billed', 'Total billed', true),
  flow('total.effective', 'Total effective', true),
  flow('reserved.unused', 'Of which reserved capacity unused'),
  family('chargeback.total', 'chargeback.total'),
  flow('vendor.paid', 'Billed by the first vendor'),
  flow('counterfactual.cost', 'Staying reserved', true),
  difference('comparison.delta', 'Delta: this path less staying reserved', true),
  difference('comparison.behaviour', 'Delta from behaviour'),
  difference('comparison.tariff', 'Delta from the tariff'),
  {
    kind: 'running',
    line: 'comparison.delta',
    id: 'running delta',
    label: 'Delta, cumulative',
    unit: 'currency',
    format: FORMATS.delta,
    parts: ['comparison.delta'],
    needs: ['comparison.delta'],
  },
  flow('valuation.billed', 'Present value: total billed'),
  difference('valuation.delta', 'Present value: delta'),
  volume('usage.tokens', 'Input-side tokens used'),
  {
    kind: 'ratio',
    line: 'price.effective',
    label: 'Effective cost per million input-side tokens',
    unit: 'currency per million tokens',
    format: FORMATS.unitPrice,
    parts: ['total.effective', 'usage.tokens'],
    isPerMillion: true,
    needs: ['price.effective', 'total.effective', 'usage.tokens'],
  },
  volume('reserved.capacity', 'Reserved capacity'),
  volume('reserved.served', 'Served by reserved capacity'),
  {
    kind: 'ratio',
    line: 'reserved.utilisation',
    label: 'Utilisation of reserved capacity',
    unit: 'share',
    format: FORMATS.share,
    parts: ['reserved.served', 'reserved.capacity'],
    needs: ['reserved.served', 'reserved.capacity'],
  },
  flow('capital.flow[committed]', 'Capital committed, in the year'),
  flow('capital.flow[expected]', 'Capital expected, in the year'),
  flow('capital.flow[maximum]', 'Capital at most, in the year'),
];

/** What the scenarios are compared by. */
export const COMPARED_LINES: readonly string[] = [
  'total.billed',
  'total.effective',
  'counterfactual.cost',
  'comparison.delta',
  'valuation.npv billed',
  'valuation.npv delta',
  'price.effective',
  'usage.tokens',
  'reserved.unused',
  'commitment.true-up',
  'capital.flow[expected]',
  'capital.flow[maximum]',
  'capital.to spend expected',
];

export interface HeadlineRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly format: NumberFormat;
  readonly formula: (places: Places) => string;
  readonly needs: readonly string[];
}

const total = (id: string, line: string, label: string): HeadlineRow => ({
  id,
  label,
  unit: 'currency',
  format: FORMATS.money,
  formula: (places) => places.cell('Schedule', line, 'G'),
  needs: [line],
});

const constant = (id: string, line: string, label: string): HeadlineRow => ({
  ...total(id, line, label),
  formula: (places) => places.cell('Schedule', line, 'E'),
});

/** A lower cost is no warning: brackets without the red of a negative amount. */
const delta = (row: HeadlineRow): HeadlineRow => ({ ...row, format: FORMATS.delta });

export const isDelta = ({ format }: HeadlineRow): boolean => format === FORMATS.delta;

/** The day on which the path first meets the other, or the word none. */
const crossing = (basis: string): HeadlineRow => ({
  id: `headline.crossing ${basis}`,
  label: `First crossover of cumulative cost, ${basis}`,
  unit: 'date',
  format: FORMATS.date,
  formula: (places) => {
    const dates = places.series('Schedule', `crossing.date[${basis}]`, 'Summary');
    return `IF(MAX(${dates})=0,"none",LARGE(${dates},COUNTIF(${dates},">0")))`;
  },
  needs: [`crossing.date[${basis}]`],
});

const capital = (id: string, line: string, label: string): HeadlineRow => ({
  ...total(id, line, label),
  formula: (places) => places.cell('Tranches', line, 'G'),
});

/** The figures that a scenario is judged by, as the pane shows them. */
const HEADLINES: readonly HeadlineRow[] = [
  total('headline.billed', 'total.billed', 'Total billed'),
  constant('headline.npv', 'valuation.npv billed', 'Net present value of the total billed'),
  total('headline.reserved', 'counterfactual.cost', 'Staying reserved'),
  delta(total('headline.delta', 'comparison.delta', 'Delta: this path less staying reserved')),
  delta(constant('headline.npv delta', 'valuation.npv delta', 'Net present value of the delta')),
  {
    ...total('headline.price', 'price.effective', 'Effective cost per million input-side tokens'),
    unit: 'currency per million tokens',
    format: FORMATS.unitPrice,
  },
  crossing('effective'),
  crossing('billed'),
  capital('headline.capital expected', 'capital.flow[expected]', 'Capital expected'),
  capital('headline.capital maximum', 'capital.flow[maximum]', 'Capital at most'),
];

/** Those that the contract has the lines for. */
export const headlinesOf = ({ model }: Contract): HeadlineRow[] =>
  HEADLINES.filter(({ needs }) => needs.every((line) => model.line(line)));

import type { Contract } from '../../../contract/contract';
import type { ContractLine } from '../../../contract/lines/contract-line';
import { type NumberFormat, formatOf } from '../plan/number-formats';
import type { Places } from '../plan/places';
import { sheetOf } from './schedule-blocks';

const MILLION = 1_000_000;

/** A row of the annual tables. */
export interface AnnualRow {
  readonly kind: 'sum' | 'ratio' | 'running';
  readonly line: ContractLine;
  /** Where the row's id is not that of its line. */
  readonly id: string;
  readonly label: string;
  readonly format: NumberFormat;
  /** Rows of the same table: dividend and divisor, or what runs up. */
  readonly parts: readonly string[];
  readonly isPerMillion: boolean;
  readonly isOutput: boolean;
}

/** A line that the annual tables show, by what they call it. */
interface AnnualChoice {
  readonly line: string;
  readonly label: string;
  /** The lines of its items instead, or its running sum beside it. */
  readonly as?: 'items' | 'running';
  readonly isOutput?: boolean;
}

const show = (line: string, label: string): AnnualChoice => ({ line, label });
const output = (line: string, label: string): AnnualChoice => ({ line, label, isOutput: true });

/** A quotient stands below the two rows that it is formed from. */
const ANNUAL: readonly AnnualChoice[] = [
  show('reserved.billed', 'Reserved capacity, billed'),
  show('reserved.overflow cost', 'Overflow, on demand'),
  show('token.net', 'Metered, first vendor'),
  show('vendor.cost', 'Metered, other vendors'),
  show('commitment.true-up', 'True-up, first vendor'),
  show('vendor.true-up', 'True-up, other vendors'),
  show('tools.cost', 'Seat tools'),
  output('total.billed', 'Total billed'),
  output('total.effective', 'Total effective'),
  show('reserved.unused', 'Of which reserved capacity unused'),
  { line: 'chargeback.total', label: '', as: 'items' },
  show('vendor.paid', 'Billed by the first vendor'),
  output('counterfactual.cost', 'Staying reserved'),
  output('comparison.delta', 'Delta: this path less staying reserved'),
  show('comparison.behaviour', 'Delta from behaviour'),
  show('comparison.tariff', 'Delta from the tariff'),
  { line: 'comparison.delta', label: 'Delta, cumulative', as: 'running' },
  show('valuation.billed', 'Present value: total billed'),
  show('valuation.delta', 'Present value: delta'),
  show('usage.tokens', 'Input-side tokens used'),
  show('price.effective', 'Effective cost per million input-side tokens'),
  show('reserved.capacity', 'Reserved capacity'),
  show('reserved.served', 'Served by reserved capacity'),
  show('reserved.utilisation', 'Utilisation of reserved capacity'),
  show('capital.flow[committed]', 'Capital committed, in the year'),
  show('capital.flow[expected]', 'Capital expected, in the year'),
  show('capital.flow[maximum]', 'Capital at most, in the year'),
];

/** The rows of the annual tables that the contract has the lines for. */
export const annualRows = ({ model }: Contract): AnnualRow[] =>
  ANNUAL.flatMap((choice) => {
    const line = model.line(choice.line);
    if (!line) return [];
    if (choice.as !== 'items') return [annualRow(choice, line)];
    return model.lines
      .filter(({ id }) => id.startsWith(`${line.id}[`))
      .map((item) => annualRow({ line: item.id, label: item.label }, item));
  });

function annualRow({ label, as, isOutput = false }: AnnualChoice, line: ContractLine): AnnualRow {
  const { summary } = line;
  const row = { line, id: line.id, label, format: formatOf(line), isPerMillion: false, isOutput };
  if (as === 'running') return { ...row, kind: 'running', id: 'running delta', parts: [line.id] };
  if (summary.kind !== 'ratio') return { ...row, kind: 'sum', parts: [] };
  return {
    ...row,
    kind: 'ratio',
    parts: [summary.of.id, summary.to.id],
    isPerMillion: summary.times === MILLION,
  };
}

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
  /** Whether it is one amount less another, so that a word beside it says which side is cheaper. */
  readonly isDifference: boolean;
  readonly formula: (places: Places) => string;
}

interface Headline {
  readonly id: string;
  readonly line: string;
  readonly label: string;
}

/** The figures that a scenario is judged by, as the pane shows them. */
const HEADLINES: readonly Headline[] = [
  { id: 'headline.billed', line: 'total.billed', label: 'Total billed' },
  { id: 'headline.npv', line: 'valuation.npv billed', label: 'Net present value of the total billed' },
  { id: 'headline.reserved', line: 'counterfactual.cost', label: 'Staying reserved' },
  { id: 'headline.delta', line: 'comparison.delta', label: 'Delta: this path less staying reserved' },
  { id: 'headline.npv delta', line: 'valuation.npv delta', label: 'Net present value of the delta' },
  { id: 'headline.price', line: 'price.effective', label: 'Effective cost per million input-side tokens' },
  {
    id: 'headline.crossing effective',
    line: 'crossing.date[effective]',
    label: 'First crossover of cumulative cost, effective',
  },
  {
    id: 'headline.crossing billed',
    line: 'crossing.date[billed]',
    label: 'First crossover of cumulative cost, billed',
  },
  { id: 'headline.capital expected', line: 'capital.flow[expected]', label: 'Capital expected' },
  { id: 'headline.capital maximum', line: 'capital.flow[maximum]', label: 'Capital at most' },
];

/** Those that the contract has the lines for. */
export const headlinesOf = ({ model }: Contract): HeadlineRow[] =>
  HEADLINES.flatMap(({ id, line: of, label }) => {
    const line = model.line(of);
    if (!line) return [];
    const { unit, isDifference } = line;
    return [{ id, label, unit, isDifference, format: formatOf(line), formula: headlineFormula(line) }];
  });

/** Of a date, the first day in any month that has one, or the word none; of anything else, its total or its one value. */
function headlineFormula(line: ContractLine): HeadlineRow['formula'] {
  if (line.unit !== 'date') {
    const column = line.scalar ? 'E' : 'G';
    return (places) => places.cell(sheetOf(line), line.id, column);
  }
  return (places) => {
    const dates = places.series(sheetOf(line), line.id, 'Summary');
    return `IF(MAX(${dates})=0,"none",LARGE(${dates},COUNTIF(${dates},">0")))`;
  };
}

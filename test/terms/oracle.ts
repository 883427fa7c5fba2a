import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The reference tables, Meterbook's six published scenarios, and the template's column for each. */
export const REFERENCE_SCENARIOS = {
  base: 'Base',
  'delay-6m': 'Delay 6 months',
  denied: 'Denied',
  'early-exit': 'Early exit',
  'usage-culture-stays': 'Usage culture stays',
  'strong-efficiency': 'Strong efficiency',
} as const;
export type ReferenceCase = keyof typeof REFERENCE_SCENARIOS;
export const REFERENCE_CASES = Object.keys(REFERENCE_SCENARIOS) as ReferenceCase[];

const folder = path.join(__dirname, '..', 'oracle');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** The columns of a reference table by name, as printed. */
export function referenceColumns(name: ReferenceCase): ReadonlyMap<string, readonly string[]> {
  const [header = '', ...lines] = read(`${name}.monthly.csv`).trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  return new Map(header.split(',').map((column, place) => [column, rows.map((row) => row[place] ?? '')]));
}

export const referenceInputs = (name: ReferenceCase): ReferenceInputs =>
  JSON.parse(read(`${name}.inputs.json`)) as ReferenceInputs;

interface Tariff {
  start: string;
  rate_per_unit_hour: string;
  escalator: string;
  tokens_per_unit_hour: string;
  max_util: string;
  units: [string, number][];
}

export interface ReferenceInputs {
  model_start: string;
  horizon: number;
  as_of: string;
  currency: string;
  discount_rate: string;
  discount_timing: string;
  products: {
    name: string;
    d0: string;
    cache_read: string;
    cache_write: string;
    out_ratio: string;
    batch: string;
    growth: [string, Record<string, string>];
    season: string[] | null;
  }[];
  prices: Record<string, string>;
  batch_multiplier: string;
  price_decline: string;
  price_base: string;
  price_step_months: number;
  price_floor: string;
  burndown: Record<string, string>;
  reserved: Tariff & {
    end: string;
    upfront_share: string;
    upfront_discount: string;
    early_end: string | null;
    etf_share: string;
  };
  counterfactual: Tariff;
  cutover: string | null;
  phase_in_days: number;
  regime: { start: string; eps: string; half_life: string };
  elasticity: string;
  spend_tiers: [string | null, string][];
  min_commit: string[];
  vendor_b: { start: string; full: string; share: string; price_factor: string };
  tranches: { id: string; date: string; amount: string; kind: string; prob: string }[];
  tranche_mode: string;
  recirculation: { share: string; months: number };
}

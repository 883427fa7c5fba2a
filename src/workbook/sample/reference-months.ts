/**
 * Two months of the Meterbook reference table, base case: the month before the cutover that starts the term, and the
 * first month on the meter. All figures are illustrative; they are computed independently of this program. To the double that a cell can hold.
 */
export interface ReferenceMonth {
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  /** USD. */
  readonly reservedFee: number;
  /** Share of the month on the meter. */
  readonly tokenShare: number;
  readonly products: Readonly<Record<ProductName, ReferenceVolume>>;
}

export interface ReferenceVolume {
  /** Input-side tokens in the month: uncached, read from and written to a cache. */
  readonly tokens: number;
  /** Input-equivalent tokens of the part that is still reserved. */
  readonly reservedInputEquivalent: number;
  /** List cost of vendor A for the part on the meter, USD. */
  readonly listCost: number;
}

export type ProductName = 'Kiro' | 'Quick' | 'Alexa for Shopping';

/** Shares are of input-side tokens; the batch share is of all tokens. */
export interface Product {
  readonly name: ProductName;
  readonly cacheReadShare: number;
  readonly cacheWriteShare: number;
  readonly outputRatio: number;
  readonly batchShare: number;
}

export const PRODUCTS: readonly Product[] = [
  { name: 'Kiro', cacheReadShare: 0.7, cacheWriteShare: 0.08, outputRatio: 0.06, batchShare: 0.05 },
  { name: 'Quick', cacheReadShare: 0.5, cacheWriteShare: 0.1, outputRatio: 0.08, batchShare: 0.2 },
  {
    name: 'Alexa for Shopping',
    cacheReadShare: 0.6,
    cacheWriteShare: 0.05,
    outputRatio: 0.05,
    batchShare: 0.1,
  },
];

export const MONTHS: readonly [ReferenceMonth, ReferenceMonth] = [
  {
    start: '2026-07-01',
    end: '2026-08-01',
    reservedFee: 24_552_000,
    tokenShare: 0,
    products: {
      Kiro: { tokens: 9e12, reservedInputEquivalent: 6.21e12, listCost: 0 },
      Quick: { tokens: 3.5e12, reservedInputEquivalent: 3.4125e12, listCost: 0 },
      'Alexa for Shopping': {
        tokens: 5_057_851_239_669.422,
        reservedInputEquivalent: 3_654_297_520_661.157,
        listCost: 0,
      },
    },
  },
  {
    start: '2027-01-01',
    end: '2027-02-01',
    reservedFee: 27_252_720,
    tokenShare: 0.172222222222,
    products: {
      Kiro: {
        tokens: 11_384_199_576_606.166,
        reservedInputEquivalent: 6_502_275_324_838.222,
        listCost: 3_931_799.8875431144,
      },
      Quick: {
        tokens: 5_094_160_541_458.16,
        reservedInputEquivalent: 4_111_412_070_335.1904,
        listCost: 2_294_853.422586335,
      },
      'Alexa for Shopping': {
        tokens: 4_879_829_442_388.645,
        reservedInputEquivalent: 2_918_476_883_593.0195,
        listCost: 1_719_496.5089995337,
      },
    },
  },
];

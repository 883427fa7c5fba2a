import { type ItemKind, MONTHS, type TermDefinition, type TermRule, TOKEN_CLASSES } from './definition';

const SHARE: TermRule = { type: 'share', min: 0, max: 1 };
const AMOUNT: TermRule = { type: 'number', min: 0 };
const ABOVE_ZERO: TermRule = { type: 'number', above: 0 };
const DATE: TermRule = { type: 'date' };
const TEXT: TermRule = { type: 'text' };
const choice = (...choices: string[]): TermRule => ({ type: 'choice', choices });

type Row = Omit<TermDefinition, 'section' | 'item'>;

const section = (name: string, item: ItemKind, rows: readonly Row[]): TermDefinition[] =>
  rows.map((row) => ({ section: name, item, ...row }));

const MODEL = section('Model', 'none', [
  {
    term: 'Start',
    rule: DATE,
    unit: 'date',
    required: true,
    text: 'First day of the first period. Every later period starts on the same day of its month.',
  },
  {
    term: 'Horizon',
    rule: { type: 'number', min: 1, max: 600, whole: true },
    unit: 'months',
    required: true,
    text: 'Number of monthly periods.',
  },
  {
    term: 'As of',
    rule: DATE,
    unit: 'date',
    text: 'Date to which the present values of tranches are discounted; the model start where blank.',
  },
  {
    term: 'Currency',
    rule: TEXT,
    unit: 'text',
    byDefault: 'USD',
    text: 'Currency of every amount in the table.',
  },
  {
    term: 'Discount rate',
    rule: { type: 'number', above: -1, max: 10 },
    unit: 'per year',
    byDefault: 0,
    text: 'Effective annual rate.',
  },
  {
    term: 'Discount timing',
    rule: choice('Mid', 'End', 'Begin'),
    unit: 'choice',
    byDefault: 'Mid',
    text: 'Where in its month a monthly amount falls due.',
  },
  {
    term: 'Invoice rounding',
    rule: choice('None', 'Half away', 'Half even'),
    unit: 'choice',
    byDefault: 'None',
    text: 'Rounds each invoice line (product, vendor, charge, month) by itself; totals add rounded lines.',
  },
  {
    term: 'Invoice digits',
    rule: { type: 'number', min: 0, max: 6, whole: true },
    unit: 'digits',
    byDefault: 2,
    text: 'Decimal places of an invoice line.',
  },
]);

const SCENARIO = section('Scenario', 'none', [
  {
    term: 'Description',
    rule: TEXT,
    unit: 'text',
    text: 'What the scenario assumes, in a sentence. Not inherited from Base.',
  },
  {
    term: 'Weight',
    rule: SHARE,
    unit: 'share',
    text: 'Weight of the scenario in an expected value. Not inherited from Base.',
  },
  {
    term: 'Decided on',
    rule: DATE,
    unit: 'date',
    text: 'The terms that the scenario overrides act only on periods that start on or after this day. Not inherited from Base.',
  },
]);

const USAGE = section('Usage', 'name', [
  {
    term: 'Input tokens per month',
    rule: AMOUNT,
    unit: 'tokens',
    required: true,
    text: 'Input-side tokens of the first month, cached ones included.',
  },
  {
    term: 'Growth',
    rule: choice('None', 'CAGR', 'Monthly', 'Logistic', 'Table'),
    unit: 'choice',
    byDefault: 'None',
    text: 'How the volume grows from the model start.',
  },
  {
    term: 'Growth rate',
    rule: { type: 'number', above: -1, max: 100 },
    unit: 'per year or month',
    byDefault: 0,
    text: 'Yearly rate for CAGR, monthly rate for Monthly.',
  },
  {
    term: 'Saturation multiple',
    rule: ABOVE_ZERO,
    unit: 'factor',
    byDefault: 1,
    text: 'Logistic: what the volume tends to, as a multiple of the first month.',
  },
  { term: 'Logistic rate', rule: AMOUNT, unit: 'per month', byDefault: 0, text: 'Logistic: steepness k.' },
  {
    term: 'Cache read share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is read from a cache.',
  },
  {
    term: 'Cache write share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is written to a cache for five minutes.',
  },
  {
    term: 'Cache write 1h share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is written to a cache for an hour.',
  },
  {
    term: 'Output ratio',
    rule: AMOUNT,
    unit: 'tokens per token',
    byDefault: 0,
    text: 'Output tokens for each input-side token.',
  },
  {
    term: 'Batch share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume that is sent in batches.',
  },
  {
    term: 'Long-context share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume in requests above the long-context threshold.',
  },
  {
    term: 'Held share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume with the first vendor that runs on a model which a hold withholds.',
  },
]);

const GROWTH_INDEX = section('Growth index', 'name', [
  {
    term: 'Month #',
    rule: AMOUNT,
    unit: 'factor',
    text: 'Growth Table: volume from this month on (0 is the first), as a multiple. The last one stands for all later months.',
  },
]);

const SEASONALITY = section(
  'Seasonality',
  'name',
  MONTHS.map((term) => ({
    term,
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: `Seasonal factor of ${term}; the twelve are divided by their mean.`,
  })),
);

const BEHAVIOUR = section('Behaviour', 'none', [
  {
    term: 'Regime start',
    rule: DATE,
    unit: 'date',
    text: 'Day on which incentives turn from use to efficiency.',
  },
  {
    term: 'Efficiency cut',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the demand that efficiency takes away in the long run.',
  },
  {
    term: 'Half-life',
    rule: ABOVE_ZERO,
    unit: 'months',
    byDefault: 6,
    text: 'Months in which half of the cut is reached.',
  },
  {
    term: 'Price elasticity',
    rule: { type: 'number', min: -5, max: 0 },
    unit: 'elasticity',
    byDefault: 0,
    text: 'Response of metered volume to the list price index; 0 or below.',
  },
]);

const TARIFF: readonly Row[] = [
  {
    term: 'Start',
    rule: DATE,
    unit: 'date',
    required: true,
    text: 'First day of the term; anniversaries count from it.',
  },
  {
    term: 'Rate',
    rule: AMOUNT,
    unit: 'currency per unit and basis',
    required: true,
    text: 'Price of one unit in the first year of the term.',
  },
  {
    term: 'Rate basis',
    rule: choice('Hour', 'Day', 'Month', 'Year'),
    unit: 'choice',
    byDefault: 'Hour',
    text: 'What the rate is quoted for. An hour is billed 24 times a day.',
  },
  {
    term: 'Hours per month',
    rule: { type: 'number', above: 0, max: 744 },
    unit: 'hours',
    text: 'Rate per hour: hours billed for a full month, such as 730, instead of 24 a day.',
  },
  {
    term: 'Escalator',
    rule: { type: 'number', above: -1, max: 10 },
    unit: 'per year',
    byDefault: 0,
    text: 'Rise of the rate on every anniversary.',
  },
  {
    term: 'Tokens per unit-hour',
    rule: AMOUNT,
    unit: 'tokens',
    required: true,
    text: 'Input-equivalent tokens that a unit serves in an hour at full load.',
  },
  {
    term: 'Maximum utilisation',
    rule: SHARE,
    unit: 'share',
    byDefault: 1,
    text: 'Part of the nominal capacity that can be used in practice.',
  },
  {
    term: 'Load variation',
    rule: { type: 'number', min: 0, max: 5 },
    unit: 'cv',
    byDefault: 0,
    text: 'Coefficient of variation of the load within a month; above 0, part of it overflows even below capacity.',
  },
];

const UNITS: readonly Row[] = [
  { term: 'Units', rule: AMOUNT, unit: 'units', text: 'Units in force from the day in the item column on.' },
];

const RESERVED = [
  ...section('Reserved', 'none', [
    ...TARIFF,
    {
      term: 'End',
      rule: DATE,
      unit: 'date',
      text: 'First day after the committed term; the end of the horizon where blank.',
    },
    {
      term: 'Upfront share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of the term’s fees that is paid on its first day.',
    },
    {
      term: 'Upfront discount',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Discount on what is paid upfront.',
    },
    {
      term: 'Early end',
      rule: DATE,
      unit: 'date',
      text: 'First day without capacity, if the term is left early.',
    },
    {
      term: 'Termination fee share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of the remaining instalments that leaving early costs.',
    },
  ]),
  ...section('Reserved', 'date', UNITS),
];

const COUNTERFACTUAL = [
  ...section('Counterfactual', 'none', TARIFF),
  ...section('Counterfactual', 'date', UNITS),
];

const BURN_DOWN = section('Burn-down', 'token class', [
  {
    term: 'Weight',
    rule: AMOUNT,
    unit: 'input-equivalent tokens',
    byDefault: 0,
    text: 'Capacity that one token of the class uses, in input tokens.',
  },
]);

const TOKEN_PRICE = [
  ...section('Token price', 'token class', [
    {
      term: 'Price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'List price of the class at the price base.',
    },
  ]),
  ...section('Token price', 'none', [
    {
      term: 'Batch multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 0.5,
      text: 'Price of batched tokens as a part of the list price.',
    },
    {
      term: 'Price decline',
      rule: { type: 'number', min: -5, max: 1 },
      unit: 'per year',
      byDefault: 0,
      text: 'Yearly fall of list prices; negative for a rise.',
    },
    { term: 'Price base', rule: DATE, unit: 'date', text: 'Day from which the decline counts.' },
    {
      term: 'Price step',
      rule: { type: 'number', min: 0, max: 120, whole: true },
      unit: 'months',
      byDefault: 12,
      text: 'Prices fall in steps of so many months; 0 for every month.',
    },
    {
      term: 'Price floor',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 0,
      text: 'The price index does not fall below this.',
    },
    {
      term: 'Negotiated discount',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Discount on list, before the discount tiers.',
    },
    {
      term: 'Regional multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On list prices of metered volume, such as 1.1 for one region only.',
    },
    {
      term: 'Priority multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On list prices of metered volume, for a faster lane.',
    },
    {
      term: 'Long-context input multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On all input-side classes of long-context requests.',
    },
    {
      term: 'Long-context output multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On the output of long-context requests.',
    },
  ]),
];

const DISCOUNT_TIER = [
  ...section('Discount tier', 'none', [
    {
      term: 'Mode',
      rule: choice('Graduated', 'Volume'),
      unit: 'choice',
      byDefault: 'Graduated',
      text: 'Graduated: each part at its own tier. Volume: all at the tier reached.',
    },
    {
      term: 'Basis',
      rule: choice('Spend', 'Tokens'),
      unit: 'choice',
      byDefault: 'Spend',
      text: 'What the bounds count within a contract year: spend before tiers, or input-side tokens.',
    },
  ]),
  ...section('Discount tier', 'number', [
    {
      term: 'Up to',
      rule: ABOVE_ZERO,
      unit: 'currency or tokens',
      text: 'Upper bound of the tier, inclusive; blank in the last one.',
    },
    {
      term: 'Multiplier',
      rule: AMOUNT,
      unit: 'factor',
      text: 'What is paid for each unit of spend in the tier: 0.9 is a discount of 10 %.',
    },
  ]),
];

const COMMITMENT = [
  ...section('Commitment', 'none', [
    {
      term: 'True-up',
      rule: choice('Yes', 'No'),
      unit: 'choice',
      byDefault: 'Yes',
      text: 'Whether a shortfall is billed.',
    },
    {
      term: 'Overage factor',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'Price of spend beyond the commitment, relative to spend within it.',
    },
    {
      term: 'Window',
      rule: choice('Contract year', 'Month'),
      unit: 'choice',
      byDefault: 'Contract year',
      text: 'The span over which spend is held against the commitment; a month owes a twelfth.',
    },
  ]),
  ...section('Commitment', 'number', [
    {
      term: 'Amount',
      rule: AMOUNT,
      unit: 'currency',
      text: 'Minimum spend of the contract year. The last one listed stands for all later years.',
    },
  ]),
];

const TRANSITION = section('Transition', 'none', [
  {
    term: 'Cutover',
    rule: DATE,
    unit: 'date',
    text: 'Day on which the token meter starts; None where it never does.',
  },
  {
    term: 'Phase-in',
    rule: { type: 'number', min: 0, max: 3660, whole: true },
    unit: 'days',
    byDefault: 0,
    text: 'Days over which volume moves to the meter, evenly.',
  },
]);

const VENDOR = section('Vendor', 'name', [
  { term: 'Start', rule: DATE, unit: 'date', text: 'Day from which the vendor takes volume.' },
  { term: 'Full', rule: DATE, unit: 'date', text: 'Day from which it has its full share.' },
  { term: 'Share', rule: SHARE, unit: 'share', text: 'Full share of the metered volume.' },
  {
    term: 'Price factor',
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: 'Its prices relative to the first vendor’s list; not used where it has prices of its own.',
  },
  ...TOKEN_CLASSES.map((tokenClass) => ({
    term: `${tokenClass} price`,
    rule: AMOUNT,
    unit: 'currency per million tokens',
    text: `Its own list price for ${tokenClass.toLowerCase()} tokens.`,
  })),
  {
    term: 'Commitment',
    rule: AMOUNT,
    unit: 'currency',
    text: 'Its own minimum spend in a contract year; a shortfall is billed at the year’s end.',
  },
]);

const HOLD = section('Hold', 'name', [
  { term: 'From', rule: DATE, unit: 'date', text: 'First day on which the model is withheld.' },
  { term: 'To', rule: DATE, unit: 'date', text: 'First day on which it is back.' },
  {
    term: 'Disposition',
    rule: choice('Substitute', 'Lost', 'Second vendor'),
    unit: 'choice',
    byDefault: 'Substitute',
    text: 'What becomes of the held volume.',
  },
  {
    term: 'Price factor',
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: 'Price of the substitute relative to the held model.',
  },
  {
    term: 'Relief',
    rule: choice('Netted', 'Vendor shortfall', 'None'),
    unit: 'choice',
    byDefault: 'None',
    text: 'Netted: the commitment falls by the list value of the held volume. Vendor shortfall: that, and a credit. None: the minimum binds.',
  },
  {
    term: 'Credit rate',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Vendor shortfall: credit as a part of the list value of the held volume.',
  },
]);

const SEAT_TOOL = section('Seat tool', 'name', [
  {
    term: 'Vendor',
    rule: TEXT,
    unit: 'text',
    text: 'The vendor that bills the seats; the first one where blank.',
  },
  { term: 'Seats', rule: AMOUNT, unit: 'seats', required: true, text: 'Seats in use.' },
  {
    term: 'Price per seat-month',
    rule: AMOUNT,
    unit: 'currency',
    required: true,
    text: 'Price of one seat for a full month.',
  },
  { term: 'Start', rule: DATE, unit: 'date', text: 'First day in use; the model start where blank.' },
  { term: 'End', rule: DATE, unit: 'date', text: 'First day no longer in use; none where blank.' },
]);

const PREPAID_LOT = section('Prepaid lot', 'name', [
  { term: 'Date', rule: DATE, unit: 'date', text: 'Day of the purchase.' },
  { term: 'Paid', rule: AMOUNT, unit: 'currency', text: 'Cash paid.' },
  { term: 'Credits', rule: AMOUNT, unit: 'currency', text: 'Token cost that the lot pays for.' },
  {
    term: 'Expiry',
    rule: DATE,
    unit: 'date',
    text: 'First day on which what is left no longer counts; never where blank.',
  },
  {
    term: 'Rollover cap',
    rule: AMOUNT,
    unit: 'currency',
    byDefault: 0,
    text: 'Most that goes on after the expiry.',
  },
  {
    term: 'Rollover months',
    rule: { type: 'number', min: 0, max: 120, whole: true },
    unit: 'months',
    byDefault: 0,
    text: 'How long that counts.',
  },
]);

const TAKE_OR_PAY = [
  ...section('Take-or-pay', 'none', [
    {
      term: 'Share',
      rule: SHARE,
      unit: 'share',
      byDefault: 1,
      text: 'Part of the adjusted quantity that is paid for whether taken or not.',
    },
    {
      term: 'Price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'Price of the deficiency.',
    },
    {
      term: 'Make-up years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
      text: 'Contract years within which a paid deficiency may still be taken.',
    },
    {
      term: 'Make-up price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'Price of make-up tokens on top of what was paid.',
    },
    {
      term: 'Carry-forward cap',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Most of a year’s quantity that banked surplus may cover.',
    },
    {
      term: 'Carry-forward years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
      text: 'Life of banked surplus.',
    },
  ]),
  ...section('Take-or-pay', 'number', [
    { term: 'Quantity', rule: AMOUNT, unit: 'tokens', text: 'Quantity of the contract year.' },
    { term: 'Maintenance', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    { term: 'Force majeure', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    { term: 'Vendor shortfall', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    {
      term: 'Permitted reduction',
      rule: AMOUNT,
      unit: 'tokens',
      byDefault: 0,
      text: 'Taken off the quantity.',
    },
  ]),
];

const TRANCHE = [
  ...section('Tranche', 'none', [
    {
      term: 'Mode',
      rule: choice('Unconditional', 'Sequential'),
      unit: 'choice',
      byDefault: 'Unconditional',
      text: 'Sequential: a contingent tranche needs every earlier one.',
    },
    {
      term: 'Recirculated share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of a tranche that comes back as spend on the investor’s own cloud.',
    },
    {
      term: 'Recirculation months',
      rule: { type: 'number', min: 0, max: 600, whole: true },
      unit: 'months',
      byDefault: 0,
      text: 'Months over which it comes back, evenly by days.',
    },
  ]),
  ...section('Tranche', 'name', [
    {
      term: 'Date',
      rule: DATE,
      unit: 'date',
      required: true,
      text: 'Day on which the tranche is or was funded, or falls due.',
    },
    { term: 'Amount', rule: AMOUNT, unit: 'currency', required: true, text: 'Amount of the tranche.' },
    {
      term: 'Kind',
      rule: choice('Funded', 'Firm', 'Contingent', 'Expired'),
      unit: 'choice',
      byDefault: 'Firm',
      text: 'How sure it is.',
    },
    { term: 'Probability', rule: SHARE, unit: 'share', text: 'Contingent: that its condition is met.' },
    { term: 'Trigger', rule: TEXT, unit: 'text', text: 'The condition, in words.' },
  ]),
];

/** Every term that the table may hold, in the order in which a new table lists them. */
export const CATALOGUE: readonly TermDefinition[] = [
  ...SCENARIO,
  ...MODEL,
  ...USAGE,
  ...GROWTH_INDEX,
  ...SEASONALITY,
  ...BEHAVIOUR,
  ...TRANSITION,
  ...RESERVED,
  ...COUNTERFACTUAL,
  ...BURN_DOWN,
  ...TOKEN_PRICE,
  ...DISCOUNT_TIER,
  ...COMMITMENT,
  ...TAKE_OR_PAY,
  ...PREPAID_LOT,
  ...HOLD,
  ...VENDOR,
  ...SEAT_TOOL,
  ...TRANCHE,
];

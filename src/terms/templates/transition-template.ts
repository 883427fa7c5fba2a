import { RowWriter, type Source, type TemplateCell, layOut } from './layout';

const DELAY = 'Delay 6 months';
const DENIED = 'Denied';
const EARLY = 'Early exit';
const CULTURE = 'Usage culture stays';
const STRONG = 'Strong efficiency';
const HELD = 'Model held by regulator';
const SECOND = 'Second anchor vendor';

const SCENARIOS = [DELAY, DENIED, EARLY, CULTURE, STRONG, HELD, SECOND];

const ARTICLE = 'Amazon’s Anthropic bet is now coming with a meter (type0.ai)';
const PRESS = 'Press reports on the investment of April 2026 (techvisor.pro, evermx.com)';
const STATE = '2026-11-22';

const illustrative = (note = ''): Source => ({ status: 'Illustrative', note });
const reported = (source: string, note: string): Source => ({
  status: 'Reported',
  source,
  asOf: STATE,
  note,
});
const SET: Source = illustrative('Chosen for this template; nobody published a figure.');
const CARD: Source = illustrative('Shape of public price lists; contract prices are not published.');

type Scenarios = Readonly<Record<string, TemplateCell>>;
const only = (scenarios: Scenarios): { scenarios: Scenarios } => ({ scenarios });

/**
 * Amazon and Anthropic as reported: reserved compute until token pricing starts in 2027, three metered products, the
 * tranches beside it. What the press gave is Reported; every other figure is Illustrative.
 */
export function transition(): TemplateCell[][] {
  const write = new RowWriter();
  scenarioRows(write);
  modelRows(write);
  usageRows(write);
  behaviourRows(write);
  reservedRows(write);
  counterfactualRows(write);
  tokenRows(write);
  vendorRows(write);
  trancheRows(write);
  return layOut(SCENARIOS, write.rows);
}

function scenarioRows(write: RowWriter): void {
  write.at('Scenario').row(
    'Description',
    'Token pricing starts on 1 January 2027 and is phased in over 90 days.',
    illustrative(),
    only({
      [DELAY]:
        'Token pricing starts half a year later, and the reserved term and its units go on until then.',
      [DENIED]: 'The report is denied: capacity stays reserved over the whole horizon.',
      [EARLY]: 'Reserved capacity is left two months before its term ends, against a fee.',
      [CULTURE]: 'Incentives to use much stay in place, so that no efficiency sets in.',
      [STRONG]: 'Efficiency takes twice as much of the demand away as in the base case.',
      [HELD]: 'A regulator withholds one model for half a year, and a dearer one serves in its place.',
      [SECOND]: 'A second vendor takes 40 % of the metered volume instead of 15 %.',
    }),
  );
}

function modelRows(write: RowWriter): void {
  write
    .at('Model')
    .row('Start', '2026-07-01', SET)
    .row('Horizon', 60, SET)
    .row('As of', '2026-07-01', SET)
    .row('Currency', 'USD', SET)
    .row('Discount rate', 0.09, SET)
    .row('Discount timing', 'Mid', SET);
}

function usageRows(write: RowWriter): void {
  const product = reportedProduct;
  write
    .at('Usage', 'Kiro')
    .row('Input tokens per month', 9e12, product('Kiro'))
    .row('Growth', 'CAGR', SET)
    .row('Growth rate', 0.6, SET, { range: [0.3, 0.9], unit: 'per year' })
    .row('Cache read share', 0.7, SET, { range: [0.55, 0.8] })
    .row('Cache write share', 0.08, SET)
    .row('Output ratio', 0.06, SET)
    .row('Batch share', 0.05, SET)
    .row(
      'Held share',
      0,
      illustrative('Part of Kiro that runs on the model in question.'),
      only({ [HELD]: 0.4 }),
    )
    .at('Usage', 'Quick')
    .row('Input tokens per month', 3.5e12, product('Quick'))
    .row('Growth', 'Logistic', SET)
    .row('Saturation multiple', 4, SET, { range: [2.5, 6] })
    .row('Logistic rate', 0.09, SET)
    .row('Cache read share', 0.5, SET)
    .row('Cache write share', 0.1, SET)
    .row('Output ratio', 0.08, SET)
    .row('Batch share', 0.2, SET)
    .at('Usage', 'Alexa for Shopping')
    .row('Input tokens per month', 5e12, product('Alexa for Shopping'))
    .row('Growth', 'Monthly', SET)
    .row('Growth rate', 0.015, SET, { unit: 'per month' })
    .row('Cache read share', 0.6, SET)
    .row('Cache write share', 0.05, SET)
    .row('Output ratio', 0.05, SET)
    .row('Batch share', 0.1, SET);
  write.at('Seasonality', 'Alexa for Shopping');
  for (const [month, factor] of SEASONS) write.row(month, factor, SET);
}

const reportedProduct = (name: string): Source => ({
  ...illustrative(`${name} is reported as one of the three metered products; its volume is not published.`),
  source: ARTICLE,
  asOf: STATE,
});

const SEASONS: readonly (readonly [string, number])[] = [
  ['January', 0.9],
  ['February', 0.88],
  ['March', 0.92],
  ['April', 0.94],
  ['May', 0.96],
  ['June', 0.98],
  ['July', 1.02],
  ['August', 0.96],
  ['September', 0.97],
  ['October', 1.02],
  ['November', 1.2],
  ['December', 1.35],
];

function behaviourRows(write: RowWriter): void {
  write
    .at('Behaviour')
    .row('Regime start', '2027-01-01', SET)
    .row('Efficiency cut', 0.2, SET, { range: [0.05, 0.4], ...only({ [CULTURE]: 0, [STRONG]: 0.4 }) })
    .row('Half-life', 6, SET)
    .row('Price elasticity', -0.3, SET, { range: [0, -0.6], ...only({ [DENIED]: 0 }) })
    .at('Transition')
    .row(
      'Cutover',
      '2027-01-01',
      reported(
        ARTICLE,
        'Token pricing from 2027 is reported, and Amazon has not disputed the timing; the day is Illustrative.',
      ),
      only({ [DELAY]: '2027-07-01', [DENIED]: 'None' }),
    )
    .row('Phase-in', 90, SET, { range: [0, 180] });
}

function reservedRows(write: RowWriter): void {
  const computeHours: Source = {
    ...illustrative('Billing by the compute hour is reported; the rate is not published.'),
    source: ARTICLE,
    asOf: STATE,
  };
  write
    .at('Reserved')
    .row('Start', '2026-07-01', SET)
    .row('End', '2027-04-01', SET, only({ [DELAY]: '2027-10-01', [DENIED]: '2031-07-01' }))
    .row('Rate', 33, computeHours, { unit: 'USD per unit-hour' })
    .row('Rate basis', 'Hour', computeHours)
    .row('Escalator', 0.04, SET)
    .row('Tokens per unit-hour', 22e6, SET)
    .row('Maximum utilisation', 0.95, SET)
    .row('Upfront share', 0.25, SET, only({ [DENIED]: 0 }))
    .row('Upfront discount', 0.04, SET)
    .row('Early end', '', SET, only({ [EARLY]: '2027-02-01' }))
    .row('Termination fee share', 0.5, SET);
  for (const [day, units, scenarios] of RESERVED_UNITS) {
    write.at('Reserved', day).row('Units', units, SET, only(scenarios));
  }
}

const RESERVED_UNITS: readonly (readonly [string, TemplateCell, Scenarios])[] = [
  ['2026-07-01', 1000, {}],
  ['2026-10-15', 1110, {}],
  ['2027-07-01', '', { [DELAY]: 1800, [DENIED]: 1800 }],
  ['2028-07-01', '', { [DENIED]: 2300 }],
  ['2029-07-01', '', { [DENIED]: 3000 }],
  ['2030-07-01', '', { [DENIED]: 4000 }],
];

function counterfactualRows(write: RowWriter): void {
  write
    .at('Counterfactual')
    .row('Start', '2026-07-01', SET)
    .row('Rate', 33, SET, { unit: 'USD per unit-hour' })
    .row('Rate basis', 'Hour', SET)
    .row('Escalator', 0.04, SET)
    .row('Tokens per unit-hour', 22e6, SET)
    .row('Maximum utilisation', 0.95, SET);
  const units: readonly (readonly [string, number])[] = [
    ['2026-07-01', 1000],
    ['2026-10-15', 1110],
    ['2027-07-01', 1800],
    ['2028-07-01', 2300],
    ['2029-07-01', 3000],
    ['2030-07-01', 4000],
  ];
  for (const [day, count] of units) write.at('Counterfactual', day).row('Units', count, SET);
}

function tokenRows(write: RowWriter): void {
  const classes: readonly (readonly [string, number, number])[] = [
    ['Input', 1, 3],
    ['Output', 5, 15],
    ['Cache read', 0.1, 0.3],
    ['Cache write', 1.25, 3.75],
  ];
  for (const [name, weight] of classes) write.at('Burn-down', name).row('Weight', weight, CARD);
  for (const [name, , price] of classes) write.at('Token price', name).row('Price', price, CARD);
  write
    .at('Token price')
    .row('Batch multiplier', 0.5, CARD, { range: [0.4, 0.6] })
    .row('Price decline', 0.15, SET, { range: [0.05, 0.3] })
    .row('Price base', '2027-01-01', SET)
    .row('Price step', 12, SET)
    .row('Price floor', 0, SET)
    .at('Discount tier')
    .row('Mode', 'Graduated', SET)
    .at('Discount tier', '1')
    .row('Up to', 200e6, SET, { unit: 'USD' })
    .row('Multiplier', 1, SET)
    .at('Discount tier', '2')
    .row('Up to', 500e6, SET, { unit: 'USD' })
    .row('Multiplier', 0.9, SET)
    .at('Discount tier', '3')
    .row('Multiplier', 0.8, SET);
  for (const [place, amount] of [500e6, 600e6, 600e6, 680e6, 760e6].entries()) {
    write.at('Commitment', String(place + 1)).row('Amount', amount, SET);
  }
}

function vendorRows(write: RowWriter): void {
  const hold = illustrative('No hold is reported; the scenario shows what one would cost.');
  const rollOut = (name: string, note: string): Source =>
    illustrative(`The roll-out of ${name} to employees is reported, its size is not. ${note}`);
  write
    .at('Hold', 'Model in question')
    .row('From', '', hold, only({ [HELD]: '2028-01-01' }))
    .row('To', '', hold, only({ [HELD]: '2028-07-01' }))
    .row('Disposition', '', hold, only({ [HELD]: 'Substitute' }))
    .row('Price factor', '', hold, only({ [HELD]: 1.25 }))
    .row('Relief', '', hold, only({ [HELD]: 'Netted' }))
    .at('Vendor', 'B')
    .row('Start', '2027-01-01', SET)
    .row('Full', '2028-01-01', SET)
    .row('Share', 0.15, SET, { range: [0, 0.4], ...only({ [SECOND]: 0.4 }) })
    .row('Price factor', 0.9, SET)
    .at('Seat tool', 'Claude Code')
    .row('Seats', 0, rollOut('Claude Code', 'Not in the base case: enter the seats.'))
    .row('Price per seat-month', 200, rollOut('Claude Code', 'Published averages lie between 150 and 250.'))
    .at('Seat tool', 'Codex')
    .row('Vendor', 'B', SET)
    .row('Seats', 0, rollOut('Codex', 'Not in the base case: enter the seats.'))
    .row('Price per seat-month', 200, rollOut('Codex', 'Taken as for Claude Code.'));
}

function trancheRows(write: RowWriter): void {
  write
    .at('Tranche')
    .row('Mode', 'Unconditional', SET)
    .row('Recirculated share', 0.6, SET)
    .row('Recirculation months', 24, SET);
  for (const [name, day, amount, note, when] of FUNDED) {
    const source = reported(PRESS, note);
    write
      .at('Tranche', name)
      .row('Date', day, dayAssumed(when))
      .row('Amount', amount, source)
      .row('Kind', 'Funded', source);
  }
  const firm = reported(PRESS, '$5B firm is reported, as new money of April 2026.');
  const halves = illustrative('Half of the reported $5B; the split into two dates is not published.');
  for (const [name, day] of FIRM) {
    write.at('Tranche', name).row('Date', day, halves).row('Amount', 2.5e9, halves).row('Kind', 'Firm', firm);
  }
  const contingent = reported(PRESS, 'Up to $20B more is reported, tied to commercial milestones.');
  const quarters = illustrative('A quarter of the reported $20B; the split and the dates are not published.');
  for (const [name, day, probability] of CONTINGENT) {
    write
      .at('Tranche', name)
      .row('Date', day, quarters)
      .row('Amount', 5e9, quarters)
      .row('Kind', 'Contingent', contingent)
      .row('Probability', probability, SET)
      .row('Trigger', 'Commercial milestone', contingent);
  }
}

/** The press gives the year or the month of a payment, not its day. */
const dayAssumed = (when: string): Source => ({ ...illustrative(when), source: PRESS, asOf: STATE });

const FUNDED: readonly (readonly [name: string, day: string, amount: number, note: string, when: string])[] =
  [
    [
      'F1',
      '2023-09-25',
      1.25e9,
      '$1.25B of the agreement of 2023, part of the $8B before 2026.',
      'The year 2023 is reported; the day is Illustrative.',
    ],
    [
      'F2',
      '2024-03-27',
      2.75e9,
      '$2.75B: option of the agreement of 2023, exercised; part of the $8B before 2026.',
      'That the option of 2023 was exercised is reported; month and day are Illustrative.',
    ],
    [
      'F3',
      '2024-11-22',
      4e9,
      '$4B of November 2024, convertible; part of the $8B before 2026.',
      'November 2024 is reported; the day is Illustrative.',
    ],
  ];

const FIRM: readonly (readonly [string, string])[] = [
  ['C1', '2026-09-30'],
  ['C2', '2027-03-31'],
];

const CONTINGENT: readonly (readonly [string, string, number])[] = [
  ['K1', '2027-12-31', 0.7],
  ['K2', '2028-12-31', 0.5],
  ['K3', '2029-12-31', 0.35],
  ['K4', '2030-12-31', 0.2],
];

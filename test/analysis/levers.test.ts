import { changeText, changesOf } from '../../src/analysis/edit-statement';
import { headlineOf } from '../../src/analysis/headline';
import { Refusal } from '../../src/base/refusal';
import type { Lever, LeverAnswers } from '../../src/analysis/levers/lever';
import { LEVERS } from '../../src/analysis/levers/levers';
import { totalValue } from '../../src/contract/buckets';
import type { Contract } from '../../src/contract/contract';
import { withEdits } from '../../src/terms/entry/edit';
import { parseTerms } from '../../src/terms/table/parse';
import type { TermsTable } from '../../src/terms/table/table';
import { template } from '../../src/terms/templates/template';
import { type Block, type ShortRow, blockOf, day, tableOf } from '../terms/tables';
import { contractOf, placeOf, reference, transitionBlock } from './transition';

/** A scenario beside the template's own that says nothing yet. */
const NEW = 'Lever';
const withScenario = (block: Block | typeof transitionBlock): unknown[][] =>
  withEdits(block, [
    { section: 'Scenario', item: '', term: 'Description', column: NEW, value: 'Moved by a lever' },
  ]);

const named = (id: string): Lever => {
  const found = LEVERS.find((lever) => lever.id === id);
  if (!found) throw new Error(`no lever ${id}`);
  return found;
};

function edits(table: TermsTable, id: string, answers: LeverAnswers = {}, scenario = NEW) {
  const result = named(id).edits(table, scenario, answers);
  if (result instanceof Refusal) throw new Error(result.sentence);
  return result;
}

const refusal = (table: TermsTable, id: string, answers: LeverAnswers = {}, scenario = NEW): string => {
  const result = named(id).edits(table, scenario, answers);
  return result instanceof Refusal ? result.sentence : `no refusal: ${result.map(({ term }) => term).join()}`;
};

const block = withScenario(transitionBlock);
const { table } = contractOf(block);

/** The contract with the lever moved in the new scenario. */
function moved(id: string, answers: LeverAnswers = {}): { contract: Contract; scenario: number } {
  const contract = contractOf(withEdits(block, edits(table, id, answers)));
  return { contract, scenario: placeOf(contract.table, NEW) };
}

const statement = (of: TermsTable, id: string, answers: LeverAnswers = {}): string[] =>
  changesOf(of, edits(of, id, answers)).map((change) => changeText(change));

test('the eight questions, each with a text and fields that state unit and range', () => {
  expect(LEVERS.map(({ id }) => id)).toEqual([
    'cutover-moves',
    'meter-denied',
    'usage-culture',
    'second-vendor',
    'model-held',
    'price-war',
    'early-exit',
    'tranche-due',
  ]);
  for (const { question, text, fields } of LEVERS) {
    expect(question).toMatch(/^What if .*\?$/);
    expect(text).toMatch(/\.$/);
    for (const field of fields) expect(field.unit).not.toBe('');
  }
});

describe('on Base a lever gives the published scenario', () => {
  const FIGURES: readonly (readonly [id: string, column: string])[] = [
    ['total.billed', 'total_billed'],
    ['total.effective', 'total_effective'],
    ['valuation.npv billed', 'npv_billed'],
    ['comparison.delta', 'delta'],
    ['comparison.behaviour', 'behaviour_effect'],
    ['reserved.billed', 'reserved_billed'],
    ['reserved.unused', 'reserved_unused'],
    ['reserved.termination fee', 'etf'],
    ['commitment.true-up', 'true_up'],
    ['usage.tokens', 'input_tokens'],
  ];

  test.each([
    ['Delay 6 months', 'cutover-moves', { months: 6 }],
    ['Denied', 'meter-denied', {}],
    ['Early exit', 'early-exit', { day: day('2027-02-01') }],
    ['Usage culture stays', 'usage-culture', { outcome: 'Leaderboards stay' }],
    ['Strong efficiency', 'usage-culture', { outcome: 'Efficiency takes hold', cut: 0.4 }],
  ] as const)('%s', (scenario, id, answers) => {
    const { contract, scenario: place } = moved(id, answers);
    for (const [figure, column] of FIGURES) {
      const line = contract.model.line(figure);
      const value = line && totalValue(contract.evaluation(place), line);
      expect([figure, value?.toFixed(6)]).toEqual([figure, reference(scenario, column)]);
    }
  });

  // Published in millions to one decimal: Delay 12 months, 40 % to a second vendor, prices down by 30 % a year.
  test.each([
    ['cutover-moves', { months: 12 }, 3878.0, 3020.1, -488.9],
    ['second-vendor', { share: 0.4 }, 4417.7, 3452.0, 50.9],
    ['price-war', { decline: 0.3 }, 3382.0, 2677.9, -792.2],
  ] as const)('%s %j in millions', (id, answers, billed, npv, delta) => {
    const { contract, scenario } = moved(id, answers);
    const headline = headlineOf(contract, scenario);
    const millions = [headline.totalBilled, headline.npv, headline.delta].map((value) =>
      value.dividedBy(1e6).toDecimalPlaces(1).toNumber(),
    );
    expect(millions).toEqual([billed, npv, delta]);
  });

  test('a held model is the template’s scenario of that name, as suggested', () => {
    const { contract, scenario } = moved('model-held');
    const own = placeOf(contract.table, 'Model held by regulator');
    const billed = (place: number) => headlineOf(contract, place).totalBilled.toFixed(6);
    expect(billed(scenario)).toBe(billed(own));
    expect(billed(scenario)).not.toBe(billed(0));
  });

  test('a tranche that falls due counts in full', () => {
    const expected = (answers: LeverAnswers) => {
      const { contract, scenario } = moved('tranche-due', answers);
      return headlineOf(contract, scenario).capitalExpected.toNumber();
    };
    // 13.75 billion expected; the first tranche of 5 billion counts by 0.7 in it, the third by 0.35.
    expect(expected({ tranche: 'K1' })).toBe(13.75e9 + 0.3 * 5e9);
    expect(expected({ tranche: 'k3' })).toBe(13.75e9 + 0.65 * 5e9);
  });
});

describe('a lever states the terms that it changes', () => {
  test.each([
    [
      'cutover-moves',
      { months: 6 },
      [
        'Transition | Cutover: 2027-01-01 → 2027-07-01',
        'Reserved | End: 2027-04-01 → 2027-10-01',
        'Reserved | 2027-07-01 | Units: none → 1800 units',
      ],
    ],
    [
      'cutover-moves',
      { months: 6, units: 'Unchanged' },
      ['Transition | Cutover: 2027-01-01 → 2027-07-01', 'Reserved | End: 2027-04-01 → 2027-10-01'],
    ],
    [
      'cutover-moves',
      { months: -3 },
      ['Transition | Cutover: 2027-01-01 → 2026-10-01', 'Reserved | End: 2027-04-01 → 2027-01-01'],
    ],
    [
      'meter-denied',
      {},
      [
        'Transition | Cutover: 2027-01-01 → none',
        'Reserved | Upfront share: 25% → 0%',
        'Reserved | End: 2027-04-01 → 2031-07-01',
        'Reserved | 2027-07-01 | Units: none → 1800 units',
        'Reserved | 2028-07-01 | Units: none → 2300 units',
        'Reserved | 2029-07-01 | Units: none → 3000 units',
        'Reserved | 2030-07-01 | Units: none → 4000 units',
      ],
    ],
    ['usage-culture', {}, ['Behaviour | Efficiency cut: 20% → 0%']],
    ['usage-culture', { outcome: 'Efficiency takes hold' }, ['Behaviour | Efficiency cut: 20% → 40%']],
    ['second-vendor', {}, ['Vendor | B | Share: 15% → 40%']],
    [
      'second-vendor',
      { vendor: 'C', share: 0.3, 'price factor': 0.8 },
      [
        'Vendor | C | Start: none → 2027-01-01',
        'Vendor | C | Full: none → 2028-01-01',
        'Vendor | C | Share: none → 30%',
        'Vendor | C | Price factor: none → 0.8',
      ],
    ],
    [
      'model-held',
      {},
      [
        'Hold | Model in question | From: none → 2028-01-01',
        'Hold | Model in question | To: none → 2028-07-01',
        'Hold | Model in question | Price factor: none → 1.25',
        'Hold | Model in question | Relief: none → Netted',
        'Usage | Kiro | Held share: 0% → 40%',
      ],
    ],
    ['price-war', {}, ['Token price | Price decline: 15% per year → 30% per year']],
    ['early-exit', {}, ['Reserved | Early end: none → 2027-02-01']],
    [
      'early-exit',
      { day: day('2027-01-01'), fee: 0.8 },
      ['Reserved | Early end: none → 2027-01-01', 'Reserved | Termination fee share: 50% → 80%'],
    ],
    ['tranche-due', {}, ['Tranche | K1 | Kind: Contingent → Firm']],
    [
      'tranche-due',
      { tranche: 'K2', day: day('2028-06-30') },
      ['Tranche | K2 | Date: 2028-12-31 → 2028-06-30', 'Tranche | K2 | Kind: Contingent → Firm'],
    ],
  ] as const)('%s %j', (id, answers, expected) => {
    expect(statement(table, id, answers)).toEqual(expected);
  });

  test.each(LEVERS.map(({ id }) => [id]))('%s leaves a table with nothing to correct', (id) => {
    const { problems } = parseTerms(withEdits(block, edits(table, id)));
    expect(problems).toEqual([]);
  });

  test('in Base as well', () => {
    const made = edits(table, 'price-war', {}, 'Base');
    expect(made).toEqual([
      { section: 'Token price', item: '', term: 'Price decline', column: 'Base', value: 0.3 },
    ]);
  });

  test('from what the scenario says, not from Base', () => {
    const made = edits(table, 'cutover-moves', { months: 1 }, 'Delay 6 months');
    expect(made.map(({ term, value }) => [term, value])).toEqual([
      ['Cutover', day('2027-08-01')],
      ['End', day('2027-11-01')],
    ]);
  });
});

describe('tranches one after another', () => {
  test('those before one that falls due become firm with it', () => {
    const sequential = contractOf(
      withEdits(block, [{ section: 'Tranche', item: '', term: 'Mode', column: 'Base', value: 'Sequential' }]),
    ).table;
    expect(edits(sequential, 'tranche-due', { tranche: 'K3' }).map(({ item }) => item)).toEqual([
      'K1',
      'K2',
      'K3',
    ]);
  });
});

/** The small contract, whose scenario is called Late, with rows of its own. */
const small = (...rows: ShortRow[]): TermsTable => tableOf(blockOf(...rows));

describe('nothing to move', () => {
  const metered: ShortRow[] = [
    ['Reserved', '', 'Start', ''],
    ['Reserved', '', 'End', ''],
    ['Reserved', '', 'Rate', ''],
    ['Reserved', '', 'Tokens per unit-hour', ''],
    ['Reserved', '2027-01-01', 'Units', ''],
  ];
  const denied: ShortRow = ['Transition', '', 'Cutover', day('2027-04-01'), 'None'];

  test.each([
    [
      'cutover-moves',
      {},
      [denied],
      'Late has no cutover to move: Transition | Cutover has no value, so its meter never starts. Enter a date there first.',
    ],
    [
      'cutover-moves',
      { months: 0 },
      [],
      'Months later is 0: the cutover stays where it is. Enter how far it moves.',
    ],
    [
      'cutover-moves',
      { months: 1.5 },
      [],
      'Months later is 1.5: it must be a whole number, from -120 to 120. Correct the value.',
    ],
    [
      'cutover-moves',
      { months: -7 },
      [],
      'The cutover would move to 2026-12-01, before the model starts on 2027-01-01. Move it less far, or enter an earlier Model | Start.',
    ],
    [
      'cutover-moves',
      { months: 6 },
      [],
      'The cutover would move to 2028-01-01, after the last month of the model, which ends on 2027-12-31. Move it less far, or take the lever for a meter that never starts.',
    ],
    [
      'meter-denied',
      {},
      [denied],
      'The meter of Late never starts as it is: Transition | Cutover has no value. There is nothing to deny.',
    ],
    [
      'meter-denied',
      {},
      metered,
      'Late has no reserved capacity: Reserved | Start has no value. Enter the reserved contract first.',
    ],
    [
      'usage-culture',
      {},
      [],
      'Efficiency takes nothing away in Late as it is: Behaviour | Efficiency cut is 0. There is nothing to keep from happening.',
    ],
    [
      'usage-culture',
      { outcome: 'Efficiency takes hold', cut: 1.5 },
      [],
      'Efficiency cut is 1.5: it must be from 0 to 1. Write 0.015 or 1.5% for 1.5 percent.',
    ],
    [
      'second-vendor',
      {},
      [denied],
      'Late meters nothing that could move: Transition | Cutover has no value. Enter a cutover first.',
    ],
    ['second-vendor', { vendor: ' ' }, [], 'Vendor is blank: name the vendor that volume moves to.'],
    [
      'second-vendor',
      { vendor: 'C', share: 0.7 },
      [
        ['Vendor', 'B', 'Share', 0.4],
        ['Vendor', 'B', 'Start', day('2027-04-01')],
      ],
      'Share of the metered volume is 0.7: the other vendors leave 0.6 of it. Enter at most that, or take a share from another vendor first.',
    ],
    ['model-held', { product: 'Search' }, [], 'Product is "Search": it must be Chat or All products.'],
    [
      'model-held',
      { from: day('2028-01-01') },
      [],
      'From is 2028-01-01: it must be a date from 2027-01-01 to 2027-12-31, while the model runs.',
    ],
    [
      'model-held',
      { from: day('2027-08-01'), disposition: 'Second vendor' },
      [],
      'The held volume cannot go to a second vendor: Late has none. Hedge to a second vendor first, or choose Substitute or Lost.',
    ],
    [
      'price-war',
      {},
      [
        ['Token price', 'Input', 'Price', 0],
        ['Token price', 'Cache read', 'Price', 0],
      ],
      'Late has no list prices that could fall: no Token price | Price is above 0. Enter list prices first.',
    ],
    [
      'early-exit',
      {},
      metered,
      'Late has no reserved capacity: Reserved | Start has no value. Enter the reserved contract first.',
    ],
    [
      'early-exit',
      { day: day('2027-10-01') },
      [],
      'First day without capacity is 2027-10-01: it must be a date from 2027-01-02 to 2027-09-30, within the reserved term.',
    ],
    [
      'tranche-due',
      {},
      [],
      'Late has no contingent tranche that could fall due. Enter a tranche of the kind Contingent first.',
    ],
    ['tranche-due', { tranche: 'K1' }, [], 'Tranche is "K1", and the table has none.'],
  ] as readonly [string, LeverAnswers, readonly ShortRow[], string][])(
    '%s %j: %#',
    (id, answers, rows, sentence) => {
      const late: ShortRow = ['Transition', '', 'Cutover', day('2027-04-01'), day('2027-07-01')];
      const all = rows.includes(denied) ? rows : [late, ...rows];
      expect(refusal(small(...all), id, answers, 'Late')).toBe(sentence);
    },
  );

  test('a scenario that says so already', () => {
    expect(refusal(table, 'second-vendor', { share: 0.4 }, 'Second anchor vendor')).toBe(
      'Second anchor vendor says all of this already: no term would change.',
    );
    expect(refusal(table, 'price-war', {}, 'Denial')).toContain('The table has no scenario "Denial".');
  });
});

describe('other contracts than the shipped one', () => {
  test('a table without vendor, hold or day of the regime gets the rows that it needs', () => {
    const base: ShortRow = ['Transition', '', 'Cutover', day('2027-04-01')];
    const plainBlock = blockOf(base);
    const plainTable = tableOf(plainBlock);
    const after = (id: string, answers: LeverAnswers = {}) => {
      const made = edits(plainTable, id, answers, 'Late');
      const { problems } = parseTerms(withEdits(plainBlock, made));
      expect(problems).toEqual([]);
      return changesOf(plainTable, made).map((change) => changeText(change));
    };
    expect(after('second-vendor')).toEqual([
      'Vendor | Second vendor | Start: none → 2027-04-01',
      'Vendor | Second vendor | Full: none → 2028-04-01',
      'Vendor | Second vendor | Share: none → 40%',
    ]);
    expect(after('usage-culture', { outcome: 'Efficiency takes hold' })).toEqual([
      'Behaviour | Efficiency cut: none → 40%',
      'Behaviour | Regime start: none → 2027-04-01',
    ]);
    expect(after('price-war')).toEqual([
      'Token price | Price decline: none → 30% per year',
      'Token price | Price base: none → 2027-04-01',
    ]);
    expect(after('model-held', { product: 'All products', from: day('2027-06-01') })).toContain(
      'Usage | Chat | Held share: none → 40%',
    );
  });

  test('the commitment decision: levers move or say why not, and leave nothing to correct', () => {
    const decision = template('commitment-decision');
    const parsed = tableOf(decision);
    for (const { id } of LEVERS) {
      for (const scenario of parsed.scenarios) {
        const result = named(id).edits(parsed, scenario, {});
        if (result instanceof Refusal) expect(result.sentence).toMatch(/^\S.*\.$/);
        else expect(parseTerms(withEdits(decision, result)).problems).toEqual([]);
      }
    }
  });

  test('units go on as staying reserved would have them, from the day on which the term would have ended', () => {
    const longer = small(
      ['Model', '', 'Horizon', 36],
      ['Transition', '', 'Cutover', day('2027-04-01')],
      ['Counterfactual', '', 'Start', day('2027-01-01')],
      ['Counterfactual', '', 'Rate', 30],
      ['Counterfactual', '', 'Tokens per unit-hour', 1e6],
      ['Counterfactual', '2027-01-01', 'Units', 2],
      ['Counterfactual', '2027-06-01', 'Units', 5],
      ['Counterfactual', '2028-03-01', 'Units', 7],
      ['Counterfactual', '2029-03-01', 'Units', 9],
    );
    // The term ends on 2027-10-01 and goes on for a year: 5 units from there, 7 from March; 9 lies beyond.
    const made = edits(longer, 'cutover-moves', { months: 12 }, 'Late');
    expect(made.filter(({ term }) => term === 'Units').map(({ item, value }) => [item, value])).toEqual([
      ['2027-10-01', 5],
      ['2028-03-01', 7],
    ]);
    expect(made).toHaveLength(4);
  });
});

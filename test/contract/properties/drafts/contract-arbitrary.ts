import fc from 'fast-check';
import { addMonths, dayOf, daysInMonth, isoText } from '../../../../src/base/calendar';
import { TOKEN_CLASSES } from '../../../../src/terms/catalogue/definition';
import { counterfactual, reserved } from './capacity-arbitrary';
import { tranches } from './capital-arbitrary';
import {
  COLUMNS,
  type DraftCell,
  type DraftRow,
  type RelativeDay,
  blank,
  dayIn,
  none,
  numberIn,
} from './cell-arbitrary';
import type { Cell, Draft, Row, Variation } from './draft';
import { parties } from './party-arbitrary';
import {
  type Rows,
  nothing,
  optional,
  perhapsOnlyInScenario,
  section,
  sometimes,
  together,
} from './rows-arbitrary';
import { commitment, lots, takeOrPay, tiers, tokenPrices } from './token-arbitrary';
import { behaviour, product } from './usage-arbitrary';

/** Ends of months are where calendars differ, so they come up as often as all other days. */
const START = fc
  .record({
    year: fc.integer({ min: 2024, max: 2031 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 28 }), fc.constantFrom(29, 30, 31)),
  })
  .map(({ year, month, day }) => {
    const first = dayOf(year, month, 1);
    return first + Math.min(day, daysInMonth(first)) - 1;
  });

const horizon: fc.Arbitrary<DraftCell> = fc.oneof(
  { weight: 24, arbitrary: numberIn(1, 8) },
  { weight: 10, arbitrary: numberIn(9, 18) },
  { weight: 1, arbitrary: numberIn(19, 72) },
);

const shortHorizon: fc.Arbitrary<DraftCell> = fc.oneof(
  { weight: 9, arbitrary: numberIn(1, 4) },
  { weight: 1, arbitrary: numberIn(12, 15) },
);

const modelFor = (months: fc.Arbitrary<DraftCell>): Rows => {
  const own = section('Model');
  return together(
    own('', 'Horizon', { values: months }),
    own('', 'As of', { values: dayIn(-300, 300), ...optional }),
    own('', 'Discount rate', { ...optional, values: numberIn(-0.1, 0.4, 0.01) }),
    own('', 'Discount timing', optional),
    sometimes(together(own('', 'Invoice rounding'), own('', 'Invoice digits', optional)), 1, 2),
    own.rest('', 'Start'),
  );
};

/** Scenarios that are decided later than the model starts. */
const decisions: Rows = fc
  .tuple(...Array.from({ length: COLUMNS - 1 }, () => fc.oneof(blank, blank, dayIn(0, 300))))
  .map((cells) => [{ section: 'Scenario', item: '', term: 'Decided on', cells: ['', ...cells] }]);

const transition: Rows = (() => {
  const own = section('Transition');
  return together(
    own('', 'Cutover', {
      values: fc.oneof(
        { weight: 5, arbitrary: dayIn(0, 120) },
        { weight: 2, arbitrary: dayIn(0, 400) },
        { weight: 1, arbitrary: none },
      ),
      instead: none,
    }),
    own('', 'Phase-in', optional),
    own.rest(''),
  );
})();

const burnDown: Rows = (() => {
  const own = section('Burn-down');
  const weights = TOKEN_CLASSES.map((tokenClass) => own(tokenClass, 'Weight'));
  return together(...weights, ...TOKEN_CLASSES.map((tokenClass) => own.rest(tokenClass)));
})();

export interface DraftChoices {
  readonly decided?: boolean;
  /** Few months and products: for properties that vary a table, where each costs evaluations of its own. */
  readonly short?: boolean;
}

const variation: fc.Arbitrary<Variation> = fc.record({
  days: numberIn(1, 90),
  months: numberIn(1, 5),
  rate: numberIn(-0.3, 0.6, 0.01),
});

function drafts({ decided = false, short = false }: DraftChoices): fc.Arbitrary<Draft> {
  const sections = fc.tuple(
    modelFor(short ? shortHorizon : horizon),
    behaviour,
    transition,
    sometimes(perhapsOnlyInScenario(reserved()), 3, 1),
    sometimes(counterfactual(), 2, 1),
    burnDown,
    tokenPrices,
    sometimes(tiers, 2, 1),
    sometimes(commitment),
    sometimes(takeOrPay, 1, 3),
    sometimes(lots, 1, 2),
    sometimes(tranches),
  );
  const named = parties.chain(({ rows, hasHolds }) =>
    fc
      .integer({ min: 1, max: short ? 2 : 3 })
      .chain((count) =>
        together(
          ...['Kiro', 'Quick', 'Alexa']
            .slice(0, count)
            .map((name, place) => product(name, place > 0, hasHolds && place === 0)),
        ),
      )
      .map((products) => [...products, ...rows]),
  );
  return fc
    .record({
      start: START,
      scenarios: fc.constantFrom([], ['Late'], ['Late', 'Lean']),
      named,
      sections,
      by: variation,
      decided: decided ? decisions : nothing,
    })
    .map(({ start, scenarios, named, sections, by, decided: dates }) => ({
      scenarios,
      by,
      rows: withDates(start, scenarios.length + 1, [...sections.flat(), ...named, ...dates]),
    }));
}

function withDates(start: number, columns: number, rows: readonly DraftRow[]): Row[] {
  const day = (at: RelativeDay): number => ('days' in at ? start + at.days : addMonths(start, at.months));
  const cell = (value: DraftCell): Cell => (typeof value === 'object' ? day(value) : value);
  const first: Row = {
    section: 'Model',
    item: '',
    term: 'Start',
    cells: [start, ...Array.from({ length: columns - 1 }, () => '')],
  };
  const others = rows.map(({ item, cells, ...row }) => ({
    ...row,
    item: typeof item === 'object' ? isoText(day(item)) : item,
    cells: cells.slice(0, columns).map(cell),
  }));
  return [first, ...others.filter(({ cells }) => cells.some((value) => value !== ''))];
}

/** What falls due once on a day; a decision that moved it across the day of the decision is refused. */
const DUE_ONCE = ['Reserved|Start', 'Reserved|Early end', 'Prepaid lot|Date', 'Tranche|Date'];

/** Scenarios whose decision would rewrite the past are in force from the start instead. */
function withoutRewrites(draft: Draft): Draft {
  const start = Number(
    draft.rows.find(({ section, term }) => section === 'Model' && term === 'Start')?.cells[0],
  );
  const moves = (decidedOn: Cell, column: number): boolean =>
    draft.rows
      .filter(({ section, term }) => DUE_ONCE.includes(`${section}|${term}`))
      .map(({ cells }) => [cells[0], cells[column] === '' ? cells[0] : cells[column]])
      // Within a month of the decision its period may have begun before it.
      .some(
        (days) => days[0] !== days[1] && days.some((day) => isBetween(day, start, Number(decidedOn) + 31)),
      );
  return {
    ...draft,
    rows: draft.rows.map((row) =>
      row.term === 'Decided on'
        ? { ...row, cells: row.cells.map((day, column) => (day !== '' && moves(day, column) ? '' : day)) }
        : row,
    ),
  };
}

const isBetween = (day: Cell | undefined, from: number, to: number): boolean =>
  typeof day === 'number' && day >= from && day < to;

/** Tables of every kind that the catalogue allows, without a scenario that is decided later. */
export const contractDrafts: fc.Arbitrary<Draft> = drafts({});
/** The same, of a few months. */
export const shortDrafts: fc.Arbitrary<Draft> = drafts({ short: true });
/** The same with scenarios whose terms act from a day on. */
export const decidedDrafts: fc.Arbitrary<Draft> = drafts({ decided: true, short: true })
  .filter(({ scenarios }) => scenarios.length > 0)
  .map(withoutRewrites);

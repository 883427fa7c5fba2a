import { Decimal } from '../../../src/base/decimal';
import { shortDrafts } from './drafts/contract-arbitrary';
import type { Draft, Row } from './drafts/draft';
import { expectSame } from './contract-case';
import { ContractPool, forEvery } from './contract-pool';
import { baseOf, changed, onlyBase, without } from './drafts/draft-changes';
import { isSettled } from './settled-lines';

const bases = new ContractPool(shortDrafts.map(onlyBase));
const TOTALS = [
  'total.billed',
  'total.effective',
  'reserved.overflow',
  'token.net',
  'vendor.cost',
  'usage.iet',
  'counterfactual.cost',
];

function expectSameTotals(one: Draft, other: Draft): void {
  const [before, after] = [baseOf(one), baseOf(other)];
  for (const id of TOTALS) {
    before.series(id).forEach((value, period) => {
      const scale = Decimal.max(value.abs(), before.at('usage.iet', period));
      expectSame(after.at(id, period), value, `${id}, month ${period}`, scale);
    });
  }
}

const ofProduct = ({ section }: Row): boolean => ['Usage', 'Growth index', 'Seasonality'].includes(section);

test('P14: a product split into a quarter and three quarters costs the same in all', () => {
  // Two lines of an invoice are rounded by themselves, and need not add up to the one line rounded.
  forEvery(bases, (full) => {
    const draft = without(full, ({ term }) => term === 'Invoice rounding');
    const isVolume = ({ item, term }: Row): boolean => item === 'Kiro' && term === 'Input tokens per month';
    const part = changed(draft, isVolume, (value) => value / 4);
    const rest = changed(draft, isVolume, (value) => (value / 4) * 3).rows;
    const second = rest
      .filter((row) => ofProduct(row) && row.item === 'Kiro')
      .map((row) => ({ ...row, item: 'Kiro for teams' }));
    expectSameTotals(draft, { ...draft, rows: [...part.rows, ...second] });
  });
});

test('P14: the order of the rows is of no account, but among lots that expire and tranches that fall on one day', () => {
  const isOrdered = ({ section }: Row): boolean => ['Prepaid lot', 'Tranche', 'Vendor'].includes(section);
  forEvery(bases, (draft) => {
    const free = draft.rows.filter((row) => !isOrdered(row));
    const turn = (draft.by?.days ?? 0) % free.length;
    const turned = [...free.slice(turn), ...free.slice(0, turn)].reverse();
    const other = { ...draft, rows: [...draft.rows.filter(isOrdered), ...turned] };
    expectSameTotals(draft, other);
  });
});

test('P15: the months of a shorter model are the first ones of a longer', () => {
  forEvery(bases, (draft) => {
    const more = draft.by?.months ?? 1;
    // A term without an end ends with the horizon, so it needs an end of its own here.
    const fixed = withEnd(draft);
    const isHorizon = ({ term }: Row): boolean => term === 'Horizon';
    const long = baseOf(changed(fixed, isHorizon, (months) => months + more));
    const short = baseOf(fixed);
    for (const line of short.lines) {
      if (line.scalar) continue;
      const periods = isSettled(line) ? short.periods - 1 : short.periods;
      for (let period = 0; period < periods; period += 1) {
        const [a, b] = [short.at(line.id, period), long.at(line.id, period)];
        if (!a.eq(b) && !(a.isNaN() && b.isNaN()))
          throw new Error(
            `${line.id}, month ${period}: ${a.toString()} and ${b.toString()}. A line that settles a contract year says so where it is added: { settles: true }.`,
          );
      }
    }
  });
});

function withEnd(draft: Draft): Draft {
  const start = draft.rows.find((row) => row.section === 'Reserved' && row.term === 'Start');
  const end = draft.rows.find(
    (row) => row.section === 'Reserved' && row.term === 'End' && row.cells[0] !== 'None',
  );
  if (!start || end) return draft;
  const model = Number(draft.rows.find((row) => row.section === 'Model' && row.term === 'Start')?.cells[0]);
  const rows = draft.rows.filter((row) => !(row.section === 'Reserved' && row.term === 'End'));
  return { ...draft, rows: [...rows, { section: 'Reserved', item: '', term: 'End', cells: [model + 400] }] };
}

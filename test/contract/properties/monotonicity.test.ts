import type { Decimal } from '../../../src/base/decimal';
import { bases, isPrice, ofSection, valueIn, withTerms } from './drafts/base-drafts';
import { expectAtMost, expectSame } from './contract-case';
import { caseOf, forEvery } from './contract-pool';
import { netThroughTiers } from './contract-years';
import { baseOf, beside, changed, withValue, without } from './drafts/draft-changes';
import type { Draft, Row } from './drafts/draft';

describe('P19', () => {
  /** Nothing that binds, nothing that moves against the change: the credit for a hold rises with list prices. */
  const free = (draft: Draft): Draft =>
    without(
      draft,
      (row) =>
        ofSection('Commitment', 'Take-or-pay', 'Prepaid lot', 'Hold')(row) ||
        ['Invoice rounding', 'Mode', 'Commitment'].includes(row.term),
    );
  const calm = (draft: Draft): Draft =>
    withValue(
      free(draft),
      'Behaviour',
      '',
      'Price elasticity',
      Math.max(-1, Number(valueIn(draft, 'Behaviour', 'Price elasticity') || 0)),
    );
  type Change = readonly [pick: (row: Row) => boolean, change: (value: number) => number];
  const changes: Change[] = [];
  const calmBases = bases.map(calm);
  /** All changes of this group as scenarios of one table. */
  const besides = calmBases.map((draft) =>
    beside(
      draft,
      changes.map(([pick, change]) => changed(draft, pick, change)),
    ),
  );
  const compares = (
    name: string,
    [pick, change]: Change,
    holds: (before: Decimal, after: Decimal) => void,
    id: string,
  ): void => {
    changes.push([pick, change]);
    const scenario = changes.length;
    test(name, () => {
      forEvery(besides, (draft) => {
        holds(caseOf(draft).base.sum(id), caseOf(draft).reading(scenario).sum(id));
      });
    });
  };
  const rises = (name: string, pick: Change[0], change: Change[1], id = 'total.billed'): void => {
    compares(name, [pick, change], (before, after) => expectAtMost(before, after, id), id);
  };
  const falls = (name: string, pick: Change[0], change: Change[1], id = 'total.billed'): void => {
    compares(name, [pick, change], (before, after) => expectAtMost(after, before, id), id);
  };
  const inUsage =
    (term: string) =>
    (row: Row): boolean =>
      row.section === 'Usage' && row.term === term;
  rises('more volume costs more', inUsage('Input tokens per month'), (value) => value * 1.25);
  rises('a higher price costs more', isPrice, (value) => value + 1);
  rises(
    'a higher rate or a steeper escalator costs more',
    (row) => row.section === 'Reserved' && ['Rate', 'Escalator'].includes(row.term),
    (value) => value + 0.1,
  );
  rises(
    'more units cost more in fees',
    (row) => row.section === 'Reserved' && row.term === 'Units',
    (value) => value + 1,
    'reserved.effective',
  );
  falls(
    'a larger negotiated discount costs less',
    (row) => row.term === 'Negotiated discount',
    (value) => Number(((value + 1) / 2).toFixed(4)),
  );
  falls(
    'a stronger efficiency regime uses less',
    (row) => row.term === 'Efficiency cut',
    (value) => Number(((value + 1) / 2).toFixed(4)),
    'usage.iet',
  );

  test('a higher commitment costs more', () => {
    forEvery(bases, (draft) => {
      const pick = (row: Row): boolean => row.section === 'Commitment' && row.term === 'Amount';
      const [before, after] = [baseOf(draft), baseOf(changed(draft, pick, (value) => value * 2))];
      expectAtMost(before.sum('commitment.true-up'), after.sum('commitment.true-up'), 'true-up');
    });
  });

  test('more in batches costs less where a batch is cheaper, more reads from a cache where a read is cheaper', () => {
    const cheap = (draft: Draft): Draft =>
      withTerms(calm(draft), [
        ['Token price', '', 'Batch multiplier', 0.5],
        ['Token price', 'Input', 'Price', 3],
        ['Token price', 'Cache read', 'Price', 0.3],
        ['Burn-down', 'Input', 'Weight', 1],
        ['Burn-down', 'Cache read', 'Weight', 0.1],
      ]);
    forEvery(bases.map(cheap), (full) => {
      const draft = without(full, (row) => row.section === 'Vendor' && row.term.endsWith(' price'));
      const before = baseOf(draft).sum('total.billed');
      for (const term of ['Batch share', 'Cache read share']) {
        const after = baseOf(changed(draft, inUsage(term), (share) => Number((share / 2).toFixed(4))));
        expectAtMost(before, after.sum('total.billed'), term);
      }
    });
  });
});

describe('P26', () => {
  test('a year through tiers whose prices fall: graduated costs no less than volume, with one tier the same', () => {
    const falling = bases.map((draft) => {
      const tiersOnly = without(
        draft,
        ({ section, term }) => section === 'Discount tier' && ['Mode', 'Basis'].includes(term),
      );
      return {
        ...tiersOnly,
        rows: tiersOnly.rows.map((row) =>
          row.section === 'Discount tier' && row.term === 'Multiplier'
            ? { ...row, cells: [Number((1 - 0.2 * Number(row.item)).toFixed(2))] }
            : row,
        ),
      };
    });
    forEvery(falling, (draft) => {
      const [graduated, volume] = ['Graduated', 'Volume'].map((mode) =>
        baseOf(withValue(draft, 'Discount tier', '', 'Mode', mode)),
      );
      if (!graduated || !volume) throw new Error('Two readings are needed.');
      expectAtMost(volume.sum('token.net'), graduated.sum('token.net'), 'volume');
      if (
        draft.rows.filter(({ section, term }) => section === 'Discount tier' && term === 'Multiplier')
          .length < 2
      ) {
        expectSame(graduated.sum('token.net'), volume.sum('token.net'), 'one tier');
      }
      // Concave: half of a spend costs at least half as much.
      const spend = graduated.sum('token.contracted');
      expectAtMost(
        netThroughTiers(graduated, spend).div(2),
        netThroughTiers(graduated, spend.div(2)),
        'half',
      );
    });
  });
});

import type { Line } from '../../calc/line';
import { BUCKETS, bucketsOf, bucketValue, totalValue, type Bucketing } from '../../contract/buckets';
import type { Contract } from '../../contract/contract';
import { optional } from '../framework/arguments/boundary';
import { defineFunction, finish, type BodyValue, type FinishedBlock } from '../framework/define';
import { choice } from '../framework/arguments/kinds';
import { lines, selectLines } from '../framework/arguments/line-selection';
import { Refusal } from '../../base/refusal';
import { scenario, scenarioOf, terms } from '../framework/arguments/terms-argument';
import { figure, unitText } from '../framework/terms-figure';
import { yesOrNo } from '../framework/arguments/yes-or-no';

const HEADER = ['Line', 'Label', 'Unit', 'Total'];

export const schedule = defineFunction({
  id: 'SCHEDULE',
  parameters: {
    terms,
    scenario,
    lines,
    by: optional(choice(BUCKETS), 'Month', { unit: 'word', defaultText: 'Month' }),
    headers: yesOrNo(true, { unit: 'TRUE or FALSE', defaultText: 'TRUE' }),
  },
  result: { matrix: true, unit: 'as each row says', format: '#,##0.00' },
  body({ terms: contract, scenario: given, lines: patterns, by, headers }) {
    const place = scenarioOf(contract, given);
    if (place instanceof Refusal) return place;
    return keptBlock(contract, JSON.stringify([place, patterns, by, headers]), () => {
      const selected = selectLines(contract.model, patterns);
      return selected instanceof Refusal ? selected : blockOf(contract, place, selected, by, headers);
    });
  },
});

/** Blocks kept for one contract: a workbook shows a few views of one table, over and over. */
const KEPT = 16;
const blocks = new WeakMap<Contract, Map<string, FinishedBlock>>();

function keptBlock(
  contract: Contract,
  key: string,
  make: () => FinishedBlock | Refusal,
): FinishedBlock | Refusal {
  const kept = blocks.get(contract) ?? new Map<string, FinishedBlock>();
  blocks.set(contract, kept);
  const block = kept.get(key) ?? make();
  if (block instanceof Refusal) return block;
  // The last one used goes to the end; the first is the one to drop.
  kept.delete(key);
  kept.set(key, block);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return block;
}

function blockOf(
  contract: Contract,
  place: number,
  selected: readonly (Line | undefined)[],
  by: Bucketing,
  headers: boolean,
): FinishedBlock | Refusal {
  const evaluation = contract.evaluation(place);
  const buckets = bucketsOf(evaluation, by);
  // Rows that name their line need no place held for them.
  const shown = headers ? selected.filter((line) => line !== undefined) : selected;
  const rows = shown.map((line): BodyValue[] => {
    if (line === undefined) return buckets.map(() => '');
    const total = figure(totalValue(evaluation, line));
    const figures = buckets.map((bucket) => figure(bucketValue(evaluation, line, bucket)));
    if (headers) return [line.id, line.label, unitText(contract, line.unit), total, ...figures];
    return line.scalar ? [total, ...figures.slice(1)] : figures;
  });
  return finish(headers ? [[...HEADER, ...buckets.map(({ start }) => start)], ...rows] : rows);
}

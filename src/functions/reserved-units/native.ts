import { Refusal } from '../../base/refusal';
import { needed, orDefault, single } from '../framework/native/argument';
import { call, constant, minus, over, plus, times } from '../framework/native/expression';
import { optionsOf } from '../framework/native/options';
import { roundedUp } from '../framework/native/rounded-up';
import type { NativeDeclaration } from '../framework/native/reading';

export const reservedUnitsNative: NativeDeclaration = {
  says: 'Two formulas: the load in input-equivalent tokens per minute divided by the throughput, and the same rounded up to the increment, at least the minimum. What is within a billionth of an increment is not rounded up.',
  sample: [
    { written: 'cells', text: 'B1', value: 1000, address: 'B1' },
    { written: 'cells', text: 'B2', value: 200, address: 'B2' },
    { written: 'cells', text: 'B3', value: 20, address: 'B3' },
    { written: 'cells', text: 'B4', value: 3400, address: 'B4' },
    {
      written: 'cells',
      text: 'D1:E3',
      value: [
        ['Output ratio', 8],
        ['Minimum', 15],
        ['Increment', 5],
      ],
      address: 'D1:E3',
    },
  ],
  read(requests, inputTokens, outputTokens, throughput, given) {
    const option = optionsOf(given);
    if (option === undefined) return new Refusal('The options are computed inside the formula.');
    const one = constant(1);
    const ratio = orDefault(option('Output ratio'), one);
    const cachedShare = single(option('Cached share'));
    const cachedRatio = single(option('Cached ratio')) ?? constant(0);
    const input = cachedShare
      ? times(needed(inputTokens), plus(minus(1, cachedShare), times(cachedShare, cachedRatio)))
      : needed(inputTokens);
    const output = ratio ? times(needed(outputTokens), ratio) : needed(outputTokens);
    const load = times(needed(requests), plus(input, output));
    const increment = orDefault(option('Increment'), one);
    const served = needed(throughput);
    const steps = roundedUp(over(load, increment ? times(served, increment) : served));
    const sold = increment ? times(steps, increment) : steps;
    const minimum = single(option('Minimum'));
    return [[over(load, served), minimum ? call('MAX', minimum, sold) : sold]];
  },
};

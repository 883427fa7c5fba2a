import { Refusal } from '../../base/refusal';
import { day, isTextDate, onlyCell, single, type NativeArgument } from '../framework/native/argument';
import {
  call,
  compare,
  either,
  minus,
  over,
  plus,
  power,
  text,
  times,
  whole,
  type Expression,
} from '../framework/native/expression';
import { textDate, type NativeDeclaration } from '../framework/native/reading';

export const cutoverShareNative: NativeDeclaration = {
  says: 'The days that a linear ramp has moved up to the end, less those up to the start, divided by the days of the period. A cell of the cutover may say None. Dates that are text in a cell become a value.',
  sample: [
    { written: 'cells', text: 'B4', value: 46_419, address: 'B4' },
    { written: 'cells', text: 'B5', value: 46_447, address: 'B5' },
    { written: 'cells', text: 'B1', value: 46_388, address: 'B1' },
    { written: 'cells', text: 'B2', value: 90, address: 'B2' },
  ],
  read(start, end, cutover, phaseIn) {
    if (isTextDate(start)) return textDate('period_start');
    if (isTextDate(end)) return textDate('period_end');
    if (isTextDate(cutover) && !isNever(cutover)) return textDate('cutover');
    if (isNever(cutover) && cutover.written === 'literal') return whole('0');
    const meter = isNever(cutover) ? single(cutover) : day(cutover);
    const [from, to] = [day(start), day(end)];
    if (!from || !to || !meter) return new Refusal('A date is missing.');
    const moved = daysMoved(meter, single(phaseIn));
    const share = over(minus(moved(to), moved(from)), minus(to, from));
    return cutover.written === 'cells'
      ? either(compare(whole(cutover.text), '=', text('None')), 0, share)
      : share;
  },
};

const isNever = ({ value }: NativeArgument): boolean => {
  const only = onlyCell(value);
  return typeof only === 'string' && only.trim().toLowerCase() === 'none';
};

/** Ψ of the ramp: nothing before it, a parabola within, a straight line after. */
function daysMoved(cutover: Expression, phaseIn: Expression | undefined): (at: Expression) => Expression {
  return (at) => {
    const since = minus(at, cutover);
    if (phaseIn === undefined) return call('MAX', since, 0);
    const within = call('MIN', call('MAX', since, 0), phaseIn);
    // A ramp of no days has nothing within it; the 1 keeps its quotient from dividing by 0.
    return plus(
      over(power(within, 2), times(2, call('MAX', 1, phaseIn))),
      call('MAX', minus(since, phaseIn), 0),
    );
  };
}

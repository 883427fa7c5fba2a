import { Decimal, ONE, ZERO } from './decimal';

const HALF = new Decimal('0.5');
/** 2π to 40 digits. */
export const TWO_PI = new Decimal('6.283185307179586476925286766559005768394');
/** Beyond this the tail is smaller than the last of 40 digits. */
const FAR = 14;

/** The standard normal distribution function, to about 38 digits: ½ + φ(x)·(x + x³/3 + x⁵/15 + …). */
export function standardNormal(x: Decimal): Decimal {
  if (x.abs().gt(FAR)) return x.isNegative() ? ZERO : ONE;
  const square = x.times(x);
  let part = x;
  let sum = x;
  for (let odd = 3; !sum.plus(part).eq(sum) || odd === 3; odd += 2) {
    part = part.times(square).div(odd);
    sum = sum.plus(part);
  }
  const density = square.div(-2).exp().div(TWO_PI.sqrt());
  return HALF.plus(density.times(sum));
}

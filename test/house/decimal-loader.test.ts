import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';

interface Loader {
  withoutUnused(source: string, used: ReadonlySet<string>): string;
  membersMentionedIn(folder: string): ReadonlySet<string>;
}

const ROOT = path.resolve(__dirname, '../..');
const { withoutUnused, membersMentionedIn } = jest.requireActual<Loader>(
  '../../build/lean-decimal/loader.js',
);
const source = readFileSync(path.join(ROOT, 'node_modules/decimal.js/decimal.mjs'), 'utf8');

type Constructor = typeof Decimal;

function evaluate(text: string): Constructor {
  const { code } = transformSync(text, { module: { type: 'commonjs' } });
  const module: { exports: { Decimal?: Constructor } } = { exports: {} };
  new Function('module', 'exports', code)(module, module.exports);
  if (!module.exports.Decimal) throw new Error('decimal.js exports no Decimal any more.');
  return module.exports.Decimal;
}

const Whole = evaluate(source);
/** The library as the add-in carries it. */
const without = (used: ReadonlySet<string>): Constructor => evaluate(withoutUnused(source, used));

const mentioned = membersMentionedIn(path.join(ROOT, 'src'));
const methods = (of: Constructor) => new Set(Object.getOwnPropertyNames(of.prototype));
const statics = (of: Constructor) => new Set(Object.getOwnPropertyNames(of));

test('every operation that the sources name stays', () => {
  const lean = without(mentioned);
  const lost = (all: Set<string>, left: Set<string>) =>
    [...all].filter((name) => mentioned.has(name) && !left.has(name));
  expect(lost(methods(Whole), methods(lean))).toEqual([]);
  expect(lost(statics(Whole), statics(lean))).toEqual([]);
  // The sources do name operations of decimal.js, and not all of them.
  expect([...methods(lean)]).toEqual(expect.arrayContaining(['plus', 'times', 'toSignificantDigits']));
  expect([...methods(lean)]).not.toContain('sine');
});

test('what stays brings all that it needs', () => {
  const tangent = without(new Set(['tan', 'clone', 'abs', 'minus', 'lt']));
  expect(new tangent(1).tan().toString()).toBe(new Whole(1).tan().toString());
  expect([...methods(tangent)]).not.toContain('toFraction');
});

test('it computes as the whole library does', () => {
  const settings = { precision: 40, rounding: Whole.ROUND_HALF_UP } as const;
  const [whole, lean] = [Whole.clone(settings), without(mentioned).clone(settings)];
  const number = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: -30, max: 30 }), (a, b, n) => {
      const results = ([Class, x, y]: [Constructor, Decimal, Decimal]) =>
        [
          x.plus(y),
          x.minus(y),
          x.times(y),
          x.div(y),
          x.pow(n),
          new Class(1).plus(y.div(1e9)).pow(x.div(1e8)),
          x.ln(),
          x.div(1e8).exp(),
          x.sqrt(),
          x.ceil(),
          x.floor(),
          x.toSignificantDigits(15),
          x.toDecimalPlaces(2),
          Class.max(x, y),
          x.cmp(y),
        ].map(String);
      expect(results([lean, new lean(a), new lean(b)])).toEqual(results([whole, new whole(a), new whole(b)]));
    }),
  );
  for (const odd of [NaN, Infinity, -Infinity, -0, 0]) {
    expect(new lean(odd).plus(1).toString()).toBe(new whole(odd).plus(1).toString());
    expect(new lean(1).div(odd).toString()).toBe(new whole(1).div(odd).toString());
  }
});

import fc from 'fast-check';
import { catalogue } from '../../src/functions/catalogue/catalogue';
import { documentation } from '../../src/functions/catalogue/documentation';
import { nativeReading } from '../../src/functions/catalogue/native-formula';
import { nativeById } from '../../src/functions/catalogue/native.generated';
import { OMITTED, type NativeArgument } from '../../src/functions/framework/native/argument';
import { Refusal } from '../../src/base/refusal';
import { expressed } from '../cases/expressed';
import { Inputs } from '../cases/published';
import { seed } from '../property-seed';
import { computedByLibreOffice, hasLibreOffice, type Answer, type Sheet } from './plain-workbook';
import { generatedCalls } from './plain-calls';

interface Call {
  readonly id: string;
  readonly args: readonly unknown[];
}

interface Written {
  readonly sheet: Record<string, number | string | boolean>;
  readonly given: readonly NativeArgument[];
}

/** Puts every argument into cells of a sheet: the first into column A and on, the next beside it. */
function inCells(args: readonly unknown[]): Written {
  const sheet: Record<string, number | string | boolean> = {};
  let column = 0;
  const given = args.map((value): NativeArgument => {
    if (value === null || value === undefined || value === '')
      return { written: 'omitted', text: '', value: null };
    const rows = Array.isArray(value)
      ? (value as unknown[]).map((row) => (Array.isArray(row) ? row : [row]))
      : [[value]];
    const block = Array.isArray(value) && !value.some(Array.isArray) ? [value as unknown[]] : rows;
    const width = block[0]?.length ?? 1;
    for (const [r, row] of block.entries()) {
      for (const [c, cell] of row.entries()) {
        if (
          typeof cell === 'number' ||
          typeof cell === 'boolean' ||
          (typeof cell === 'string' && cell !== '')
        ) {
          sheet[`${letter(column + c)}${r + 1}`] = cell;
        }
      }
    }
    const from = `${letter(column)}1`;
    const to = `${letter(column + width - 1)}${block.length}`;
    column += width;
    const address = from === to ? from : `${from}:${to}`;
    return { written: 'cells', text: address, value: from === to ? block[0]?.[0] : block, address };
  });
  return { sheet, given };
}

/** Every argument as it may stand in the formula itself. */
function inFormula(args: readonly unknown[]): Written {
  const given = args.map((value): NativeArgument => {
    if (value === null || value === undefined || value === '') return OMITTED;
    if (!Array.isArray(value)) return { written: 'literal', text: literalText(value), value };
    const rows = (value as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
    const text = `{${rows.map((row) => row.map(literalText).join(',')).join(';')}}`;
    return { written: 'array', text, value };
  });
  return { sheet: {}, given };
}

const literalText = (value: unknown): string =>
  typeof value === 'number'
    ? String(value)
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : `"${String(value ?? '')}"`;

const letter = (column: number) => String.fromCharCode('A'.charCodeAt(0) + column);

const descriptorOf = (id: string) => catalogue.find((each) => each.id === id);

const hasReading = (id: string) => {
  const declaration = nativeById[id as keyof typeof nativeById];
  return !(declaration instanceof Refusal);
};

/** Every call that the published cases make of functions with a reading. */
function publishedCalls(): Call[] {
  const calls: Call[] = [];
  const spies = catalogue
    .filter(({ id }) => hasReading(id))
    .map((descriptor) => {
      const call = descriptor.call.bind(descriptor);
      return jest.spyOn(descriptor, 'call').mockImplementation((args) => {
        calls.push({ id: descriptor.id, args });
        return call(args);
      });
    });
  for (const [id, figures] of Object.entries(expressed)) figures(new Inputs(id));
  for (const spy of spies) spy.mockRestore();
  return calls;
}

const docsCalls = (): Call[] =>
  documentation
    .filter(({ id }) => hasReading(id))
    .flatMap(({ id, examples }) => examples.map(({ args }) => ({ id, args })));

const sampleCalls = (): Call[] =>
  Object.entries(nativeById).flatMap(([id, declaration]) =>
    declaration instanceof Refusal ? [] : [{ id, args: declaration.sample.map(({ value }) => value) }],
  );

/** All calls in one workbook, each on a sheet of its own: its arguments in cells, and its formulas below them. */
function compute(calls: readonly (readonly [Call, typeof inCells])[]) {
  const sheets: Sheet[] = [];
  const wanted: [number, string][] = [];
  const expected: { readonly call: Call; readonly formula: string; readonly value: unknown }[] = [];
  const without: { readonly call: Call; readonly reason: string }[] = [];
  for (const [call, write] of calls) {
    const outcome = descriptorOf(call.id)?.call(call.args);
    const { sheet, given } = write(call.args);
    const reading = nativeReading(call.id, given);
    if (reading instanceof Refusal) {
      without.push({ call, reason: reading.sentence });
      continue;
    }
    const block = Array.isArray(outcome) ? outcome : [[outcome]];
    for (const [r, row] of reading.formulas.entries()) {
      for (const [c, formula] of row.entries()) {
        const address = `${letter(c)}${100 + r}`;
        sheet[address] = formula;
        wanted.push([sheets.length, address]);
        expected.push({ call, formula, value: block[r]?.[c] });
      }
    }
    sheets.push(sheet);
  }
  const answers = computedByLibreOffice(sheets, wanted);
  return { expected, answers, without };
}

function isNear(answer: Answer | undefined, value: unknown): boolean {
  if (typeof answer !== 'number' || typeof value !== 'number') return false;
  return Math.abs(answer - value) <= Math.max(1e-9 * Math.abs(value), 1e-9);
}

// A person without LibreOffice is told so; where the tests guard a change, nothing is skipped.
const proven = hasLibreOffice || process.env['CI'] ? describe : describe.skip;
if (!hasLibreOffice && !process.env['CI'])
  console.warn('LibreOffice is missing: native readings are not tested.');

proven('native readings, computed by LibreOffice', () => {
  const calls = {
    published: publishedCalls(),
    docs: docsCalls(),
    samples: sampleCalls(),
    generated: fc.sample(generatedCalls, { numRuns: 300, seed }),
  };
  const all = Object.values(calls)
    .flat()
    .flatMap((call) => [inCells, inFormula].map((write) => [call, write] as const));
  let result: ReturnType<typeof compute>;
  beforeAll(() => {
    result = compute(all);
  });

  test(`equal the function at 1e-9 (seed ${seed})`, () => {
    const wrong = result.expected.flatMap(({ call, formula, value }, index) => {
      const answer = result.answers[index];
      return isNear(answer, value) ? [] : [{ call: JSON.stringify(call), formula, value, answer }];
    });
    expect(wrong).toEqual([]);
  });

  test('hold for most of the calls: those without a formula say why in a sentence', () => {
    for (const { reason } of result.without) expect(reason).toMatch(/^.{10,}\.$/s);
    expect(result.without.length).toBeLessThan(0.2 * all.length);
    const withFormula = new Set(result.expected.map(({ call }) => call));
    const ids = new Set([...withFormula].map(({ id }) => id));
    expect([...ids].sort()).toEqual(
      catalogue
        .map(({ id }) => id)
        .filter(hasReading)
        .sort(),
    );
  });
});

test('a call that the function refuses has no formula', () => {
  const tiers = [
    [10, 1],
    [5, 2],
    [null, 3],
  ];
  expect(descriptorOf('TIERED_COST')?.call([7, tiers])).toBeInstanceOf(Refusal);
  const reading = nativeReading('TIERED_COST', inCells([7, tiers]).given);
  expect(reading).toEqual(new Refusal(expect.stringContaining('it must be above the row before')));
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { documentation, type DocumentedFunction } from '../../src/functions/catalogue/documentation';
import { nameProblem } from '../../src/functions/catalogue/function-name';
import { functionsMetadata, HELP_BASE } from '../../src/functions/catalogue/metadata';
import { lockLine } from '../../src/functions/catalogue/released';
import { textProblems } from './text-problems';

const beside = (file: string) => path.join(__dirname, file);

describe('functions.json', () => {
  // What workbooks rely on: new functions are added by npm run generate -- --accept, everything else by hand.
  test('is what was released (npm run generate -- --accept adds what is new)', () => {
    const golden: unknown = JSON.parse(readFileSync(beside('functions.golden.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(functionsMetadata()))).toEqual(golden);
  });

  test('keeps every id ever released, with its arguments in their order', () => {
    const locked = readFileSync(beside('ids.lock'), 'utf8').trim().split(/\r?\n/);
    expect(functionsMetadata().functions.map(lockLine)).toEqual(locked);
  });

  test("agrees with what Microsoft's generator makes of the same functions written out in TypeScript", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
    try {
      const source = path.join(folder, 'functions.ts');
      writeFileSync(source, documentation.map(declaration).join('\n'));
      const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
      expect(errors).toEqual([]);
      const generated = JSON.parse(metadataJson) as { functions: { result: { dimensionality?: string } }[] };
      // What the generator cannot say: errors in arguments are let through, and a block holds values of any type.
      const processed = {
        ...generated,
        allowErrorForDataTypeAny: true,
        functions: generated.functions.map((entry) =>
          entry.result.dimensionality ? { ...entry, result: { ...entry.result, type: 'any' } } : entry,
        ),
      };
      expect(processed).toEqual(JSON.parse(JSON.stringify(functionsMetadata())));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function declaration({ id, summary, parameters, result }: DocumentedFunction): string {
  const tags = parameters.map(
    ({ name, optional, text }) => ` * @param ${optional ? `[${name}]` : name} ${text}`,
  );
  const list = parameters.map(
    ({ name, optional, matrix }) => `${name}${optional ? '?' : ''}: any${matrix ? '[][]' : ''}`,
  );
  return [
    '/**',
    ` * ${summary}`,
    ` * @customfunction ${id} ${id}`,
    ` * @helpurl ${HELP_BASE}${id}.html`,
    ...tags,
    ' */',
    `export function ${id}(${list.join(', ')}): ${returned(result)}; }`,
    '',
  ].join('\n');
}

function returned({ matrix, isText }: DocumentedFunction['result']): string {
  if (matrix) return 'any[][] { return []';
  return isText ? "string { return ''" : 'number { return 0';
}

describe.each(documentation.map((documented) => [documented.id, documented] as const))(
  '%s',
  (id, documented) => {
    test('has a name that Excel takes', () => {
      expect(nameProblem(id)).toBeUndefined();
    });

    test('explains itself and every argument', () => {
      expect(textProblems(documented)).toEqual([]);
    });

    test('takes at most six arguments, required ones first, options last', () => {
      const { parameters } = documented;
      expect(parameters.length).toBeLessThanOrEqual(6);
      const optional = parameters.map((parameter) => parameter.optional);
      expect([...optional].sort()).toEqual(optional);
      expect(parameters.slice(0, -1).some(({ rule }) => rule.type === 'options')).toBe(false);
    });
  },
);

test('no two functions share an id', () => {
  expect(new Set(documentation.map(({ id }) => id)).size).toBe(documentation.length);
});

test.each([
  ['BLENDED_PRICE', undefined],
  ['blended', '"blended" is no name for a function'],
  ['BLENDED__PRICE', '"BLENDED__PRICE" is no name for a function'],
  ['NPV2_OF_', '"NPV2_OF_" is no name for a function'],
  ['AB', 'AB is too short'],
  ['RATE2027', undefined],
  ['TAX27', 'TAX27 is the address of a cell'],
  ['COST1', undefined],
  ['FEE1', 'FEE1 is the address of a cell'],
  ['R1C1', 'R1C1 is the address of a cell'],
  ['VALUE', "VALUE is a name of Excel's own"],
])('of the name %s Excel says: %s', (name, problem) => {
  const found = nameProblem(name);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});

test('what is wrong with a text is told in a sentence', () => {
  const [first] = documentation;
  if (first === undefined) throw new Error('There is no function.');
  const [argument, ...others] = first.parameters;
  if (argument === undefined) throw new Error('It takes nothing.');
  expect(
    textProblems({
      ...first,
      summary: 'x'.repeat(256),
      since: 'soon',
      parameters: [{ ...argument, text: 'Short.', optional: true }, ...others],
    }),
  ).toEqual([
    'RESERVED_COST: summary has 256 characters, of which Excel shows 255: shorten it. (src/functions/reserved-cost)',
    'RESERVED_COST: since is "soon": it must be a version, such as 0.2.0. (src/functions/reserved-cost)',
    'RESERVED_COST: the text of units has 6 characters, fewer than 15: say more. (src/functions/reserved-cost)',
    'RESERVED_COST: the text of units does not say what holds where it is left out: add "If omitted, …". (src/functions/reserved-cost)',
  ]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { documentation, type DocumentedFunction } from '../../src/functions/catalogue/documentation';
import { functionsMetadata, HELP_BASE } from '../../src/functions/catalogue/metadata';

const beside = (file: string) => path.join(__dirname, file);

describe('functions.json', () => {
  // The golden file is changed by hand, with a reason: it is what released workbooks rely on.
  test('is the golden file', () => {
    const golden: unknown = JSON.parse(readFileSync(beside('functions.golden.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(functionsMetadata()))).toEqual(golden);
  });

  test('keeps every id ever released, with its parameters in their order', () => {
    const current = new Map(
      documentation.map(({ id, parameters }) => [id, parameters.map(({ name }) => name)]),
    );
    const locked = readFileSync(beside('ids.lock'), 'utf8').trim().split('\n');
    for (const line of locked) {
      const [id = '', ...names] = line.split(/[\s,]+/);
      expect(current.get(id)?.slice(0, names.length)).toEqual(names);
    }
    const lockedIds = locked.map((line) => line.split(/\s/)[0]);
    expect([...current.keys()].filter((id) => !lockedIds.includes(id))).toEqual([]);
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

describe.each(documentation.map((descriptor) => [descriptor.id, descriptor] as const))(
  '%s',
  (id, descriptor) => {
    const { parameters, summary, question } = descriptor;
    const options = parameters.flatMap(({ rule }) => (rule.type === 'options' ? rule.options : []));

    test('has a name that Excel takes', () => {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      // A1 … XFD1048576 and R1C1 are cells.
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
      expect(id).not.toMatch(/^R\d*C\d*$/);
      // Names of Excel's own, or that a LAMBDA or the old macro language claims.
      const taken = [
        'RESULT',
        'RETURN',
        'VALUE',
        'ARGUMENT',
        'EVALUATE',
        'CALL',
        'EXEC',
        'ERROR',
        'RUN',
        'ECHO',
        'GROUP',
      ];
      expect(taken).not.toContain(id);
    });

    test('explains itself and every argument', () => {
      expect(summary.length).toBeGreaterThanOrEqual(60);
      expect(question.length).toBeGreaterThanOrEqual(40);
      expect(descriptor.source.length).toBeGreaterThanOrEqual(30);
      expect(descriptor.since).toMatch(/^\d+\.\d+\.\d+$/);
      expect(descriptor.equation.length).toBeGreaterThan(0);
      expect(descriptor.edges.length).toBeGreaterThan(0);
      for (const { text, unit, name } of [...parameters, ...options]) {
        expect({ name, long: text.length >= 15 && unit.length >= 3 }).toEqual({ name, long: true });
      }
      // Excel's formula builder cuts longer texts off.
      for (const { text } of parameters) expect(text.length).toBeLessThanOrEqual(255);
      expect(summary.length).toBeLessThanOrEqual(255);
    });

    test('takes at most six arguments, required ones first, options last', () => {
      expect(parameters.length).toBeLessThanOrEqual(6);
      const optional = parameters.map((parameter) => parameter.optional);
      expect([...optional].sort()).toEqual(optional);
      expect(parameters.slice(0, -1).some(({ rule }) => rule.type === 'options')).toBe(false);
      for (const { name, text, optional: leftOut, rule } of parameters) {
        expect(name).toMatch(/^[a-z][a-z_]*$/);
        if (leftOut && rule.type !== 'options') expect(text).toContain('If omitted');
      }
    });
  },
);

test('no two functions share an id', () => {
  expect(new Set(documentation.map(({ id }) => id)).size).toBe(documentation.length);
});

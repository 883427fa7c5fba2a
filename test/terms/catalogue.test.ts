import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { Refusal } from '../../src/base/refusal';
import { CATALOGUE } from '../../src/terms/catalogue/catalogue';
import { termText, TERM_TEXTS } from '../../src/terms/catalogue/documentation';
import { termsPage } from '../../src/terms/catalogue/docs-page';
import { findScenario } from '../../src/terms/table/find-scenario';
import { parseTerms } from '../../src/terms/table/parse';
import { readByRule } from '../../src/terms/catalogue/rule';
import { TEMPLATE_NAMES, template, templateNamed } from '../../src/terms/templates/template';

const root = path.join(__dirname, '..', '..');

describe.each(
  CATALOGUE.map((definition) => [`${definition.section} | ${definition.term}`, definition] as const),
)('%s', (_name, definition) => {
  const { rule, byDefault, required, term } = definition;

  test('is explained in sentences', () => {
    expect(termText(definition)).toMatch(/^[A-Z].*[.]$/);
    expect(term).toBe(term.trim());
  });

  test('has a default that its own rule allows, or is required, never both', () => {
    if (byDefault === undefined) return;
    expect(required ?? false).toBe(false);
    const cell =
      typeof byDefault === 'number'
        ? ({ holds: 'number', value: byDefault } as const)
        : ({ holds: 'text', value: byDefault } as const);
    expect(readByRule(rule, cell)).not.toBeInstanceOf(Refusal);
  });
});

test('a term is known by its section and its name', () => {
  const names = CATALOGUE.map(({ section, term }) => `${section}|${term}`.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

test('no text is left of a term that there is no longer', () => {
  const explained = Object.entries(TERM_TEXTS).flatMap(([section, texts]) =>
    Object.keys(texts).map((term) => `${section}|${term}`),
  );
  const known = CATALOGUE.map(({ section, term }) => `${section}|${term}`);
  expect(explained.sort()).toEqual(known.sort());
});

test('docs/terms.md is up to date (npm run generate)', () => {
  expect(readFileSync(path.join(root, 'docs', 'terms.md'), 'utf8')).toBe(termsPage());
});

describe('templates', () => {
  test('are rectangles of texts and numbers', () => {
    for (const name of TEMPLATE_NAMES) {
      const block = template(name);
      const width = block[0]?.length;
      for (const row of block) {
        expect(row).toHaveLength(Number(width));
        for (const cell of row)
          expect(typeof cell === 'number' ? Number.isFinite(cell) : typeof cell).toBeTruthy();
      }
    }
  });

  test('Commitment decision compares three ways to buy with one another', () => {
    const { table, problems } = parseTerms(template('commitment-decision'));
    if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
    const contract = Contract.of(table);
    const total = (scenario: string, id: string): Decimal => {
      const evaluation = contract.evaluation(Number(findScenario(table, scenario)));
      const line = evaluation.model.line(id);
      if (!line) throw new Error(`The model has no line ${id}.`);
      return evaluation.series(line).reduce((sum, value) => sum.plus(value), new Decimal(0));
    };
    // Who reserves pays what the counterfactual pays for the same offer: the two are one tariff.
    const reserved = total('Reserve', 'total.billed');
    expect(reserved.gt(0)).toBe(true);
    expect(total('Reserve', 'comparison.delta').abs().lt('1e-20')).toBe(true);
    expect(total('Base', 'counterfactual.cost').minus(reserved).abs().lt('1e-20')).toBe(true);
    // Nothing is reserved where everything is metered.
    expect(total('Base', 'reserved.billed').isZero()).toBe(true);
    expect(total('Base', 'total.billed').eq(total('Base', 'token.net'))).toBe(true);
    // Twice the volume costs twice as much on demand.
    const doubled = total('Usage doubles', 'total.billed');
    expect(doubled.minus(total('Base', 'total.billed').times(2)).abs().lt('1e-20')).toBe(true);
    // A discount of 15 % on the meter, and the minimum where it binds.
    const committed = total('Commit to spend', 'token.net');
    expect(committed.minus(total('Base', 'token.net').times('0.85')).abs().lt('1e-20')).toBe(true);
    expect(total('Commit to spend', 'total.billed').gte(committed)).toBe(true);
  });

  test('Blank asks for what every model needs, and for nothing else', () => {
    expect(parseTerms(template('blank')).problems.map(({ sentence }) => sentence)).toEqual([
      'Terms, row 2, Base (Model | Start) has no value: Model needs one, a date from 1990-01-01 to 9999-12-31. Enter it.',
      'Terms, row 3, Base (Model | Horizon) has no value: Model needs one, a whole number, from 1 to 600. Enter it.',
    ]);
  });

  test('are called by name, in any case, with a space or a hyphen', () => {
    expect(templateNamed(' Commitment decision ')).toBe('commitment-decision');
    expect(templateNamed('TRANSITION')).toBe('transition');
    expect(templateNamed('')).toBeUndefined();
  });

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/template.mjs', ...args], { cwd: root, encoding: 'utf8' });

  test('the command prints JSON and nothing else', () => {
    const { stdout, status } = run('transition');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(template('transition'));
  });

  test('the command answers an unknown name in a sentence', () => {
    const { stdout, stderr, status } = run('transitoin');
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toBe(
      'There is no template "transitoin": the templates are transition, commitment-decision, blank.\n',
    );
  });
});

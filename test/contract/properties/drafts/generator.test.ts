import { CATALOGUE } from '../../../../src/terms/catalogue/catalogue';
import { identify } from '../../../../src/terms/table/identity';
import { contractDrafts, decidedDrafts, shortDrafts } from './contract-arbitrary';
import { ContractPool } from '../contract-pool';

/** Texts that stand beside the figures: no line reads them. */
const NO_FIGURE = ['Model | Currency', 'Scenario | Description', 'Scenario | Weight', 'Tranche | Trigger'];

/** A new term of a known section is filled by itself; a new section is put together with the others in contract-arbitrary.ts. */
test('the tables that the properties are put to fill every term that a line reads (drafts/contract-arbitrary.ts)', () => {
  const filled = new Set<string>();
  for (const drafts of [contractDrafts, shortDrafts, decidedDrafts]) {
    for (const { rows } of new ContractPool(drafts).samples) {
      for (const { section, term } of rows) {
        const found = identify(section, term);
        if ('definition' in found) filled.add(`${section} | ${found.definition.term}`);
      }
    }
  }
  const all = new Set(CATALOGUE.map(({ section, term }) => `${section} | ${term}`));
  expect([...all].filter((name) => !filled.has(name)).sort()).toEqual(NO_FIGURE);
});

test('and Base takes every choice of every term', () => {
  const taken = new Set(
    new ContractPool(contractDrafts).samples.flatMap(({ rows }) =>
      rows.map(({ section, term, cells: [base = ''] }) => `${section} | ${term} | ${base}`),
    ),
  );
  const wanted = CATALOGUE.flatMap(({ section, term, rule }) =>
    rule.type === 'choice' ? rule.choices.map((choice) => `${section} | ${term} | ${choice}`) : [],
  );
  expect(wanted.filter((choice) => !taken.has(choice))).toEqual([]);
});

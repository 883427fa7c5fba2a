import { Contract } from '../../src/contract/contract';
import { LINE_RULES } from '../../src/contract/lines/line-rules';
import { parseTerms } from '../../src/terms/table/parse';
import { template } from '../../src/terms/templates/template';

/** Parts of a contract that the template leaves out, so that their lines stand in the model too. */
const MORE: readonly (readonly [string, string, string, number | string])[] = [
  ['Take-or-pay', '1', 'Quantity', 1e12],
  ['Prepaid lot', 'Lot A', 'Date', 46388],
  ['Prepaid lot', 'Lot A', 'Paid', 90],
  ['Prepaid lot', 'Lot A', 'Credits', 100],
];

test('every rule is of a line that the contract can have', () => {
  const [header = [], ...rows] = template('transition');
  const columns = ['Section', 'Item', 'Term', 'Base'].map((name) => header.indexOf(name));
  const wide = MORE.map((cells) => header.map((_name, column) => cells[columns.indexOf(column)] ?? ''));
  const { table, problems } = parseTerms([header, ...rows, ...wide]);
  if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  const named = new Set<string | undefined>(Contract.of(table).model.lines.map(({ rule }) => rule));
  expect(Object.keys(LINE_RULES).filter((rule) => !named.has(rule))).toEqual([]);
});

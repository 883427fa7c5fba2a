import { scenarioRows, type ScenarioRows } from '../../../src/terms/exchange/scenario-rows';
import { type TermChange, termChanges } from '../../../src/terms/exchange/term-changes';

const HEADER = ['Section', 'Item', 'Term', 'Unit', 'Base', 'Late', 'Status'];
type Row = [
  section: string,
  item: string,
  term: string,
  unit: string,
  base: unknown,
  late: unknown,
  status: string,
];

function rowsOf(rows: readonly Row[], scenario: string): ScenarioRows {
  const found = scenarioRows([HEADER, ...rows], scenario);
  if (!found) throw new Error(`no scenario ${scenario}`);
  return found;
}

const between = (before: readonly Row[], after: readonly Row[], scenario = 'Late') =>
  termChanges(rowsOf(before, scenario), rowsOf(after, scenario));

const said = ({ kind, section, item, term, parts }: TermChange) => [
  kind,
  [section, item, term].join('|'),
  ...parts.map(({ part, before, after }) => [part, before, after]),
];

const RATE: Row = ['Reserved', '', 'Rate', 'USD', 30, '', 'Reported'];
const rate = (base: unknown, late: unknown, status = 'Reported', unit = 'USD'): Row => [
  'Reserved',
  '',
  'Rate',
  unit,
  base,
  late,
  status,
];

test.each<[string, Row, unknown[]]>([
  ['nothing', rate(30, ''), []],
  ['nothing, in another spelling', rate(30.0, 'Base', 'reported'), []],
  ['what a scenario inherits', rate(31, ''), [['Value', 30, 31]]],
  ['an override', rate(30, 35), [['Value', 30, 35]]],
  ['an override with what Base says', rate(30, 30), [['Own cell', null, 30]]],
  [
    'Base and an override',
    rate(31, 35),
    [
      ['Value', 30, 35],
      ['Base', 30, 31],
    ],
  ],
  ['no value', rate(30, 'None'), [['Value', 30, 'None']]],
  ['the status', rate(30, '', 'Disputed'), [['Status', 'Reported', 'Disputed']]],
  ['the unit', rate(30, '', 'Reported', ''), [['Unit', 'USD', null]]],
])('%s', (_what, after, parts) => {
  const { terms } = between([RATE], [after]);
  expect(terms.map(said)).toEqual(parts.length === 0 ? [] : [['changed', 'Reserved||Rate', ...parts]]);
});

test('Base under an override that stays is told, since it holds until a decision', () => {
  expect(between([rate(30, 35)], [rate(31, 35)]).terms.map(said)).toEqual([
    ['changed', 'Reserved||Rate', ['Base', 30, 31]],
  ]);
});

test('rows that come and go, and the items that do', () => {
  const usage = (item: string, value: unknown, late: unknown = ''): Row => [
    'Usage',
    item,
    'Input tokens per month',
    'tokens',
    value,
    late,
    '',
  ];
  const { terms, itemsAdded, itemsRemoved } = between(
    [usage('Kiro', 5), usage('Quick', 6), usage('Alexa', '', 2)],
    [usage('Kiro', 5, 'None'), usage('QUICK', 6), usage('Kiro 2', 7), usage('Alexa', '', 2)],
  );
  expect(terms.map(said)).toEqual([
    ['changed', 'Usage|Kiro|Input tokens per month', ['Value', 5, 'None']],
    ['added', 'Usage|Kiro 2|Input tokens per month', ['Value', null, 7]],
  ]);
  expect([itemsAdded, itemsRemoved]).toEqual([['Usage | Kiro 2'], ['Usage | Kiro']]);
});

test('what a table says of a scenario itself is not inherited', () => {
  const decided = (base: unknown, late: unknown): Row => ['Scenario', '', 'Description', '', base, late, ''];
  expect(between([decided('a', 'b')], [decided('c', 'b')]).terms.map(said)).toEqual([
    ['changed', 'Scenario||Description', ['Base', 'a', 'c']],
  ]);
});

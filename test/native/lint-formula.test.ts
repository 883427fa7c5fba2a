import { template } from '../../src/terms/template';
import { lintFormula } from './lint-formula';
import { NativeBook } from './native-book';

test.each([
  ['==A1', 'one sign of equality'],
  ['=SUM(A1', 'leaves a bracket open'],
  ['=A1)', 'closes a bracket'],
  ['=SUMPRODUCT(IF(A1>0,1,0))', 'IF inside SUMPRODUCT'],
  ['=IFS(A1,1)', 'calls IFS'],
  ['=A1*12', 'the number 12'],
  [`=${'('.repeat(65)}A1${')'.repeat(65)}`, 'too deep'],
  [`=SUM(${Array.from({ length: 256 }, () => 'A1').join(',')})`, 'too many arguments'],
  [`=${'A1+'.repeat(3000)}A1`, 'too long'],
])('finds the fault planted in %s', (formula, fault) => {
  expect(lintFormula(formula).join('; ')).toContain(fault);
});

test('every formula of a line, a part and an input of the Transition template is in order', () => {
  const book = new NativeBook(template('transition'));
  const isOurs = (id: string): boolean =>
    /^(?:part|input)\./.test(id) || book.contract.model.line(id) !== undefined;
  // Totals, checks and openings stand in both forms alike; E and the months are the native reading.
  const read = (['Schedule', 'Tranches'] as const)
    .flatMap((key) => book.rendered(key))
    .filter(
      ({ id, column, content }) =>
        isOurs(id) && (column === 4 || column >= 9) && String(content).startsWith('='),
    )
    .filter(({ id, column }) => !(id.startsWith('input.') && column === 10));
  expect(read.length).toBeGreaterThan(10_000);
  const faults = read.flatMap(({ id, content }) =>
    lintFormula(String(content)).map((fault) => `${id} ${fault}`),
  );
  expect([...new Set(faults)].slice(0, 10)).toEqual([]);
});

import { template } from '../../src/terms/templates/template';
import { type Speakable, lintFormula, lintName, lintSpeech } from './lint-formula';
import { NativeBook } from './native-book';
import { letterOf } from '../../packages/workbench/test/workbook-parts';

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

const FILLED = ['Schedule!A1', 'Schedule!E203', 'Schedule!J5', 'Schedule!BQ5', "Tom's sheet!B2"];
const SMALL: Speakable = {
  names: ['Scenario', 'mdl_Months', 'sc_Column'],
  tables: { TermsTable: ['Section', 'Item', 'Base', 'Low'] },
  isFilled: (sheet, column, row) => FILLED.includes(`${sheet}!${column}${row}`),
};

describe('what a formula speaks of', () => {
  test.each([
    ['=mdl_Month*A1', 'speaks of mdl_Month'],
    ['=IF(Szenario="",A1,A1)', 'speaks of Szenario'],
    ['=A1*$E$204', 'reads the empty cell Schedule!E204'],
    ['=Tranches!$E$203', 'reads the empty cell Tranches!E203'],
    ["='Tom''s sheet'!$B$3", "reads the empty cell Tom's sheet!B3"],
    ['=SUM($J$5:BR$5)', 'reads the empty cell Schedule!BR5'],
    ['=SUM(TermTable[Base])', 'speaks of the table TermTable'],
    ['=SUM(TermsTable[Bass])', 'speaks of the column Bass of TermsTable'],
    ['=MATCH(A1,TermsTable[[#Headers],[Base]:[High]],0)', 'speaks of the column High of TermsTable'],
    ['=R1C1+A1', 'speaks of R1C1'],
    ['=A1+True_Up', 'speaks of True_Up'],
  ])('finds the fault planted in %s', (formula, fault) => {
    expect(lintSpeech(formula, 'Schedule', SMALL)).toEqual([fault]);
  });

  test.each([
    '=IF(Scenario="","Base",scenario&"")',
    '=A1*$E$203+SUM($J$5:BQ$5)',
    "='Tom''s sheet'!$B$2",
    '=MATCH("mdl_Month",TermsTable[[#Headers],[Base]:[Low]],0)-SUM(termstable[Item])',
    '=INDEX(TermsTable[[Base]:[Low]],1,sc_Column)=TRUE',
  ])('finds none in %s', (formula) => {
    expect(lintSpeech(formula, 'Schedule', SMALL)).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    'A1',
    'mdl2027',
    'XFD1048576',
    'Tax2027',
    'r1c1',
    'R',
    'c',
    'RC',
    'R12',
    'C5',
    '2nd',
    'mdl Start',
    '',
  ])('Excel refuses %s', (name) => {
    expect(lintName(name)).not.toEqual([]);
  });

  test.each(['mdl_Start', 'Scenario', 'XFE1', 'A1048577', 'Rate', 'RC_', '_1', 'Größe'])(
    'Excel takes %s',
    (name) => {
      expect(lintName(name)).toEqual([]);
    },
  );
});

describe('the Transition template', () => {
  const book = new NativeBook(template('transition'));
  const cells = book.plans.flatMap(({ key, name }) =>
    book.rendered(key).map((cell) => ({ sheet: name, key, ...cell })),
  );

  const isLine = (id: string): boolean =>
    id.startsWith('part.') || book.contract.model.line(id) !== undefined;

  test('every formula of a line, a part and an input is in order', () => {
    const isOurs = (id: string): boolean => id.startsWith('input.') || isLine(id);
    // Totals, checks and openings stand in both forms alike; E and the months are the native reading.
    const read = cells
      .filter(({ key }) => key === 'Schedule' || key === 'Tranches')
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

  test('no formula on any sheet speaks of a name or a column that is not there, none of a line of an empty cell', () => {
    const filled = new Set(
      cells
        .filter(({ content }) => content !== undefined && content !== '')
        .map(({ sheet, column, row }) => `${sheet}!${letterOf(column)}${row}`),
    );
    const workbook: Omit<Speakable, 'isFilled'> = {
      names: Object.keys(book.names),
      tables: { TermsTable: book.header },
    };
    // What a balance was before the first month (J) stands in I, where it is not 0.
    const isFilled: Speakable['isFilled'] = (sheet, column, row) =>
      filled.has(`${sheet}!${column}${row}`) || (column === 'I' && filled.has(`${sheet}!J${row}`));
    const formulas = cells.filter(({ content }) => String(content).startsWith('='));
    expect(formulas.length).toBeGreaterThan(10_000);
    const faults = formulas.flatMap(({ id, sheet, content }) =>
      // Inputs and checks ask whether a cell is blank; a line reads what must be there, constants among it.
      lintSpeech(String(content), sheet, {
        ...workbook,
        isFilled: isLine(id) ? isFilled : () => true,
      }).map((fault) => `${id} ${fault}`),
    );
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
  });

  test('every name that it defines is one for Excel', () => {
    expect(Object.keys(book.names).flatMap(lintName)).toEqual([]);
    expect(Object.keys(book.names).length).toBeGreaterThan(5);
  });
});

import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { openHost, type Host } from '../../workbook/host';
import { fileInLibreOffice, hasLibreOffice } from '../plain-workbook';
import { zipped } from '../../../packages/workbench/test/small-workbook';
import { cellsOf, partsOf, sheetNames, type StoredCell } from '../../../packages/workbench/test/xlsx-faults';

const proven = hasLibreOffice || process.env['CI'] ? describe : describe.skip;
if (!hasLibreOffice && !process.env['CI'])
  console.warn(
    'LibreOffice is missing: it is not tested that it computes downloaded files to the same values.',
  );

const RELATIVE = 1e-12;
/** LibreOffice makes the difference of two billions 0 where they agree in all but the last bits. */
const CANCELLED = 1e-5;

const isSame = (expected: number, answer: unknown): boolean =>
  typeof answer === 'number' &&
  (Math.abs(answer - expected) <= RELATIVE * Math.abs(expected) ||
    (answer === 0 && Math.abs(expected) <= CANCELLED));

const CUSTOM_FORMULA = /<f[^>]*>[^<]*_xldudf_[^<]*<\/f>/g;

/** LibreOffice knows no custom functions: their formulas go, their values stay for the others to compute with. */
const withValuesOfFunctions = (parts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).map(([path, text]) => [
      path,
      path.startsWith('xl/worksheets/')
        ? text.replace(/ cm="1">(?=<f[^>]*>[^<]*_xldudf_)/g, '>').replace(CUSTOM_FORMULA, '')
        : text,
    ]),
  );

interface NamedCell extends StoredCell {
  readonly sheet: string;
}

function formulasOf(parts: Readonly<Record<string, string>>): NamedCell[] {
  return sheetNames(parts).flatMap((sheet, at) =>
    cellsOf(parts[`xl/worksheets/sheet${at}.xml`] ?? '')
      .filter(({ formula }) => formula !== undefined)
      .map((cell) => ({ sheet, ...cell })),
  );
}

/** The numbers that LibreOffice computes otherwise than the file says, and how many it computed. */
async function comparison(fill: (host: Host) => Promise<unknown>) {
  const host = await openHost();
  try {
    await fill(host);
    const parts = withValuesOfFunctions(partsOf(await downloadXlsx(host.workbench)));
    const numbers = formulasOf(parts).filter(({ type }) => type === 'n' || type === 'b');
    const answers = fileInLibreOffice(
      zipped(parts),
      numbers.map(({ sheet, address }) => [sheet, address] as const),
    );
    const differing = numbers.flatMap(({ sheet, address, formula, value }, at) => {
      const answer = answers[at];
      return isSame(Number(value), answer)
        ? []
        : [`${sheet}!${address} =${formula}: ${value} here, ${JSON.stringify(answer)} there`];
    });
    return { computed: numbers.length, differing };
  } finally {
    host.close();
  }
}

/** Of each kind that a file stores in a way of its own; every answer a number or a truth value. */
const KINDS = [
  '=SUM(A2:A4)',
  '=SUM(Prices)',
  '=SUM(Goods[Price])',
  '=SUMIFS(Goods[Price],Goods[Kind],"b & \'c\'")',
  '=INDEX(Goods[Price],MATCH("a",Goods[Kind],0))',
  '=IFS(A2>2,1,TRUE,2)',
  '=MAXIFS(A2:A4,B2:B4,"a")',
  '=LEN(TEXTJOIN(" < ",TRUE,B2:B4))',
  '=LEN("say ""=METER(1)"" ü€")',
  '=SUMPRODUCT((B2:B4="a")*A2:A4)',
  "=SUM('R & <2>'!A1:A2)*2%",
  '=DATE(2026,7,1)-1',
  '=AND(A2=1.5,NOT(FALSE))',
  '=0.1+0.2-2^-2',
  '=ROUND(XIRR({-100,110},{45000,45365}),6)',
];

async function plainBook(host: Host): Promise<void> {
  await host.write('Plain', 'A1:B4', [
    ['Price', 'Kind'],
    [1.5, 'a'],
    [-2, "b & 'c'"],
    [3e9, 'a'],
  ]);
  await host.write('R & <2>', 'A1:A2', [[1e-7], [12]]);
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Plain');
    sheet.tables.add('A1:B4', true).name = 'Goods';
    context.workbook.names.add('Prices', sheet.getRange('A2:A4'));
    await context.sync();
  });
  await host.write(
    'Plain',
    `D1:D${KINDS.length}`,
    KINDS.map((formula) => [formula]),
  );
}

proven('downloaded files, computed anew by LibreOffice', () => {
  test('formulas of each kind', async () => {
    expect(await comparison(plainBook)).toEqual({ computed: KINDS.length, differing: [] });
  });

  test('every formula of a model, over the values of the functions', async () => {
    const { computed, differing } = await comparison(() => newModel('transition'));
    expect(differing).toEqual([]);
    expect(computed).toBeGreaterThan(3000);
  });

  test('every formula of the sample, over the values of the functions', async () => {
    const { computed, differing } = await comparison(() => insertSample());
    expect(differing).toEqual([]);
    expect(computed).toBeGreaterThan(0);
  });
});

import { NAMED_STYLES, type NamedStyle } from '../../../src/workbook/cell-styles/named-styles';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { STYLES_OF_MODEL } from '../../../src/workbook/model-sheets/plan/styles';
import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { openHost, type Host } from '../../workbook/host';
import { hasLibreOffice, stylesInLibreOffice } from '../plain-workbook';
import {
  cellsOf,
  faultsBeyondSchema,
  faultsOf,
  partsOf,
  sheetNames,
} from '../../../packages/workbench/test/xlsx-faults';

const proven = hasLibreOffice || process.env['CI'] ? describe : describe.skip;
if (!hasLibreOffice && !process.env['CI'])
  console.warn('LibreOffice is missing: it is not tested that it shows the named styles of saved files.');

/** What a test asks for beside the model: styles of Excel's, a changed one, an own one, and cells dressed otherwise. */
async function dress(host: Host): Promise<void> {
  await host.write('Mine', 'A1:A6', [[1], [2], [3], [4], [5], [6]]);
  await host.run(async (context) => {
    const { styles, worksheets } = context.workbook;
    styles.add('Mine & <own>');
    const own = styles.getItem('Mine & <own>');
    own.font.italic = true;
    own.font.color = '#112233';
    own.numberFormat = '0.000';
    own.horizontalAlignment = 'Center';
    own.borders.getItem('EdgeBottom').color = '#445566';
    styles.getItem('Neutral').fill.color = '#ABCDEF';
    const sheet = worksheets.getItem('Mine');
    sheet.getRange('A1').style = 'Mine & <own>';
    sheet.getRange('A2').style = 'Bad';
    sheet.getRange('A3').style = 'Neutral';
    sheet.getRange('A4').style = 'Meterbook Input';
    sheet.getRange('A4').format.fill.color = '#FF0000';
    sheet.getRange('A5').style = 'Percent';
    await context.sync();
  });
}

let host: Host;
/** Of a model and of some cells beside it. */
let file: Uint8Array;
let parts: Readonly<Record<string, string>>;
beforeAll(async () => {
  host = await openHost();
  await newModel('transition');
  await dress(host);
  file = await downloadXlsx(host.workbench);
  parts = partsOf(file);
}, 240_000);
afterAll(() => host.close());

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const listed = (list: string, tag: string): string[] => {
  const styles = parts['xl/styles.xml'] ?? '';
  const [, body = ''] = new RegExp(`<${list}[ >]([^]*?)</${list}>`).exec(styles) ?? [];
  return body.match(new RegExp(`<${tag}[ />][^>]*>`, 'g')) ?? [];
};

/** The name of the style of each cell that says a format, by sheet and address. */
function storedStyles(): Map<string, string> {
  const names = new Map(
    listed('cellStyles', 'cellStyle').map((style) => [
      attributeOf(style, 'xfId'),
      attributeOf(style, 'name'),
    ]),
  );
  const formats = listed('cellXfs', 'xf').map((xf) => names.get(attributeOf(xf, 'xfId')) ?? 'none');
  return new Map(
    sheetNames(parts).flatMap((sheet, at) =>
      [...(parts[`xl/worksheets/sheet${at}.xml`] ?? '').matchAll(/<c ([^>]*?)\/?>/g)].map(
        ([, cell = '']): [string, string] => [
          `${sheet}!${attributeOf(cell, 'r') ?? ''}`,
          formats[Number(attributeOf(cell, 's') ?? 0)] ?? 'no format',
        ],
      ),
    ),
  );
}

/** A cell of each style: the first that shows a number or a text. */
function oneOfEach(): [style: NamedStyle, sheet: string, address: string][] {
  const stored = storedStyles();
  return STYLES_OF_MODEL.map((style) => {
    for (const [at, sheet] of sheetNames(parts).entries()) {
      const found = cellsOf(parts[`xl/worksheets/sheet${at}.xml`] ?? '').find(
        ({ address, value }) => value !== undefined && stored.get(`${sheet}!${address}`) === style,
      );
      if (found && sheet !== 'Mine') return [style, sheet, found.address];
    }
    throw new Error(`No cell of the file has the style ${style}.`);
  });
}

test('the file has no faults', () => {
  expect(faultsOf(file)).toEqual([]);
  expect(faultsBeyondSchema(parts)).toEqual([]);
});

test('it lists the styles of the model, a person’s own, and those of Excel that are used or changed', () => {
  const names = listed('cellStyles', 'cellStyle').map((style) => [
    attributeOf(style, 'name'),
    attributeOf(style, 'builtinId'),
  ]);
  expect(names[0]).toEqual(['Normal', '0']);
  const others = new Map(names.slice(1).map(([name, id]) => [name, id]));
  expect([...others.keys()].sort()).toEqual(
    [...STYLES_OF_MODEL, 'Bad', 'Mine &amp; &lt;own&gt;', 'Neutral', 'Percent'].sort(),
  );
  expect([others.get('Bad'), others.get('Neutral'), others.get('Percent')]).toEqual(['27', '28', '5']);
  expect(others.get('Meterbook Input')).toBeUndefined();
  const formats = listed('cellStyleXfs', 'xf');
  expect(formats).toHaveLength(names.length);
  expect(listed('cellStyles', 'cellStyle').map((style) => attributeOf(style, 'xfId'))).toEqual(
    formats.map((_, at) => String(at)),
  );
});

test('each cell says the style that it has in the book', () => {
  const { book } = host.workbench;
  const stored = storedStyles();
  const expected = book.getters.getSheetIds().flatMap((sheetId) =>
    book.getters.getCells(sheetId).flatMap((cell): [string, string][] => {
      const { row, col } = book.getters.getCellPosition(cell.id);
      const { styleName } = (cell.style ?? {}) as { styleName?: string };
      if (styleName === undefined) return [];
      const letters = col < 26 ? letter(col) : letter(Math.floor(col / 26) - 1) + letter(col % 26);
      return [[`${book.sheetName(sheetId)}!${letters}${row + 1}`, styleName]];
    }),
  );
  expect(expected.length).toBeGreaterThan(5000);
  const written = (name: string) => name.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
  const wrong = expected.filter(([place, style]) => stored.get(place) !== written(style));
  expect(wrong.map(([place, style]) => `${place} ${style}, in the file ${stored.get(place)}`)).toEqual([]);
});

const letter = (place: number): string => String.fromCharCode(65 + place);

proven('in LibreOffice', () => {
  const number = (colour: string): number => parseInt(colour.slice(1), 16);

  test('cells have the styles, and look as these say', () => {
    const cells = oneOfEach();
    const shown = stylesInLibreOffice(
      file,
      cells.map(([, sheet, address]) => [sheet, address] as const),
    );
    expect(shown).toEqual(
      cells.map(([style]) => {
        const { font, fill }: { font?: { color?: string; bold?: true }; fill?: string } = NAMED_STYLES[style];
        return {
          style,
          colour: font?.color === undefined ? 0 : number(font.color),
          fill: fill === undefined ? -1 : number(fill),
          isBold: font?.bold ?? false,
        };
      }),
    );
  });

  test('cells follow their style when it changes; a colour of their own stays', () => {
    const pink = 0xffe0f0;
    const input = oneOfEach().find(([style]) => style === 'Meterbook Input');
    const [, sheet = '', address = ''] = input ?? [];
    const shown = stylesInLibreOffice(
      file,
      [
        [sheet, address],
        ['Mine', 'A4'],
        ['Mine', 'A1'],
        ['Mine', 'A2'],
        ['Mine', 'A3'],
      ],
      { style: 'Meterbook Input', fill: pink },
    );
    expect(shown.map(({ style, fill }) => [style, fill])).toEqual([
      ['Meterbook Input', pink],
      ['Meterbook Input', 0xff0000],
      ['Mine & <own>', -1],
      // LibreOffice's name for what Excel calls Bad.
      ['Excel Built-in Bad', 0xffc7ce],
      ['Excel Built-in Neutral', 0xabcdef],
    ]);
  });
});

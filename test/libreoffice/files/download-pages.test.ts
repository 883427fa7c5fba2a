import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { openHost } from '../../workbook/host';
import { faultsOf, partsOf } from '../../../packages/workbench/test/xlsx-faults';

/** The XML of the sheet on which the given work was done. */
async function sheetAfter(work: (sheet: Excel.Worksheet) => void): Promise<string> {
  const host = await openHost();
  try {
    await host.write('Mine', 'A1', [['text']]);
    await host.run(async (context) => {
      work(context.workbook.worksheets.getItem('Mine'));
      await context.sync();
    });
    const bytes = await downloadXlsx(host.workbench);
    expect(faultsOf(bytes)).toEqual([]);
    return partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
  } finally {
    host.close();
  }
}

const elementOf = (sheet: string, tag: string): string | undefined =>
  new RegExp(`<${tag}[ />](?:[^>]*/>|[^]*?</${tag}>)`).exec(sheet)?.[0];

test('a sheet that nobody set up says nothing of paper', async () => {
  const sheet = await sheetAfter(() => undefined);
  expect(sheet).not.toMatch(/<(?:printOptions|pageMargins|pageSetup|headerFooter|pageSetUpPr)\b/);
});

test('paper, direction, margins in inches, and what is printed besides', async () => {
  const sheet = await sheetAfter(({ pageLayout }) => {
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 3, verticalFitToPages: 0 };
    pageLayout.printOrder = 'OverThenDown';
    pageLayout.blackAndWhite = true;
    pageLayout.printErrors = 'Dash';
    pageLayout.firstPageNumber = 7;
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintMargins('Centimeters', { left: 1.27, header: 0.635 });
  });
  expect(elementOf(sheet, 'pageSetup')).toBe(
    '<pageSetup fitToWidth="3" fitToHeight="0" paperSize="9" orientation="landscape" pageOrder="overThenDown" blackAndWhite="1" errors="dash" firstPageNumber="7" useFirstPageNumber="1"/>',
  );
  expect(elementOf(sheet, 'printOptions')).toBe('<printOptions horizontalCentered="1"/>');
  // What was not set is as Excel's normal margins are: 0.7 at the sides, 0.75 above and below, 0.3 at the edge.
  expect(elementOf(sheet, 'pageMargins')).toBe(
    '<pageMargins left="0.5" right="0.7" top="0.75" bottom="0.75" header="0.25" footer="0.3"/>',
  );
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
});

test('headers and footers for all pages', async () => {
  const sheet = await sheetAfter(({ pageLayout: { headersFooters } }) => {
    headersFooters.defaultForAllPages.leftFooter = '&A';
    headersFooters.defaultForAllPages.rightFooter = '&P of &N';
    headersFooters.defaultForAllPages.centerHeader = 'A <first> draft';
    // Not in force as long as all pages are alike.
    headersFooters.firstPage.leftFooter = 'First';
  });
  expect(elementOf(sheet, 'headerFooter')).toBe(
    '<headerFooter><oddHeader>&amp;CA &lt;first&gt; draft</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P of &amp;N</oddFooter></headerFooter>',
  );
});

test('headers and footers by kind of page', async () => {
  const sheet = await sheetAfter(({ pageLayout: { headersFooters } }) => {
    headersFooters.state = 'FirstOddAndEven';
    headersFooters.useSheetScale = false;
    headersFooters.firstPage.centerFooter = 'one';
    headersFooters.oddPages.rightFooter = 'odd';
    headersFooters.evenPages.leftFooter = 'even';
    headersFooters.defaultForAllPages.leftFooter = 'all';
  });
  expect(elementOf(sheet, 'headerFooter')).toBe(
    '<headerFooter differentOddEven="1" differentFirst="1" scaleWithDoc="0"><oddFooter>&amp;Rodd</oddFooter><evenFooter>&amp;Leven</evenFooter><firstFooter>&amp;Cone</firstFooter></headerFooter>',
  );
});

const heightOf = (sheet: string, row: number): number | undefined => {
  const [, height] = new RegExp(`<row r="${row}"[^>]*\\bht="([^"]*)"`).exec(sheet) ?? [];
  return height === undefined ? undefined : Number(height);
};

test('a row is as high as its wrapped texts, and a row that a person has set keeps its height', async () => {
  const sheet = await sheetAfter((mine) => {
    mine.getRange('A:A').format.columnWidth = 100;
    mine.getRange('A1:A5').values = [
      ['short'],
      ['A text of seven words, too long for a line'],
      ['A text of seven words, too long for a line'],
      ['Twenty-five letters in all. '.repeat(10)],
      ['A text of seven words, too long for a line'],
    ];
    for (const address of ['A1', 'A2', 'A4:A5']) mine.getRange(address).format.wrapText = true;
    mine.getRange('A5').format.rowHeight = 60;
  });
  const [one, wrapped, plain, long, set] = [1, 2, 3, 4, 5].map((row) => heightOf(sheet, row));
  expect([one, plain]).toEqual([undefined, undefined]);
  // A line of ten points takes some 12 or 13; 42 letters take three lines of 100 points at most, and 280 about fifteen.
  expect(wrapped).toBeGreaterThan(24);
  expect(wrapped).toBeLessThan(48);
  expect(long).toBeGreaterThan(13 * 12);
  expect(long).toBeLessThan(19 * 14);
  expect(set).toBe(60);
});

import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel } from './excel';

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'Two' }] });
});
afterAll(() => excel.close());

const layoutOf = <T>(work: (layout: Excel.PageLayout, context: Excel.RequestContext) => Promise<T>) =>
  excel.Excel.run((context) => work(context.workbook.worksheets.getItem('One').pageLayout, context));

test('how a sheet is printed is kept, sheet by sheet', async () => {
  await layoutOf(async (layout, context) => {
    layout.orientation = 'Landscape';
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    layout.centerHorizontally = true;
    layout.paperSize = 'A4';
    layout.setPrintMargins('Inches', { left: 0.5, right: 0.5 });
    layout.headersFooters.defaultForAllPages.centerFooter = '&P of &N';
    layout.headersFooters.defaultForAllPages.leftHeader = '&A';
    await context.sync();
    layout.load('orientation,zoom,centerHorizontally,leftMargin,topMargin,paperSize');
    const texts = layout.headersFooters.defaultForAllPages.load();
    const other = context.workbook.worksheets.getItem('Two').pageLayout.load('orientation,zoom');
    await context.sync();
    expect(layout.toJSON()).toMatchObject({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      centerHorizontally: true,
      leftMargin: 36,
      topMargin: 54,
      paperSize: 'A4',
    });
    expect(texts.toJSON()).toMatchObject({ leftHeader: '&A', centerFooter: '&P of &N', rightFooter: '' });
    expect(other.toJSON()).toMatchObject({ orientation: 'Portrait', zoom: { scale: 100 } });
  });
});

test('print titles and print area follow inserted rows and columns', async () => {
  await layoutOf(async (layout, context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    layout.setPrintTitleRows('$1:$4');
    layout.setPrintTitleColumns('$A:$B');
    layout.setPrintArea(sheet.getRange('A1:F40'));
    await context.sync();
    sheet.getRange('3:4').insert('Down');
    sheet.getRange('A:A').insert('Right');
    await context.sync();
    const rows = layout.getPrintTitleRows().load('address');
    const columns = layout.getPrintTitleColumns().load('address');
    const area = layout.getPrintArea().load('address,areaCount');
    const none = context.workbook.worksheets.getItem('Two').pageLayout.getPrintAreaOrNullObject();
    await context.sync();
    expect([rows.address, columns.address, area.address, area.areaCount]).toEqual([
      'One!1:6',
      'One!B:C',
      'One!B1:G42',
      1,
    ]);
    expect(none.isNullObject).toBe(true);
  });
});

test('what a page cannot be is refused', async () => {
  const codeOf = async (work: (layout: Excel.PageLayout) => void) =>
    (
      await failureOf(excel, async (context) => {
        work(context.workbook.worksheets.getItem('One').pageLayout);
        await context.sync();
      })
    ).code;
  expect(await codeOf((layout) => (layout.orientation = 'Diagonal' as 'Portrait'))).toBe('InvalidArgument');
  expect(await codeOf((layout) => (layout.zoom = { scale: 5 }))).toBe('InvalidArgument');
  expect(await codeOf((layout) => layout.setPrintTitleRows('A1:B2'))).toBe('InvalidArgument');
});

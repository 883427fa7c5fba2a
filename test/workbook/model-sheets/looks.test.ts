import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { openHost, type Host } from '../host';
import { sheetCells } from './sheet-cells';

const LONG = 240_000;
const PASS = '#C6EFCE';
const FAIL = '#C00000';
const ALERT = '#FFEB9C';

let host: Host;
beforeAll(async () => {
  host = await openHost();
  await newModel('transition');
  await host.idle();
}, LONG);
afterAll(() => host.close());

const onSheet = <T>(
  sheet: string,
  read: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
) => host.run((context) => read(context.workbook.worksheets.getItem(sheet), context));

/** What a person sees of a cell, after all conditional formats. */
const seen = (sheet: string, address: string) => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const { book } = host.workbench;
  const sheetId = book.findSheet(sheet) ?? '';
  return book.getters.getCellComputedStyle({ sheetId, col: letter.charCodeAt(0) - 65, row: Number(row) - 1 });
};

describe('charts of the Summary', () => {
  // The source of each series: the sheet and the id of its row.
  const EXPECTED = [
    ['Monthly cost by path, billed', 'Line', ['Schedule total.billed', 'Schedule counterfactual.cost']],
    [
      'Cost by calendar year and path, billed',
      'ColumnClustered',
      ['Summary year.total.billed', 'Summary year.counterfactual.cost'],
    ],
    [
      'Cost to date by path, billed',
      'Line',
      ['Schedule comparison.cumulative', 'Schedule comparison.cumulative reserved'],
    ],
    [
      'Capital, cumulative',
      'Line',
      ['Tranches capital.committed', 'Tranches capital.expected', 'Tranches capital.maximum'],
    ],
  ] as const;

  test('are four, of the type and the title that their figures ask for', async () => {
    const charts = await onSheet('Summary', async (sheet, context) => {
      sheet.charts.load('items/chartType,items/title/text,items/legend/position');
      await context.sync();
      return sheet.charts.items.map(({ title, chartType }) => [title.text, chartType]);
    });
    expect(charts).toEqual(EXPECTED.map(([title, type]) => [title, type]));
  });

  test.each(EXPECTED)('%s reads whole rows of the model', async (title, _type, sources) => {
    const read = await onSheet('Summary', async (sheet, context) => {
      const { series } = sheet.charts.getItem(title);
      series.load('items/name');
      await context.sync();
      const found = series.items.map((each) => each.getDimensionDataSourceString('Values'));
      await context.sync();
      return found.map(({ value }) => value.replaceAll(/[$'=]/g, ''));
    });
    const expected = await Promise.all(
      sources.map(async (source) => {
        const [sheet = '', ...id] = source.split(' ');
        const row = (await sheetCells(host, sheet)).row(id.join(' '));
        // 60 months, or the six calendar years that they touch.
        return `${sheet}!J${row}:${sheet === 'Summary' ? 'O' : 'BQ'}${row}`;
      }),
    );
    expect(read).toEqual(expected);
  });
});

describe('what may be typed into Terms', () => {
  const rules = async (section: string, term: string, header: string) => {
    const terms = await onSheet('Terms', async (sheet, context) => {
      const table = sheet.tables.getItem('TermsTable');
      const all = table.getRange().load('values,rowIndex');
      await context.sync();
      const [head = [], ...rows] = all.values;
      const at = rows.findIndex((row) => row[0] === section && row[2] === term);
      const validation = all.getCell(at + 1, head.indexOf(header)).dataValidation;
      validation.load('type,rule,errorAlert');
      await context.sync();
      return { type: validation.type, rule: validation.rule, alert: validation.errorAlert };
    });
    return terms;
  };

  test('a status is chosen from the seven', async () => {
    const { type, rule } = await rules('Usage', 'Growth rate', 'Status');
    expect(type).toBe('List');
    expect(String(rule.list?.source).split(',')).toEqual([
      'Contractual',
      'Confirmed',
      'Reported',
      'Disputed',
      'Estimate',
      'Illustrative',
      'Superseded',
    ]);
  });

  test.each([
    ['Model', 'Discount timing', ['Begin', 'Mid', 'End']],
    ['Tranche', 'Kind', ['Funded', 'Firm', 'Contingent']],
  ])('%s %s is chosen from its choices, in every scenario', async (section, term, choices) => {
    for (const header of ['Base', 'Delay 6 months']) {
      const { type, rule } = await rules(section, term, header);
      expect([header, type]).toEqual([header, 'List']);
      const offered = String(rule.list?.source).split(',');
      expect(offered).toEqual(expect.arrayContaining([...choices, 'None', 'Base']));
    }
  });

  test('a share lies between 0 and 1', async () => {
    const { type, rule, alert } = await rules('Usage', 'Cache read share', 'Base');
    expect(type).toBe('Custom');
    expect(rule.custom?.formula).toMatch(/>=0,[A-Z]+\d+<=1/);
    expect(alert.message).toMatch(/0.*1/);
  });

  test('the scenario in force is chosen from the headers of the table', async () => {
    const { source, headers } = await host.run(async (context) => {
      const cell = context.workbook.names.getItem('Scenario').getRange();
      const validation = cell.dataValidation.load('rule');
      const header = context.workbook.tables.getItem('TermsTable').getHeaderRowRange().load('values');
      await context.sync();
      const list = String(validation.rule.list?.source).replace(/^=/, '').replace(/^.*!/, '');
      const offered = context.workbook.worksheets
        .getItem('Terms')
        .getRange(list.replaceAll('$', ''))
        .load('values');
      await context.sync();
      return { source: offered.values[0], headers: header.values[0] ?? [] };
    });
    expect(source).toEqual(headers.slice(headers.indexOf('Base'), headers.indexOf('Low')));
    expect(source).toContain('Delay 6 months');
  });
});

describe('on paper', () => {
  test.each([
    ['Cover', 2, undefined, 1],
    ['Terms', 5, 'A:C', 2],
    // A year of months on a page.
    ['Schedule', 8, 'A:C', 5],
    ['Summary', 2, undefined, 1],
    ['Tranches', 8, 'A:C', 5],
    ['Checks', 2, undefined, 1],
  ])(
    '%s is landscape, repeats its first %i rows and the columns %s, is %i pages wide and numbers them',
    async (name, rows, columns, pages) => {
      const page = await onSheet(name, async ({ pageLayout }, context) => {
        pageLayout.load('orientation,zoom');
        const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
        const repeated = pageLayout.getPrintTitleColumnsOrNullObject().load('address');
        const texts = pageLayout.headersFooters.defaultForAllPages.load('leftFooter,rightFooter');
        await context.sync();
        return {
          orientation: pageLayout.orientation,
          pages: pageLayout.zoom.horizontalFitToPages,
          titles: titles.address.replace(/^.*!/, ''),
          columns: repeated.isNullObject ? undefined : repeated.address.replace(/^.*!/, ''),
          footers: [texts.leftFooter, texts.rightFooter],
        };
      });
      expect(page).toEqual({
        orientation: 'Landscape',
        pages,
        titles: `1:${rows}`,
        columns,
        footers: ['&A', '&P of &N'],
      });
    },
  );
});

describe('on the screen', () => {
  test.each([
    ['Cover', '1:2'],
    ['Summary', '1:2'],
    ['Checks', '1:2'],
    ['Schedule', 'A1:C8'],
    ['Tranches', 'A1:C8'],
    ['Terms', 'A1:C5'],
  ])('%s keeps %s in view', async (name, address) => {
    const frozen = await onSheet(name, async (sheet, context) => {
      const range = sheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      return range.address.replace(/^.*!/, '');
    });
    expect(frozen).toBe(address);
  });

  test('what passes is green and an alert is amber, and both say so', async () => {
    const checks = await sheetCells(host, 'Checks');
    const master = checks.row('master.pass');
    expect([seen('Checks', `E${master}`).fillColor, checks.value('master.pass', 'F')]).toEqual([
      PASS,
      'pass',
    ]);
    expect(seen('Checks', `H${checks.row('native.rows')}`).fillColor).toBe(PASS);
    const found = checks.values.flatMap((row, index) =>
      typeof row[7] === 'boolean' ? [{ row: index + 1, kind: row[3], passes: row[7] }] : [],
    );
    expect(found.length).toBeGreaterThan(10);
    for (const { row, kind, passes } of found) {
      const expected = passes ? PASS : kind === 'Alert' ? ALERT : FAIL;
      expect([row, seen('Checks', `H${row}`).fillColor]).toEqual([row, expected]);
    }
    expect(found.some(({ passes }) => !passes)).toBe(true);
    for (const sheet of ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks']) {
      expect([sheet, seen(sheet, 'G2').fillColor]).toEqual([sheet, PASS]);
    }
  });

  test('a delta says which side is cheaper', async () => {
    for (const sheet of ['Summary', 'Cover']) {
      const cells = await sheetCells(host, sheet);
      const delta = cells.value('headline.delta', 'E');
      expect(delta).toBeLessThan(0);
      expect(cells.value('headline.delta', 'G')).toBe('this path is cheaper');
      expect(seen(sheet, `E${cells.row('headline.delta')}`).textColor).toBe('#006100');
    }
  });

  test('what fails is red, and says so', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const row = schedule.row('reserved.fee');
    await host.write('Schedule', `J${row}:J${row}`, [['in the way']]);
    const checks = await sheetCells(host, 'Checks');
    expect(checks.value('master.pass', 'F')).toBe('fail');
    expect(seen('Checks', `E${checks.row('master.pass')}`).fillColor).toBe(FAIL);
    for (const sheet of ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks']) {
      const state = (await sheetCells(host, sheet)).value('sheet.state', 'G');
      expect([sheet, state, seen(sheet, 'G2').fillColor]).toEqual([sheet, 'A check fails: see Checks', FAIL]);
    }
    await host.write('Schedule', `J${row}:J${row}`, [['']]);
    await refreshModel();
    expect((await sheetCells(host, 'Checks')).value('master.pass', 'F')).toBe('pass');
  });
});

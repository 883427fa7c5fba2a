import { NAMED_STYLES, type NamedStyle } from '../../../src/workbook/cell-styles/named-styles';
import { annotationsOf } from '../../../packages/workbench/src/book/annotations';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { STYLES_OF_MODEL } from '../../../src/workbook/model-sheets/plan/styles';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { STYLES_OF_SAMPLE } from '../../../src/workbook/sample/sample-styles';
import { addScenario } from '../../../src/workbook/terms/scenario-columns';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import { openHost, type Host } from '../host';
import { sheetCells } from './sheet-cells';

const LONG = 240_000;
const MODEL = ['Cover', 'Terms', 'Schedule', 'Summary', 'Tranches', 'Checks'];

let host: Host;

/** The styles of the workbook that are not Excel's own. */
const ownStyles = () =>
  host.run(async (context) => {
    const styles = context.workbook.styles.load('items/name,items/builtIn');
    await context.sync();
    return styles.items.filter(({ builtIn }) => !builtIn).map(({ name }) => name);
  });

interface StyledCell {
  readonly place: string;
  readonly style: string;
  readonly isFormula: boolean;
  readonly isConstant: boolean;
  /** What the grid paints, apart from conditional formats. */
  readonly look: { readonly textColor?: string; readonly fillColor?: string; readonly bold?: boolean };
}

/** Every cell that shows something, with its style. */
async function shownCells(sheet: string): Promise<StyledCell[]> {
  const { values, formulas } = await sheetCells(host, sheet);
  const { book } = host.workbench;
  const cells = new Map(
    book.getters.getCells(book.findSheet(sheet) ?? '').map((cell) => {
      const { row, col } = book.getters.getCellPosition(cell.id);
      return [`${row} ${col}`, cell];
    }),
  );
  return values.flatMap((row, at) =>
    row.flatMap((value, col): StyledCell[] => {
      if (value === '') return [];
      // What a formula spills is no content of the cell's own.
      const cell = cells.get(`${at} ${col}`);
      const look = cell?.style ?? {};
      const { styleName = 'Normal' } = look as { styleName?: string };
      const formula = formulas[at]?.[col];
      const isFormula = typeof formula === 'string' && formula.startsWith('=');
      const isConstant = cell !== undefined && !cell.isFormula && cell.content !== '';
      return [{ place: `${sheet}!R${at + 1}C${col + 1}`, style: styleName, isFormula, isConstant, look }];
    }),
  );
}

/** Runs work in an Excel that says that it runs elsewhere. */
const onPlatform = async <T>(platform: Office.PlatformType, work: () => Promise<T>): Promise<T> => {
  const plain = Office;
  const context = Object.create(plain.context, { platform: { value: platform } }) as Office.Context;
  Object.assign(globalThis, {
    Office: Object.create(plain, { context: { value: context } }) as typeof Office,
  });
  try {
    return await work();
  } finally {
    Object.assign(globalThis, { Office: plain });
  }
};
const onDesktop = <T>(work: () => Promise<T>): Promise<T> => onPlatform(Office.PlatformType.PC, work);

const undo = () => host.workbench.book.dispatch('REQUEST_UNDO', {});

const recolour = (name: NamedStyle, fill: string) =>
  host.run(async (context) => {
    context.workbook.styles.getItem(name).fill.color = fill;
    await context.sync();
  });

const GROWTH = { section: 'Usage', item: 'Kiro', term: 'Growth rate' } as const;

describe('a model', () => {
  beforeAll(async () => {
    host = await openHost();
    await newModel('transition');
    await host.idle();
  }, LONG);
  afterAll(() => host.close());

  test('brings its styles, each with the look that it is declared with', async () => {
    expect((await ownStyles()).sort()).toEqual([...STYLES_OF_MODEL].sort());
    const read = await host.run(async (context) => {
      const styles = STYLES_OF_MODEL.map((name) =>
        context.workbook.styles
          .getItem(name)
          .load(
            'name,font/color,font/bold,fill/color,includeNumber,includeAlignment,includeBorder,includeProtection,includeFont,includePatterns',
          ),
      );
      await context.sync();
      return styles.map((style) => style.toJSON());
    });
    for (const style of read) {
      const { font, fill }: { font?: { color?: string; bold?: true }; fill?: string } =
        NAMED_STYLES[style.name as NamedStyle];
      expect(style).toMatchObject({
        includeNumber: false,
        includeAlignment: false,
        includeBorder: false,
        includeProtection: false,
        includeFont: true,
        includePatterns: true,
        font: { color: font?.color ?? '#000000', bold: font?.bold ?? false },
        fill: { color: fill ?? '#FFFFFF' },
      });
    }
  });

  test('every cell that shows something has one, and looks as it says', async () => {
    const header = (await sheetCells(host, 'Terms')).values.findIndex((row) => row[0] === 'Section') + 1;
    for (const sheet of MODEL) {
      const cells = await shownCells(sheet);
      expect(cells.length).toBeGreaterThan(20);
      const others = cells.filter(
        ({ place, style }) => !(style in NAMED_STYLES) && !place.startsWith(`Terms!R${header}C`),
      );
      expect(others.map(({ place, style }) => `${place} ${style}`)).toEqual([]);
      for (const { place, style, look } of cells) {
        if (!(style in NAMED_STYLES)) continue;
        const { font, fill }: { font?: { color?: string; bold?: true }; fill?: string } =
          NAMED_STYLES[style as NamedStyle];
        expect([place, look.textColor, look.fillColor, look.bold]).toEqual([
          place,
          font?.color,
          fill,
          font?.bold,
        ]);
      }
    }
  });

  test('inputs are constants on the sheet of terms; calculations, links and outputs are formulas', async () => {
    const computed = new Set<string>(['Meterbook Calculation', 'Meterbook Link', 'Meterbook Output']);
    for (const sheet of MODEL) {
      const cells = await shownCells(sheet);
      const inputs = cells.filter(({ style }) => style === 'Meterbook Input');
      if (sheet === 'Terms') expect(inputs.length).toBeGreaterThan(200);
      // The legend on the Cover has an example of each style.
      else expect(inputs).toHaveLength(sheet === 'Cover' ? 1 : 0);
      if (sheet === 'Cover') continue;
      expect(inputs.filter(({ isConstant }) => !isConstant)).toEqual([]);
      expect(cells.filter(({ style, isConstant }) => computed.has(style) && isConstant)).toEqual([]);
    }
  });

  test('new rows and columns of the table have the styles of their neighbours, and a person’s colour besides', async () => {
    const table = await sheetCells(host, 'Terms');
    const [header = []] = table.values.filter((row) => row[0] === 'Section');
    const kiro = table.values.findIndex(
      (row) => row[0] === GROWTH.section && row[1] === GROWTH.item && row[2] === GROWTH.term,
    );
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Terms');
      sheet.getCell(kiro, header.indexOf('Note')).format.fill.color = '#AABBCC';
      await context.sync();
    });
    expect(await addScenario('Another')).toMatchObject({ kind: 'done' });
    expect(
      await writeEdits([
        {
          section: 'Usage',
          item: 'Nova',
          term: 'Input tokens per month',
          column: 'Base',
          value: 1e12,
          seen: null,
        },
      ]),
    ).toMatchObject({ kind: 'done' });
    const after = await sheetCells(host, 'Terms');
    const [titles = []] = after.values.filter((row) => row[0] === 'Section');
    const at = after.values.findIndex((row) => row[1] === 'Nova');
    const styleAt = (row: number, title: string) =>
      host.run(async (context) => {
        const cell = context.workbook.worksheets.getItem('Terms').getCell(row, titles.indexOf(title));
        cell.load('style,format/fill/color');
        await context.sync();
        return [cell.style, cell.format.fill.color];
      });
    const input = ['Meterbook Input', '#FFF9DB'];
    expect(await styleAt(at, 'Term')).toEqual(['Meterbook Text', '#FFFFFF']);
    expect(await styleAt(at, 'Live')).toEqual(['Meterbook Calculation', '#FFFFFF']);
    expect(await styleAt(at, 'Base')).toEqual(input);
    expect(await styleAt(at, 'Another')).toEqual(input);
    expect(await styleAt(kiro, 'Another')).toEqual(input);
    expect(await styleAt(kiro, 'Note')).toEqual(['Meterbook Input', '#AABBCC']);
  });

  test('a style that a person has changed stays so, for old cells and new ones; one that is gone comes back when needed', async () => {
    await recolour('Meterbook Calculation', '#FFE0F0');
    expect(
      await writeEdits([
        {
          section: 'Usage',
          item: 'Quartz',
          term: 'Input tokens per month',
          column: 'Base',
          value: 1e12,
          seen: null,
        },
      ]),
    ).toMatchObject({ kind: 'done' });
    const before = await sheetCells(host, 'Schedule');
    await refreshModel();
    const after = await sheetCells(host, 'Schedule');
    const added = [...after.rows.keys()].filter((id) => !before.rows.has(id));
    expect(added.length).toBeGreaterThan(2);
    const fills = new Set(
      (await shownCells('Schedule'))
        .filter(({ style }) => style === 'Meterbook Calculation')
        .map(({ look }) => look.fillColor),
    );
    expect([...fills]).toEqual(['#FFE0F0']);
    expect((await ownStyles()).sort()).toEqual([...STYLES_OF_MODEL].sort());
  });

  test('a refresh that adds nothing adds no style', async () => {
    await host.run(async (context) => {
      context.workbook.styles.getItem('Meterbook Counterflow').delete();
      await context.sync();
    });
    await onDesktop(() => refreshModel());
    expect(await ownStyles()).not.toContain('Meterbook Counterflow');
  });
});

describe('the sample', () => {
  beforeAll(async () => {
    host = await openHost();
    await insertSample();
    await host.idle();
  }, LONG);
  afterAll(() => host.close());

  test('has its styles, and no cell is without one', async () => {
    expect((await ownStyles()).sort()).toEqual([...STYLES_OF_SAMPLE].sort());
    for (const sheet of (await host.sheetNames()).slice(1)) {
      const others = (await shownCells(sheet)).filter(({ style }) => !(style in NAMED_STYLES));
      expect(others.map(({ place, style }) => `${place} ${style}`)).toEqual([]);
    }
  });

  test('inserted once more, it leaves a changed style alone', async () => {
    await recolour('Meterbook Input', '#FFE0F0');
    await insertSample();
    const fill = await host.run(async (context) => {
      const style = context.workbook.styles.getItem('Meterbook Input').load('fill/color');
      await context.sync();
      return style.fill.color;
    });
    expect(fill).toBe('#FFE0F0');
  });
});

describe('steps of undo', () => {
  beforeEach(async () => {
    host = await openHost();
  }, LONG);
  afterEach(() => host.close());

  test('in Excel for Windows and Mac one step takes the model back with its styles', async () => {
    await onDesktop(() => newModel('commitment-decision'));
    expect(await ownStyles()).toContain('Meterbook Input');
    undo();
    expect(await host.sheetNames()).toEqual(['Sheet1']);
    expect(await ownStyles()).toEqual([]);
  });

  test('on the web the styles are there before the step begins, and outlast it by one', async () => {
    const runs: { isOneStep: boolean; styles: number }[] = [];
    const run = Excel.run.bind(Excel) as (...given: unknown[]) => Promise<unknown>;
    const watched = jest.spyOn(Excel, 'run').mockImplementation((async (options: object, batch: unknown) => {
      const result = await run(options, batch);
      const styles = Object.values(annotationsOf(host.workbench.book, 'styles')).length;
      runs.push({ isOneStep: 'mergeUndoGroup' in options, styles });
      return result;
    }) as typeof Excel.run);
    try {
      await newModel('commitment-decision');
    } finally {
      watched.mockRestore();
    }
    const styles = STYLES_OF_MODEL.length;
    expect(runs).toEqual([
      { isOneStep: false, styles },
      { isOneStep: true, styles },
    ]);
    undo();
    expect(await host.sheetNames()).toEqual(['Sheet1']);
    expect(await ownStyles()).toHaveLength(styles);
    undo();
    expect(await ownStyles()).toEqual([]);
  });

  test.each(['PC', 'OfficeOnline'] as const)(
    'nothing is left of a model that was stopped: %s',
    async (platform) => {
      await onPlatform(Office.PlatformType[platform], async () => {
        for (const after of [0, 3]) {
          let steps = 0;
          const options = { onProgress: () => (steps += 1), isCancelled: () => steps >= after };
          expect(await newModel('commitment-decision', options)).toMatchObject({ kind: 'cancelled' });
          expect([after, await ownStyles()]).toEqual([after, []]);
        }
      });
    },
  );

  test('a workbook that takes no more styles gets a model with their looks', async () => {
    const add = jest.spyOn(Excel.StyleCollection.prototype, 'add').mockImplementation(() => {
      throw new Error('There are too many styles.');
    });
    try {
      expect(await newModel('commitment-decision')).toMatchObject({ kind: 'done' });
    } finally {
      add.mockRestore();
    }
    expect(await ownStyles()).toEqual([]);
    const input = (await shownCells('Terms')).find(({ look }) => look.fillColor === '#FFF9DB');
    expect(input).toMatchObject({ style: 'Normal', look: { textColor: '#0000FF' } });
  });

  test('a refresh that may not add a missing style gives its looks', async () => {
    await newModel('commitment-decision');
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Summary').delete();
      context.workbook.styles.getItem('Meterbook Title').delete();
      await context.sync();
    });
    await refreshModel();
    const title = await host.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Summary').getRange('A1');
      cell.load('style,format/font/size,format/font/color');
      await context.sync();
      return [cell.style, cell.format.font.size, cell.format.font.color];
    });
    expect(title).toEqual(['Normal', 16, '#0F6B4F']);
    expect(await ownStyles()).not.toContain('Meterbook Title');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { coveragePage } from '../scripts/coverage-page';
import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel } from './excel';

const FILE = path.join(__dirname, '../coverage.md');

/** The members that a page lists for a class. */
function listed(page: string, type: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${type} |`)) ?? '';
  return [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
}

test('coverage.md is what "npm run generate" writes', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(coveragePage());
});

describe('what it says is so', () => {
  const page = readFileSync(FILE, 'utf8');
  let excel: Headless;
  beforeAll(async () => {
    excel = await openExcel();
  });
  afterAll(() => excel.close());

  test.each(['Workbook', 'Worksheet', 'Range'])(
    'the scalar members of %s that are listed can be loaded',
    async (type) => {
      const scalars = listed(page, type).filter((name) => SCALARS.includes(name));
      expect(scalars.length).toBeGreaterThan(0);
      await excel.Excel.run(async (context) => {
        const { workbook } = context;
        const sheet = workbook.worksheets.getFirst();
        const object = { Workbook: workbook, Worksheet: sheet, Range: sheet.getRange('A1') }[type];
        object?.load(scalars.join(','));
        await context.sync();
        expect(Object.keys(object?.toJSON() ?? {})).toEqual(expect.arrayContaining(scalars));
      });
    },
  );

  test('an event that is listed can be listened to', async () => {
    expect(listed(page, 'Worksheet')).toContain('onChanged');
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onChanged.add(async () => undefined);
      await context.sync();
    });
  });

  test.each([
    ['Worksheet', 'shapes'],
    ['Worksheet', 'comments'],
    ['Workbook', 'pivotTables'],
  ])('%s.%s is not listed, and refused', async (type, member) => {
    expect(listed(page, type)).not.toContain(member);
    const { code, message } = await failureOf(excel, async (context) => {
      const { workbook } = context;
      const object = type === 'Workbook' ? workbook : workbook.worksheets.getFirst();
      (Reflect.get(object, member) as Excel.ShapeCollection).load('items');
      await context.sync();
    });
    expect(code).toBe('ApiNotFound');
    expect(message).toContain(`${type}.${member}`);
  });
});

/** Members that hold a plain value; the others lead to objects. */
const SCALARS = [
  ...['name', 'id', 'position', 'visibility', 'tabColor', 'showGridlines'],
  ...['address', 'values', 'formulas', 'text', 'numberFormat', 'rowCount', 'columnCount', 'valueTypes'],
];

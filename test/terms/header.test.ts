import fc from 'fast-check';
import { isoText } from '../../src/base/calendar';
import { Decimal } from '../../src/base/decimal';
import type { TermsTable } from '../../src/terms/table/table';
import { template } from '../../src/terms/templates/template';
import { type Block, HEADER, blockOf, problemsOf, rowOf, tableOf } from './tables';

const sentences = (block: Block) => problemsOf(block).map(({ sentence }) => sentence);
const withHeader = (change: (header: unknown[]) => unknown[]): Block => {
  const [header = [], ...rows] = blockOf();
  return [change([...header]), ...rows];
};
const renamed = (from: string, to: unknown): Block =>
  withHeader((header) => header.map((name) => (name === from ? to : name)));

/** All that a table says, as text: what must not depend on the shape of the range. */
function said(table: TermsTable): string[] {
  const order = table.scenarios
    .map((name, place) => ({ name, place }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return table.rows
    .map(({ definition, item, term, cells, provenance }) => {
      const values = order.map(({ name, place }) => `${name}: ${cellText(cells[place])}`);
      const { low, high, status, source, note, asOf } = provenance;
      const beside = [String(low), String(high), status, source, note, asOf && isoText(asOf)];
      return [definition.section, item, term, ...values, ...beside].join('|');
    })
    .sort();
}

const cellText = (cell: unknown): string => (cell instanceof Decimal ? cell.toString() : String(cell));

const reference = tableOf(template('transition'));
const SAID = said(reference);
const WHOLE = template('transition');
const NAMES = (WHOLE[0] ?? []).map(String);

interface Shape {
  readonly order: readonly number[];
  readonly rowsAbove: number;
  readonly blank: '' | null | undefined;
  readonly upperCase: boolean;
  readonly furtherColumn: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  order: fc.shuffledSubarray([...NAMES.keys()], { minLength: NAMES.length }).map(withScenariosBetween),
  rowsAbove: fc.integer({ min: 0, max: 4 }),
  blank: fc.constantFrom('', null, undefined),
  upperCase: fc.boolean(),
  furtherColumn: fc.boolean(),
});

/** Any order in which Base stands left of the scenarios, and these left of Low; other columns may stand between. */
function withScenariosBetween(order: readonly number[]): number[] {
  const [base, low] = [NAMES.indexOf('Base'), NAMES.indexOf('Low')];
  const isBetween = (place: number): boolean => place >= base && place <= low;
  const between = [base, ...order.filter((place) => place > base && place < low), low];
  const next = between.values();
  return order.map((place) => (isBetween(place) ? (next.next().value ?? place) : place));
}

function shaped({ order, rowsAbove, blank, upperCase, furtherColumn }: Shape): Block {
  const rows = WHOLE.map((row, place) =>
    order.map((column): unknown => {
      const cell = row[column];
      if (cell === '') return blank;
      return place === 0 && upperCase ? ` ${String(cell).toUpperCase()}  ` : cell;
    }),
  );
  const wide = furtherColumn
    ? rows.map((row, place): unknown[] => [place === 0 ? 'Owner' : `Person ${place}`, ...row])
    : rows;
  return [...Array.from({ length: rowsAbove }, () => order.map(() => blank)), ...wide];
}

test('columns in any order, rows above, other blanks, other cases and further columns say the same', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const table = tableOf(shaped(shape));
      const names = (texts: readonly string[]) => texts.map((text) => text.toUpperCase()).sort();
      expect(names(table.scenarios)).toEqual(names(reference.scenarios));
      if (!shape.upperCase) expect(said(table)).toEqual(SAID);
    }),
    { numRuns: 200 },
  );
});

test('rows in any order, with a blank row between them, say the same', () => {
  const [header = [], ...rows] = WHOLE;
  const order = fc.shuffledSubarray([...rows.keys()], { minLength: rows.length });
  fc.assert(
    fc.property(order, fc.nat({ max: rows.length }), (places, gap) => {
      const shuffled = places.map((place) => rows[place] ?? []);
      const table = tableOf([
        header,
        ...shuffled.slice(0, gap),
        header.map(() => ''),
        ...shuffled.slice(gap),
      ]);
      expect(said(table)).toEqual(SAID);
      for (const section of ['Reserved', 'Discount tier', 'Commitment', 'Tranche'] as const) {
        expect(table.items(section)).toEqual(reference.items(section));
      }
    }),
    { numRuns: 100 },
  );
});

describe('a header that cannot be used', () => {
  test('none in the first five rows', () => {
    const expected = [
      'Terms has no header: one of the first five rows of the range must hold Section, Item, Term, Base. Give the whole table with its header, as TermsTable[#All].',
    ];
    expect(sentences(blockOf().slice(1))).toEqual(expected);
    expect(sentences([])).toEqual(expected);
    expect(sentences([['']])).toEqual(expected);
    const below = [...Array.from({ length: 5 }, () => HEADER.map(() => '')), ...blockOf()];
    expect(sentences(below)).toEqual(expected);
  });

  test.each(['Section', 'Item', 'Term', 'Base'])('%s missing', (name) => {
    expect(sentences(renamed(name, 'Owner'))).toEqual([
      `Terms, row 1: the header ${name} is missing. The table needs Section, Item, Term and Base. Add the column, or give the whole table.`,
    ]);
  });

  test('one misspelt, with what may be meant', () => {
    expect(sentences(renamed('Term', 'Trem'))).toEqual([
      'Terms, row 1: the header Term is missing. The table needs Section, Item, Term and Base. Is "Trem" meant? Rename it.',
    ]);
  });

  test('Low left of Base', () => {
    const block = blockOf().map((row) => [row[6], ...row.filter((_cell, place) => place !== 6)]);
    expect(sentences(block)).toEqual([
      'Terms, row 1: Low stands in column 1 and Base in column 6. Base must stand left of Low, since the scenarios stand between them: move Base.',
    ]);
  });

  test('two scenarios of one name', () => {
    const block = blockOf().map((row, place) => [
      ...row.slice(0, 6),
      place === 0 ? ' LATE ' : '',
      ...row.slice(6),
    ]);
    expect(sentences(block)).toEqual([
      'The scenario "LATE" stands in column 6 and in column 7. Every scenario needs a name of its own: rename one.',
    ]);
  });

  test('a scenario called None or Base', () => {
    expect(sentences(renamed('Late', 'none'))).toEqual([
      'The scenario in column 6 is called "none", which means something else here. Rename it; Base, Live or None cannot be its name.',
    ]);
    expect(sentences(renamed('Late', 'base'))).toEqual([
      'Terms, row 1: the header Base stands in column 5 and in column 6. Base cannot be the name of a scenario. Keep one, or rename the other.',
    ]);
  });

  test('values under no name', () => {
    const block = renamed('Late', '');
    expect(sentences(block)).toEqual([
      'Column 6 stands between Base and Low and has values (row 8) but no header in row 1. Name the scenario in its header, or clear the column.',
    ]);
  });
});

describe('what is a scenario', () => {
  test('columns between Base and Low; a number is a name', () => {
    expect(tableOf(renamed('Late', 2028)).scenarios).toEqual(['Base', '2028']);
  });

  test('without Low, those up to the next known header', () => {
    const block = blockOf().map((row) => row.filter((_cell, place) => place !== 6));
    expect(tableOf(block).scenarios).toEqual(['Base', 'Late']);
  });

  test('a table of the required columns alone', () => {
    const block = blockOf().map((row) => [row[0], row[1], row[2], row[4]]);
    expect(tableOf(block).scenarios).toEqual(['Base']);
  });

  test('a remark alone on a row is no term', () => {
    const block = blockOf();
    const remark = rowOf(['', '', '', '']);
    remark[10] = 'From here on as in the letter of intent';
    expect(sentences([...block, remark])).toEqual([]);
  });
});

import type { Contract } from '../../contract/contract';
import type { ScenarioComparison } from '../../analysis/comparison';
import { lineOf } from '../../analysis/headline';
import { NAMESPACE } from '../function-names';
import { FIRST_SERIES } from '../model-sheets/columns';
import { FORMATS, formatOf, type NumberFormat } from '../model-sheets/number-formats';
import type { StyleName } from '../model-sheets/styles';
import type { SheetCells, Written } from './sheet-cells';

/** Columns as on every sheet of a model, from 0: section, label, id, constant, unit, total, check, opening. */
export const AT = {
  section: 0,
  label: 2,
  id: 3,
  constant: 4,
  unit: 5,
  total: 6,
  check: 7,
  opening: 8,
} as const;

export const written = (content: string | number, style: StyleName, format?: NumberFormat): Written => ({
  content,
  style,
  ...(format ? { format } : {}),
});

/** The columns from J on, one for each of some values. */
export const across = <T>(
  values: readonly T[],
  cell: (value: T, place: number) => Written,
): Record<number, Written> =>
  Object.fromEntries(values.map((value, place) => [FIRST_SERIES + place, cell(value, place)]));

/** A heading over a part of the sheet. @param columns how many from J on it spans */
export function addSection(sheet: SheetCells, id: string, title: string, columns: number): void {
  const filled: Record<number, Written> = {};
  for (let column = 0; column < FIRST_SERIES + columns; column += 1) filled[column] = { style: 'section' };
  sheet.add(id, {
    ...filled,
    [AT.section]: written(title, 'section'),
    [AT.id]: written(id, 'sectionId'),
  });
}

/** The figures of each scenario, as formulas over the Terms; then less one of them, absolute and as a part of it. */
export function addComparison(
  sheet: SheetCells,
  contract: Contract,
  { scenarios, against, figures }: ScenarioComparison,
  terms: string,
): void {
  const columns = scenarios.map((_name, place) => sheet.letter(FIRST_SERIES + place));
  const [first = '', last = ''] = [columns[0], columns.at(-1)];
  const reference = `$${columns[against] ?? first}`;
  const unitColumn = `$${sheet.letter(AT.id)}`;
  const inOrder = (row: number): Written =>
    written(`=SUMPRODUCT(--ISERROR(${first}${row}:${last}${row}))`, 'check', FORMATS.whole);

  const head = sheet.add('head.scenarios', {
    [AT.label]: written('Scenario', 'tableHead'),
    [AT.id]: written('head.scenarios', 'id'),
    [AT.unit]: written('Unit', 'tableHead'),
    [AT.check]: written('Check', 'tableHeadOfNumbers'),
    ...across(scenarios, (name) => written(name, 'tableHeadOfNumbers')),
  });
  const rows = new Map<string, number>();
  for (const { id, label, unit } of figures) {
    const row = sheet.nextRow;
    rows.set(id, row);
    const format = formatOf(lineOf(contract, id));
    sheet.add(id, {
      [AT.label]: written(label, 'label'),
      [AT.id]: written(id, 'id'),
      [AT.unit]: written(unit, 'unit'),
      [AT.check]: inOrder(row),
      ...across(columns, (column) =>
        written(`=${NAMESPACE}.TOTAL(${terms},${unitColumn}${row},${column}$${head})`, 'calculated', format),
      ),
    });
  }
  const name = scenarios[against] ?? '';
  addLess(sheet, 'absolute', `Less ${name}`, (id, row) => ({
    format: formatOf(lineOf(contract, id)),
    unit: figures.find((figure) => figure.id === id)?.unit ?? '',
    content: (column) => `=${column}${row}-${reference}${row}`,
  }));
  addLess(sheet, 'relative', `Less ${name}, as a part of its size`, (_id, row) => ({
    format: FORMATS.share,
    unit: 'share',
    content: (column) =>
      `=IF(${reference}${row}=0,"n/a",(${column}${row}-${reference}${row})/ABS(${reference}${row}))`,
  }));

  function addLess(
    into: SheetCells,
    kind: string,
    title: string,
    make: (
      id: string,
      row: number,
    ) => { format: NumberFormat; unit: string; content: (column: string) => string },
  ): void {
    into.gap();
    addSection(into, `block.${kind}`, title, columns.length);
    for (const { id, label } of figures) {
      const { format, unit, content } = make(id, rows.get(id) ?? 0);
      const own = `${kind}.${id}`;
      into.add(own, {
        [AT.label]: written(label, 'label'),
        [AT.id]: written(own, 'id'),
        [AT.unit]: written(unit, 'unit'),
        [AT.check]: inOrder(into.nextRow),
        ...across(columns, (column) => written(content(column), 'calculated', format)),
      });
    }
  }
}

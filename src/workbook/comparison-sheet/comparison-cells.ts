import type { Contract } from '../../contract/contract';
import type { ComparedFigure, ScenarioComparison } from '../../analysis/comparison';
import { lineOf } from '../../analysis/headline';
import { NAMESPACE } from '../formulas/function-names';
import { FIRST_SERIES } from '../model-sheets/plan/columns';
import { FORMATS, formatOf, type NumberFormat } from '../model-sheets/plan/number-formats';
import type { StyleName } from '../model-sheets/plan/styles';
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

interface Context {
  readonly sheet: SheetCells;
  readonly figures: readonly ComparedFigure[];
  /** Letters of the scenarios' columns. */
  readonly columns: readonly string[];
}

/** The figures of each scenario, as formulas over the Terms; then less one of them, absolute and as a part of it. */
export function addComparison(
  sheet: SheetCells,
  contract: Contract,
  { scenarios, against, figures }: ScenarioComparison,
  terms: string,
): void {
  const columns = scenarios.map((_name, place) => sheet.letter(FIRST_SERIES + place));
  const context = { sheet, figures, columns };
  const [name = '', reference = ''] = [scenarios[against], `$${columns[against] ?? ''}`];
  const ids = `$${sheet.letter(AT.id)}`;
  const formats = new Map(figures.map(({ id }) => [id, formatOf(lineOf(contract, id))]));
  const head = sheet.add('head.scenarios', {
    [AT.label]: written('Scenario', 'tableHead'),
    [AT.id]: written('head.scenarios', 'id'),
    [AT.unit]: written('Unit', 'tableHead'),
    [AT.check]: written('Check', 'tableHeadOfNumbers'),
    ...across(scenarios, (scenario) => written(scenario, 'tableHeadOfNumbers')),
  });
  const first = sheet.nextRow;
  addFigures(context, {
    prefix: '',
    unit: ({ unit }) => unit,
    format: ({ id }) => formats.get(id),
    formula: (column, place) => `=${NAMESPACE}.TOTAL(${terms},${ids}${first + place},${column}$${head})`,
  });
  const pair = (column: string, place: number): [own: string, other: string] => [
    `${column}${first + place}`,
    `${reference}${first + place}`,
  ];
  addDifference(context, `Less ${name}`, {
    prefix: 'absolute.',
    unit: ({ unit }) => unit,
    format: ({ id }) => formats.get(id),
    formula: (column, place) => `=${pair(column, place).join('-')}`,
  });
  addDifference(context, `Less ${name}, as a part of its size`, {
    prefix: 'relative.',
    unit: () => 'share',
    format: () => FORMATS.share,
    formula: (column, place) => {
      const [own, other] = pair(column, place);
      return `=IF(${other}=0,"n/a",(${own}-${other})/ABS(${other}))`;
    },
  });
}

interface Block {
  /** Before a figure's id. */
  readonly prefix: string;
  unit(figure: ComparedFigure): string;
  format(figure: ComparedFigure): NumberFormat | undefined;
  /** @param column of the scenario. @param place of the figure */
  formula(column: string, place: number): string;
}

function addDifference(context: Context, title: string, block: Block): void {
  const { sheet, columns } = context;
  sheet.gap();
  addSection(sheet, `block.${block.prefix.replace('.', '')}`, title, columns.length);
  addFigures(context, block);
}

function addFigures({ sheet, figures, columns }: Context, block: Block): void {
  const [first = '', last = ''] = [columns[0], columns.at(-1)];
  figures.forEach((figure, place) => {
    const row = sheet.nextRow;
    const id = `${block.prefix}${figure.id}`;
    sheet.add(id, {
      [AT.label]: written(figure.label, 'label'),
      [AT.id]: written(id, 'id'),
      [AT.unit]: written(block.unit(figure), 'unit'),
      [AT.check]: written(`=SUMPRODUCT(--ISERROR(${first}${row}:${last}${row}))`, 'check', FORMATS.whole),
      ...across(columns, (column) =>
        written(block.formula(column, place), 'calculated', block.format(figure)),
      ),
    });
  });
}

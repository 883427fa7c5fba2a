import { Decimal } from '../base/decimal';
import type { TermDefinition } from '../terms/catalogue/catalogue';
import { identityKey, identityText } from '../terms/table/identity';
import { hasValue, type TermCell, type TermRow } from '../terms/table/row';
import { TermsTable } from '../terms/table/table';
import { cellsOf, isStructure, type TableScenario } from './joined-tables';

type Cells = readonly [base: TermCell, own: TermCell];
const NO_CELLS: Cells = [undefined, undefined];

/** A term in two tables: its row with what it says in Base and in the scenario. Missing where the table lacks it. */
export interface RowPair {
  readonly key: string;
  readonly definition: TermDefinition;
  readonly item: string;
  readonly term: string;
  readonly earlier: TermRow | undefined;
  readonly later: TermRow | undefined;
}

/** What can change by itself: a term, or an item that only one of the tables has with all of its terms. */
export interface TableChange {
  readonly section: string;
  /** "Usage | Kiro | Batch share", or of an item "Usage | Kiro". */
  readonly name: string;
  /** The identity keys of its terms. */
  readonly keys: readonly string[];
}

/** The rows of both tables, in the order of the earlier one and then of the later. */
export function rowPairs(from: TableScenario, to: TableScenario): RowPair[] {
  const [earlier, later] = [rowsOf(from), rowsOf(to)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [a, b] = [earlier.get(key), later.get(key)];
    const row = a ?? b;
    if (!row) return [];
    const { definition, item, term } = row;
    return [{ key, definition, item, term, earlier: a, later: b }];
  });
}

const rowsOf = ({ table, place }: TableScenario): Map<string, TermRow> =>
  new Map(
    table.rows.map((row) => [
      identityKey(row.definition.section, row.item, row.term),
      { ...row, cells: cellsOf(row, place) },
    ]),
  );

/** A table of one scenario, with each row as the later or as the earlier table has it. */
export function mixedTable(pairs: readonly RowPair[], isLater: (pair: RowPair) => boolean): TermsTable {
  const rows = pairs.flatMap((pair, place) => {
    const row = isLater(pair) ? pair.later : pair.earlier;
    return row ? [{ ...row, row: place + 1 }] : [];
  });
  return new TermsTable(rows, ['Base', 'Mixed']);
}

/** What differs between the tables and can move a figure, in the order of the rows. */
export function changesOf(pairs: readonly RowPair[]): TableChange[] {
  const whole = itemsOfOne(pairs);
  const isDecided = pairs.some(({ definition, earlier, later }) =>
    isDecision(definition) ? [earlier, later].some((row) => hasValue(row?.cells[1])) : false,
  );
  const found = new Map<string, RowPair[]>();
  for (const pair of pairs) {
    if (!differs(pair, isDecided)) continue;
    const item = itemKey(pair);
    const key = whole.has(item) ? item : pair.key;
    found.set(key, [...(found.get(key) ?? []), pair]);
  }
  return [...found.values()]
    .filter((rows) => rows.some(({ definition }) => acts(definition)))
    .flatMap(changeOf);
}

function changeOf(rows: readonly RowPair[]): TableChange[] {
  const [first] = rows;
  if (!first) return [];
  const { definition, item, term } = first;
  const name = identityText(definition.section, item, rows.length > 1 ? '' : term);
  return [{ section: definition.section, name, keys: rows.map(({ key }) => key) }];
}

const isDecision = ({ section, term }: TermDefinition): boolean =>
  section === 'Scenario' && term === 'Decided on';

/** Texts name things; so do the other terms of a scenario. */
const acts = (definition: TermDefinition): boolean =>
  isDecision(definition) ||
  (definition.section !== 'Scenario' && (definition.rule.type !== 'text' || isStructure(definition)));

const cellsIn = (row: TermRow | undefined): Cells => (row ? [row.cells[0], row.cells[1]] : NO_CELLS);

/** What Base says counts until the day of the decision, where there is one. */
function differs({ earlier, later }: RowPair, isDecided: boolean): boolean {
  const [a, b] = [cellsIn(earlier), cellsIn(later)];
  return !isSame(a[1], b[1]) || (isDecided && !isSame(a[0], b[0]));
}

const isSame = (a: TermCell, b: TermCell): boolean =>
  a instanceof Decimal && b instanceof Decimal ? a.eq(b) : (a ?? null) === (b ?? null);

/** Items of which only one of the tables says anything. */
function itemsOfOne(pairs: readonly RowPair[]): Set<string> {
  const said = (side: 'earlier' | 'later'): Set<string> =>
    new Set(pairs.filter((pair) => pair.item !== '' && cellsIn(pair[side]).some(hasValue)).map(itemKey));
  const [earlier, later] = [said('earlier'), said('later')];
  return new Set([...earlier, ...later].filter((item) => !earlier.has(item) || !later.has(item)));
}

const itemKey = ({ definition: { section, item: kind }, item }: RowPair): string =>
  `${section}|${kind}|${item.toLowerCase()}`;

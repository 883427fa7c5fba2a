import { plain } from '../base/nearest';
import type { CataloguedTerm, SectionName, TermDefinition } from '../terms/catalogue/catalogue';
import { identityKey } from '../terms/table/identity';
import { inForce, type TermCell, type TermRow } from '../terms/table/row';
import { TermsTable } from '../terms/table/table';
import type { Bridge } from './bridge-steps';

/** One scenario of a table. */
export interface TableScenario {
  readonly table: TermsTable;
  /** Its place in the table; 0 is Base. */
  readonly place: number;
  /** What it is called beside the other one. */
  readonly name: string;
}

/** Where the two stand in the table that joins them; until its decision each has the Base of its own table. */
export const JOINED = { from: 1, to: 3, bases: [0, 2] } as const;

/**
 * Two scenarios of two tables as scenarios of one, so that what leads from the one to the other can be computed. What
 * only one of the tables has, the other scenario leaves out.
 */
export function joinedTables(from: TableScenario, to: TableScenario): TermsTable {
  const later = ONE_FOR_ALL.reduce(
    (rows, kept) => (isOneFor(kept, from, to) ? rows : renamed(rows, kept.section)),
    to.table.rows,
  );
  const [earlierByKey, laterByKey] = [byKey(from.table.rows), byKey(later)];
  const rows = [...new Set([...earlierByKey.keys(), ...laterByKey.keys()])].flatMap((key, place) => {
    const [a, b] = [earlierByKey.get(key), laterByKey.get(key)];
    const row = a ?? b;
    const cells = [...cellsOf(a, from.place), ...cellsOf(b, to.place)];
    return row ? [{ ...row, row: place + 1, cells: explicit(row, cells) }] : [];
  });
  return new TermsTable(rows, [`Base of ${from.name}`, from.name, `Base of ${to.name}`, to.name]);
}

const byKey = (rows: readonly TermRow[]): Map<string, TermRow> =>
  new Map(rows.map((row) => [identityKey(row.definition.section, row.item, row.term), row]));

/** What a row says in Base and in the scenario. Base itself has no date of decision that counts. */
export function cellsOf(row: TermRow | undefined, place: number): [base: TermCell, own: TermCell] {
  if (row === undefined) return [undefined, undefined];
  const isOfScenarios = row.definition.section === 'Scenario';
  return [
    isOfScenarios ? undefined : row.cells[0],
    isOfScenarios && place === 0 ? undefined : inForce(row, place),
  ];
}

/** In a joined table nothing is inherited from its first column: a blank says that there is no value. */
const explicit = ({ definition }: TermRow, [base, ...others]: readonly TermCell[]): TermCell[] => [
  base,
  ...others.map((cell) => (cell === undefined && definition.section !== 'Scenario' ? null : cell)),
];

/** Terms that give a model its structure, which is one for all scenarios: the order of the lots, who bills a tool. */
const ONE_FOR_ALL = [
  // A lot of only one of the tables still has a place among the others.
  { section: 'Prepaid lot', term: 'Expiry', isOrder: true },
  { section: 'Seat tool', term: 'Vendor', isOrder: false },
] as const satisfies readonly { section: SectionName; term: CataloguedTerm['term']; isOrder: boolean }[];
type OneForAll = (typeof ONE_FOR_ALL)[number];

/** Of the texts, the only ones that a figure can rest on. */
export const isStructure = ({ section, term }: TermDefinition): boolean =>
  ONE_FOR_ALL.some((kept) => kept.section === section && kept.term === term);

const isOneFor = (kept: OneForAll, from: TableScenario, to: TableScenario): boolean =>
  structureText(kept, from, to) === structureText(kept, to, from);

function structureText(
  { section, term, isOrder }: OneForAll,
  { table, place }: TableScenario,
  other: TableScenario,
): string {
  const others = new Set(other.table.items(section).map(plain));
  return table
    .items(section)
    .filter((item) => isOrder || others.has(plain(item)))
    .map((item) => [item, ...cellsOf(table.row(section, item, term), place).map(String)].join('|'))
    .join('\n');
}

/** Where the structure differs, the items of the later table are others than those of the earlier one. */
const LATER = '\u2032';

/** A bridge over a joined table, with its items called what their own table calls them. */
export const withOwnNames = (bridge: Bridge): Bridge => ({
  ...bridge,
  steps: bridge.steps.map((step) => ({
    ...step,
    label: step.label.replaceAll(LATER, ''),
    terms: [...new Set(step.terms.map((term) => term.replaceAll(LATER, '')))],
  })),
});

const renamed = (rows: readonly TermRow[], section: string): TermRow[] =>
  rows.map((row) =>
    row.definition.section === section && row.item !== '' ? { ...row, item: `${row.item}${LATER}` } : row,
  );

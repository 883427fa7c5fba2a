import { plain } from '../../base/nearest';
import type { TermDefinition } from '../catalogue/catalogue';
import type { EditValue } from '../entry/edit';
import { identityKey, identityText } from '../table/identity';
import { isSameContent } from './cell-content';
import { inForceIn, type ScenarioRow, type ScenarioRows } from './scenario-rows';

/** What of a term is another: what holds in the scenario, or a cell beside it that changes no figure by itself. */
export type ChangedPart = 'Value' | 'Base' | 'Own cell' | 'Unit' | 'Status';

export interface PartChange {
  readonly part: ChangedPart;
  /** Null where nothing is said. */
  readonly before: EditValue;
  readonly after: EditValue;
}

/** A term of which two tables say different things. */
export interface TermChange {
  readonly definition: TermDefinition;
  readonly section: string;
  readonly item: string;
  readonly term: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** Of the values; the later one where it has changed. */
  readonly unit: string;
  readonly parts: readonly PartChange[];
}

export interface TermChanges {
  /** In the order of the tables, those of the earlier one first. */
  readonly terms: readonly TermChange[];
  /** Items that only one of the two has, as "Usage | Kiro". */
  readonly itemsAdded: readonly string[];
  readonly itemsRemoved: readonly string[];
}

/** What two readings of the Terms, each for one scenario, say differently. */
export function termChanges(before: ScenarioRows, after: ScenarioRows): TermChanges {
  const earlier = byKey(before);
  const later = byKey(after);
  const isOneScenario = plain(before.scenario) === plain(after.scenario);
  const terms = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) =>
    changeOf(earlier.get(key), later.get(key), isOneScenario),
  );
  return { terms, itemsAdded: itemsOnlyIn(after, before), itemsRemoved: itemsOnlyIn(before, after) };
}

const byKey = ({ rows }: ScenarioRows): Map<string, ScenarioRow> =>
  new Map(rows.map((row) => [identityKey(row.definition.section, row.item, row.term), row]));

function changeOf(
  before: ScenarioRow | undefined,
  after: ScenarioRow | undefined,
  isOneScenario: boolean,
): TermChange[] {
  const row = after ?? before;
  if (!row) return [];
  const parts = before && after ? partsBetween(before, after, isOneScenario) : [valueOf(before, after)];
  if (parts.length === 0) return [];
  const { definition, item, term, unit } = row;
  const kind = !before ? 'added' : !after ? 'removed' : 'changed';
  return [{ definition, section: definition.section, item, term, kind, unit: String(unit ?? ''), parts }];
}

const valueOf = (before: ScenarioRow | undefined, after: ScenarioRow | undefined): PartChange => ({
  part: 'Value',
  before: before ? inForceIn(before) : null,
  after: after ? inForceIn(after) : null,
});

/**
 * What holds comes first; what stands behind it is said where that alone does not tell the whole change. The cells of
 * two different scenarios are no change of one another.
 */
function partsBetween(before: ScenarioRow, after: ScenarioRow, isOneScenario: boolean): PartChange[] {
  const value = [valueOf(before, after)].filter(differs);
  const base = [{ part: 'Base' as const, before: before.base, after: after.base }].filter(differs);
  const own = [{ part: 'Own cell' as const, before: before.own, after: after.own }].filter(differs);
  const isSaidByValue = base.length > 0 && value.length > 0 && isOfBase(before) && isOfBase(after);
  const behind = isSaidByValue ? [] : base;
  return [
    ...value,
    ...behind,
    ...(isOneScenario && value.length === 0 && behind.length === 0 ? own : []),
    ...[
      { part: 'Unit' as const, before: before.unit, after: after.unit },
      { part: 'Status' as const, before: before.status, after: after.status },
    ].filter(differs),
  ];
}

/** What holds is what Base says. */
const isOfBase = (row: ScenarioRow): boolean => isSameContent(inForceIn(row), row.base);

const differs = ({ before, after }: PartChange): boolean => !isSameContent(before, after);

function itemsOnlyIn(one: ScenarioRows, other: ScenarioRows): string[] {
  const known = itemsOf(other);
  return [...itemsOf(one)].filter(([key]) => !known.has(key)).map(([, name]) => name);
}

/** Items of which something holds: a scenario can leave one out that Base has. */
function itemsOf({ rows }: ScenarioRows): Map<string, string> {
  const said = rows.filter((row) => row.item !== '' && !isNothing(inForceIn(row)));
  return new Map(
    said.map(({ definition: { section }, item }) => [
      identityKey(section, item, ''),
      identityText(section, item, ''),
    ]),
  );
}

const isNothing = (value: EditValue): boolean => value === null || value === 'None';

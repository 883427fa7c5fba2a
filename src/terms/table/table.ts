import { addMonths, wholeMonths, type Day } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import type { TermReference } from '../../calc/expression';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { TermValues } from '../../calc/exact/exact';
import type { ContractTerms } from './contract-terms';
import type { SectionName, TermDefinition } from '../catalogue/catalogue';
import { identityOf } from '../catalogue/term-name';
import { type Identified, identify, identityKey, identityText } from './identity';
import { type Provenance, type TermRow, hasValue, inForce } from './row';
import type { TermValue } from '../catalogue/rule';

const MONTHS_IN_YEAR = 12;
export const DEFAULT_CURRENCY = 'USD';

/** A term that the model has asked for or the table lists, with the row that holds it, if one does. */
interface Slot {
  readonly reference: TermReference;
  readonly definition: TermDefinition;
  readonly item: string;
  readonly row: TermRow | undefined;
}

interface Group {
  readonly rows: TermRow[];
  /** By scenario, once asked for. */
  readonly isThere: (boolean | undefined)[];
}

/** Sections whose items stand in the order in which their dates fall, whatever the order of the rows. */
const ORDERED_BY_DATE: ReadonlyMap<SectionName, string> = new Map<SectionName, string>([
  ['Prepaid lot', 'Expiry'],
  ['Tranche', 'Date'],
]);

/** The Terms table, read and checked: what each scenario says of each term. */
export class TermsTable implements ContractTerms {
  readonly #rows: ReadonlyMap<string, TermRow>;
  /** Rows that speak of one item, in the terms of one kind of item. */
  readonly #groups = new Map<string, Group>();
  readonly #slots: Slot[] = [];
  readonly #byKey = new Map<string, Slot>();
  readonly #items = new Map<SectionName, readonly string[]>();
  readonly #values: (Decimal | null)[][];

  /**
   * @param rows one for each identity
   * @param scenarios their names, Base first
   */
  constructor(
    readonly rows: readonly TermRow[],
    readonly scenarios: readonly string[],
  ) {
    this.#rows = new Map(
      rows.map((row) => [identityKey(row.definition.section, row.item, row.term), row] as const),
    );
    this.#values = scenarios.map(() => []);
    for (const row of rows) {
      const key = groupKey(row.definition, row.item);
      const group = this.#groups.get(key);
      if (group) group.rows.push(row);
      else this.#groups.set(key, { rows: [row], isThere: [] });
    }
    for (const row of rows) this.#slot(row.definition.section, row.item, row.term);
  }

  /** Currency of every amount in the table. */
  get currency(): string {
    return this.text(...identityOf('Model', 'Currency')) || DEFAULT_CURRENCY;
  }

  reference(section: string, item: string, term: string): TermReference {
    return this.#slot(section, item, term).reference;
  }

  /** The row of a term; none where the table leaves it out. */
  row(section: string, item: string, term: string): TermRow | undefined {
    return this.#rows.get(identityKey(section, item, term));
  }

  items(section: SectionName): readonly string[] {
    let items = this.#items.get(section);
    if (items === undefined) {
      items = this.#itemsInOrder(section);
      this.#items.set(section, items);
    }
    return items;
  }

  numbered(
    section: string,
    item: string,
    name: string,
  ): readonly { number: number; reference: TermReference }[] {
    const { definition } = catalogued(section, `${name} 1`);
    return (this.#groups.get(groupKey(definition, item))?.rows ?? [])
      .flatMap(({ number, term, definition: { term: family } }) =>
        number === undefined || family !== definition.term || !this.isUsed(section, item, term)
          ? []
          : [{ number, reference: this.reference(section, item, term) }],
      )
      .sort((a, b) => a.number - b.number);
  }

  yearsOfTerm(section: string): readonly number[] {
    const longest = Math.max(
      0,
      ...this.scenarios.map((_name, scenario) => this.#lastYear(section, scenario)),
    );
    return Array.from({ length: longest + 1 }, (_none, year) => year);
  }

  isUsed(section: string, item: string, term: string): boolean {
    const row = this.row(section, item, term);
    return row !== undefined && row.cells.some(hasValue);
  }

  text(section: string, item: string, term: string, scenario = 0): string {
    const value = this.value(section, item, term, scenario);
    return typeof value === 'string' ? value : '';
  }

  nameOf(section: string, item: string, term: string): string {
    const { definition } = catalogued(section, term);
    const first = this.scenarios.findIndex((_name, scenario) => this.hasItem(definition, item, scenario));
    return first < 0 ? '' : this.text(section, item, term, first);
  }

  choices(section: string, item: string, term: string): readonly string[] {
    return choicesOf(this.#slot(section, item, term).definition);
  }

  definition(section: string, term: string): Identified {
    return catalogued(section, term);
  }

  /** What the table says in a scenario, defaults apart; null for nothing. */
  given(section: string, item: string, term: string, scenario: number): TermValue | null {
    const row = this.row(section, item, term);
    const cell = row && inForce(row, scenario);
    return cell === undefined || typeof cell === 'symbol' ? null : cell;
  }

  /** What holds in a scenario, defaults included; null for nothing. */
  value(section: string, item: string, term: string, scenario: number): TermValue | null {
    return this.#valueOf(this.#slot(section, item, term), scenario);
  }

  /**
   * Values by the index of their reference: dates as serials, choices as their place in the list, texts as null.
   * The list grows as the model asks for terms that the table leaves out, so build the model first.
   */
  values(scenario: number): TermValues {
    const values = this.#values[scenario];
    if (values === undefined) throw new Error(`The table has no scenario ${scenario}.`);
    for (let index = values.length; index < this.#slots.length; index += 1) {
      const slot = this.#slots[index];
      values.push(slot ? numberOf(slot.definition, this.#valueOf(slot, scenario)) : null);
    }
    return values;
  }

  /** The same, each section as one of the scenarios has it. */
  mixedValues(scenarioOf: (section: SectionName) => number): TermValues {
    return this.#slots.map(
      ({ reference, definition }) => this.values(scenarioOf(definition.section))[reference.index] ?? null,
    );
  }

  /** The terms that a scenario changes: those for which something else holds than in Base. */
  overridden(scenario: number): readonly TermReference[] {
    return this.rows
      .filter(({ definition, cells }) => definition.section !== 'Scenario' && cells[scenario] !== undefined)
      .map((row) => this.#slot(row.definition.section, row.item, row.term))
      .filter((slot) => !isSame(this.#valueOf(slot, scenario), this.#valueOf(slot, 0)))
      .map(({ reference }) => reference);
  }

  /** The row behind a reference; none where the table leaves the term out. */
  rowOf(reference: TermReference): TermRow | undefined {
    return this.#slots[reference.index]?.row;
  }

  provenance(reference: TermReference): Provenance | undefined {
    return this.rowOf(reference)?.provenance;
  }

  /** Whether a scenario says anything of an item, in the terms of the same kind of item. */
  hasItem(definition: TermDefinition, item: string, scenario: number): boolean {
    const group = this.#groups.get(groupKey(definition, item));
    if (group === undefined) return false;
    return (group.isThere[scenario] ??= isThere(group.rows, definition, scenario));
  }

  #slot(section: string, item: string, term: string): Slot {
    const key = identityKey(section, item, term);
    const known = this.#byKey.get(key);
    if (known) return known;
    const row = this.#rows.get(key);
    const { definition, term: name } = row ?? catalogued(section, term);
    const spelt = row?.item ?? item;
    const choices = choicesOf(definition);
    const slot: Slot = {
      reference: {
        index: this.#slots.length,
        label: identityText(definition.section, spelt, name),
        unit: definition.unit.replace('currency', this.#currencyOrDefault()),
        ...(choices.length > 0 ? { choices } : {}),
      },
      definition,
      item: spelt,
      row,
    };
    this.#slots.push(slot);
    this.#byKey.set(key, slot);
    return slot;
  }

  /** Read from the row itself: references are made before their values can be read. */
  #currencyOrDefault(): string {
    const cell = this.#rows.get(identityKey(...identityOf('Model', 'Currency')))?.cells[0];
    return typeof cell === 'string' ? cell : DEFAULT_CURRENCY;
  }

  #valueOf({ definition, item, row }: Slot, scenario: number): TermValue | null {
    // What else the table says of an item that the scenario leaves out does not hold there.
    const cell = row && this.hasItem(definition, item, scenario) ? inForce(row, scenario) : undefined;
    if (cell !== undefined && cell !== null && typeof cell !== 'symbol') return cell;
    if (definition.byDefault !== undefined) {
      return typeof definition.byDefault === 'number'
        ? new Decimal(definition.byDefault)
        : definition.byDefault;
    }
    if (definition.withoutItem === undefined || this.hasItem(definition, item, scenario)) return null;
    return definition.withoutItem === 'model start'
      ? this.given(...identityOf('Model', 'Start'), scenario)
      : new Decimal(definition.withoutItem);
  }

  #itemsInOrder(section: SectionName): string[] {
    const items = new Map<string, { item: string; kind: TermDefinition['item'] }>();
    for (const row of this.rows) {
      const { item, definition, cells } = row;
      if (definition.section !== section || item === '' || !cells.some(hasValue)) continue;
      if (!items.has(plain(item))) items.set(plain(item), { item, kind: definition.item });
    }
    const found = [...items.values()];
    const names = found.map(({ item }) => item);
    const kind = found[0]?.kind;
    if (kind === 'date') return names.sort();
    if (kind === 'number') return names.sort((a, b) => Number(a) - Number(b));
    const dated = ORDERED_BY_DATE.get(section);
    return dated === undefined ? names : this.#byDate(section, names, dated);
  }

  /** By the date that Base gives, or else the first scenario that gives one; undated items last. */
  #byDate(section: SectionName, names: readonly string[], term: string): string[] {
    const day = (item: string): number => {
      const row = this.row(section, item, term);
      const cell = row?.cells.find((candidate) => candidate instanceof Decimal);
      return cell instanceof Decimal ? cell.toNumber() : Infinity;
    };
    const days = new Map(names.map((name) => [name, day(name)]));
    return [...names].sort((a, b) => Math.sign((days.get(a) ?? 0) - (days.get(b) ?? 0)) || 0);
  }

  /** The contract year that holds the last day of a tariff, counted from 0. */
  #lastYear(section: string, scenario: number): number {
    const day = (name: string, of: string): Day | undefined => {
      const value = catalogueHas(of, name) ? this.value(of, '', name, scenario) : null;
      return value instanceof Decimal ? value.toNumber() : undefined;
    };
    const start = day('Start', section);
    const modelStart = day('Start', 'Model');
    const horizon = day('Horizon', 'Model');
    if (start === undefined || modelStart === undefined || horizon === undefined) return 0;
    const end = day('End', section) ?? addMonths(modelStart, horizon);
    return end <= start ? 0 : Math.floor(wholeMonths(start, end - 1) / MONTHS_IN_YEAR);
  }
}

/** None in a required term leaves a named item out. */
function isThere(rows: readonly TermRow[], { item }: TermDefinition, scenario: number): boolean {
  const isLeftOut =
    item === 'name' && rows.some((row) => row.definition.required && inForce(row, scenario) === null);
  return !isLeftOut && rows.some((row) => hasValue(inForce(row, scenario)));
}

const groupKey = ({ section, item: kind }: TermDefinition, item: string): string =>
  `${section}|${kind}|${item.toLowerCase()}`;

function catalogued(section: string, term: string): Identified {
  const found = identify(section, term);
  if (found instanceof Refusal) throw new Error(`The catalogue has no term ${section} | ${term}.`);
  return found;
}

const catalogueHas = (section: string, term: string): boolean =>
  !(identify(section, term) instanceof Refusal);

const choicesOf = ({ rule }: TermDefinition): readonly string[] =>
  rule.type === 'choice' ? rule.choices : [];

function numberOf(definition: TermDefinition, value: TermValue | null): Decimal | null {
  if (value instanceof Decimal) return value;
  if (value === null || definition.rule.type !== 'choice') return null;
  const place = choicesOf(definition).indexOf(String(value));
  return place < 0 ? null : new Decimal(place);
}

function isSame(a: TermValue | null, b: TermValue | null): boolean {
  return a instanceof Decimal && b instanceof Decimal ? a.eq(b) : a === b;
}

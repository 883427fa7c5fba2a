import type { DataValidationRule } from '@odoo/o-spreadsheet';
import { cellAddress, intersection, type Zone } from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book, Position } from '../book';
import type { Names } from '../names/names';
import { isBlocking, noteOfCriterion, type Criterion, type ValidationNote } from './validation-rule';

/** A rule and the words that go with it. */
export interface ValidationView {
  readonly id: string;
  readonly sheetId: string;
  readonly zones: readonly Zone[];
  readonly criterion: Criterion;
  readonly note: ValidationNote;
}

/** What holds in a zone: nothing, one rule in all of it, or different things. */
export type ZoneValidation = ValidationView | 'none' | 'inconsistent' | 'mixed';

/** Data validation: the grid keeps and checks the rules, and moves them with their cells. */
export class Validations {
  constructor(
    private readonly book: Book,
    private readonly names: Names,
  ) {
    book.onSettle(() => this.followNames());
  }

  inZone(sheetId: string, zone: Zone): ZoneValidation {
    const touching = this.inSheet(sheetId).filter(({ zones }) =>
      zones.some((each) => intersection(each, zone) !== undefined),
    );
    const [first, ...others] = touching;
    if (first === undefined) return 'none';
    const covered = touching.reduce((sum, { zones }) => sum + cellsWithin(zones, zone), 0);
    if (covered < cellsWithin([zone], zone)) return 'inconsistent';
    return others.length > 0 ? 'mixed' : first;
  }

  /** Takes the place of every rule that the zone had. */
  set(sheetId: string, zone: Zone, criterion: Criterion, note: ValidationNote): void {
    const { book } = this;
    book.growTo(sheetId, zone);
    const id = this.freeId();
    annotate(book, 'validations', id, note);
    this.put(sheetId, [zone], id, criterion, note);
  }

  /** A rule for zones that have none yet. */
  add(sheetId: string, zones: readonly Zone[], criterion: Criterion, note: ValidationNote): void {
    for (const zone of zones) this.book.growTo(sheetId, zone);
    const id = this.freeId();
    annotate(this.book, 'validations', id, note);
    this.put(sheetId, zones, id, criterion, note);
  }

  describe({ id, sheetId, zones, criterion, note }: ValidationView, change: Partial<ValidationNote>): void {
    const changed = { ...note, ...change };
    annotate(this.book, 'validations', id, changed);
    this.put(sheetId, zones, id, criterion, changed);
  }

  clear(sheetId: string, zone: Zone): void {
    if (this.inZone(sheetId, zone) === 'none') return;
    // The grid takes cells out of a rule by giving them to another one.
    const id = this.freeId();
    this.put(sheetId, [zone], id, { type: 'customFormula', values: ['=TRUE'] } as Criterion, undefined);
    this.book.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId, id });
  }

  isValid(position: Position): boolean {
    return !this.book.getters.isDataValidationInvalid(position);
  }

  inSheet(sheetId: string): ValidationView[] {
    return this.book.getters.getDataValidationRules(sheetId).map((rule) => this.view(sheetId, rule));
  }

  private view(sheetId: string, { id, ranges, criterion }: DataValidationRule): ValidationView {
    const note = annotationsOf(this.book, 'validations')[id] ?? noteOfCriterion(criterion);
    return { id, sheetId, zones: ranges.map((range) => range.zone), criterion, note };
  }

  private put(
    sheetId: string,
    zones: readonly Zone[],
    id: string,
    criterion: Criterion,
    note: ValidationNote | undefined,
  ): void {
    this.book.dispatch('ADD_DATA_VALIDATION_RULE', {
      sheetId,
      ranges: zones.map((zone) => this.book.rangeData(sheetId, zone)),
      rule: { id, criterion, isBlocking: note === undefined || isBlocking(note.errorAlert) },
    });
  }

  /** A list that was given by name follows the name. */
  private followNames(): void {
    const notes = annotationsOf(this.book, 'validations');
    for (const sheetId of this.book.getters.getSheetIds()) {
      for (const { id, ranges, criterion } of this.book.getters.getDataValidationRules(sheetId)) {
        const note = notes[id];
        const wanted = note?.listName === undefined ? undefined : this.names.absoluteAddress(note.listName);
        if (wanted === undefined || criterion.values[0] === wanted) continue;
        const zones = ranges.map((range) => range.zone);
        this.put(sheetId, zones, id, { ...criterion, values: [wanted] } as Criterion, note);
      }
    }
  }

  private freeId(): string {
    const validations = annotationsOf(this.book, 'validations');
    const taken = new Set(
      this.book.getters
        .getSheetIds()
        .flatMap((sheetId) => this.book.getters.getDataValidationRules(sheetId).map(({ id }) => id)),
    );
    for (let number = 1; ; number += 1) {
      const id = `validation${number}`;
      if (!taken.has(id) && validations[id] === undefined) return id;
    }
  }
}

const cellsWithin = (zones: readonly Zone[], zone: Zone) =>
  zones.reduce((sum, each) => {
    const common = intersection(each, zone);
    return common === undefined
      ? sum
      : sum + (common.right - common.left + 1) * (common.bottom - common.top + 1);
  }, 0);

export const firstCell = (zone: Zone) => cellAddress(zone.top, zone.left);

import type { ConditionalFormat } from '@odoo/o-spreadsheet';
import { formatZone, intersection, parseZone, type Zone } from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book } from '../book';

/** What Excel keeps of a conditional format and the grid does not. */
export interface ConditionalFormatNote {
  readonly type: 'CellValue' | 'Custom';
  readonly numberFormat?: string;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By the grid's id. */
    readonly conditionalFormats: ConditionalFormatNote;
  }
}

/** The rules that Excel and the grid share: one comparison or formula, one look. */
export interface GridRule {
  readonly type: 'CellIsRule';
  readonly operator: string;
  readonly values: readonly string[];
  readonly style: Readonly<Record<string, unknown>>;
}

export interface ConditionalFormatView {
  readonly id: string;
  readonly sheetId: string;
  readonly zones: readonly Zone[];
  readonly rule: GridRule;
  readonly stopIfTrue: boolean;
}

/** A new format has a rule that never holds until it gets its own. */
const NEVER: GridRule = { type: 'CellIsRule', operator: 'customFormula', values: ['=FALSE'], style: {} };

/** Looks that depend on values: the grid holds and paints them, and moves them with their cells. */
export class ConditionalFormats {
  constructor(private readonly book: Book) {}

  /** Those that touch a zone, first the one that comes first. */
  inZone(sheetId: string, zone: Zone): ConditionalFormatView[] {
    return this.inSheet(sheetId).filter(({ zones }) =>
      zones.some((each) => intersection(each, zone) !== undefined),
    );
  }

  find(sheetId: string, id: string): ConditionalFormatView | undefined {
    return this.inSheet(sheetId).find((each) => each.id === id);
  }

  add(sheetId: string, zone: Zone, note: ConditionalFormatNote): string {
    this.book.growTo(sheetId, zone);
    const id = this.freeId(sheetId);
    this.put({ id, sheetId, zones: [zone], rule: NEVER, stopIfTrue: false });
    annotate(this.book, 'conditionalFormats', id, note);
    return id;
  }

  put({ id, sheetId, zones, rule, stopIfTrue }: ConditionalFormatView): void {
    this.book.dispatch('ADD_CONDITIONAL_FORMAT', {
      sheetId,
      ranges: zones.map((zone) => this.book.rangeData(sheetId, zone)),
      cf: { id, rule, stopIfTrue },
    });
  }

  noteOf(view: ConditionalFormatView): ConditionalFormatNote {
    const known = annotationsOf(this.book, 'conditionalFormats')[view.id];
    return known ?? { type: view.rule.operator === 'customFormula' ? 'Custom' : 'CellValue' };
  }

  describe(view: ConditionalFormatView, change: Partial<ConditionalFormatNote>): void {
    annotate(this.book, 'conditionalFormats', view.id, { ...this.noteOf(view), ...change });
  }

  remove(sheetId: string, id: string): void {
    this.book.dispatch('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
    annotate(this.book, 'conditionalFormats', id, undefined);
  }

  /** From the zone alone: a format that reaches further stays there. */
  clear(sheetId: string, zone: Zone): void {
    for (const view of this.inZone(sheetId, zone)) {
      const rest = view.zones.flatMap((each) => without(each, zone));
      if (rest.length === 0) this.remove(sheetId, view.id);
      else this.put({ ...view, zones: rest });
    }
  }

  private inSheet(sheetId: string): ConditionalFormatView[] {
    return this.book.getters.getConditionalFormats(sheetId).flatMap((format) => this.view(sheetId, format));
  }

  private view(
    sheetId: string,
    { id, rule, ranges, stopIfTrue }: ConditionalFormat,
  ): ConditionalFormatView[] {
    const extent = this.book.extent(sheetId);
    const zones = ranges.flatMap((range) => {
      const zone = parseZone(range);
      const inside = zone === undefined ? undefined : intersection(zone, extent);
      return inside === undefined ? [] : [inside];
    });
    if (rule.type !== 'CellIsRule') return [];
    return [{ id, sheetId, zones, rule: rule as unknown as GridRule, stopIfTrue: stopIfTrue === true }];
  }

  private freeId(sheetId: string): string {
    const notes = annotationsOf(this.book, 'conditionalFormats');
    for (let number = 1; ; number += 1) {
      const id = `format${number}`;
      if (notes[id] === undefined && this.find(sheetId, id) === undefined) return id;
    }
  }
}

/** What is left of a zone: up to four rectangles. */
function without(zone: Zone, removed: Zone): Zone[] {
  const common = intersection(zone, removed);
  if (common === undefined) return [zone];
  const middle = { top: common.top, bottom: common.bottom };
  return [
    { ...zone, bottom: common.top - 1 },
    { ...zone, ...middle, right: common.left - 1 },
    { ...zone, ...middle, left: common.right + 1 },
    { ...zone, top: common.bottom + 1 },
  ].filter(({ left, right, top, bottom }) => left <= right && top <= bottom);
}

export const zonesText = (zones: readonly Zone[]) => zones.map(formatZone).join(',');

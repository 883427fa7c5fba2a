import * as o from '@odoo/o-spreadsheet';
import type { Book } from './book';
import type { CellStyle } from './looks/cell-styles';
import type { ChartNote } from './charts/charts';
import type { ConditionalFormatNote } from './rules/conditional-formats';
import type { PageSetup } from './page-setup';
import type { SheetProtection } from './protection';
import type { ValidationNote } from './rules/validation-rule';

/**
 * What Excel keeps of a workbook and the grid has no place for. It lives in a plugin of the grid's core, so that
 * undo and redo take it along with the step that made it.
 */
export interface AnnotationSections {
  /** By the grid's table id. */
  readonly tableNames: string;
  /** By upper-case name. */
  readonly names: NameNote;
  /** By cell id: a formula with structured references as it was typed. */
  readonly typedFormulas: string;
  /** By the grid's rule id. */
  readonly validations: ValidationNote;
  /** By the grid's id. */
  readonly conditionalFormats: ConditionalFormatNote;
  /** By sheet id. */
  readonly pageSetups: PageSetup;
  /** By lower-case name. */
  readonly styles: CellStyle;
  /** By the grid's chart id. */
  readonly charts: ChartNote;
  /** By sheet id: absent where the sheet is not protected. */
  readonly protections: SheetProtection;
}

export interface NameNote {
  /** What the name refers to, where that is a table: `TermsTable[#All]`. */
  readonly tableReference?: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet that the name belongs to; absent for a name of the workbook. */
  readonly scope?: string;
}

type Section = keyof AnnotationSections;

export type AnnotationState = { [S in Section]: Record<string, AnnotationSections[S] | undefined> };

export const SET_ANNOTATION = 'SET_ANNOTATION';

interface SetAnnotation {
  readonly type: string;
  readonly section: Section;
  readonly key: string;
  readonly value?: unknown;
}

class AnnotationPlugin extends o.CorePlugin<AnnotationState> implements AnnotationState {
  static override getters = ['getAnnotations'] as const;
  readonly tableNames: AnnotationState['tableNames'] = {};
  readonly names: AnnotationState['names'] = {};
  readonly typedFormulas: AnnotationState['typedFormulas'] = {};
  readonly validations: AnnotationState['validations'] = {};
  readonly protections: AnnotationState['protections'] = {};
  readonly charts: AnnotationState['charts'] = {};
  readonly styles: AnnotationState['styles'] = {};
  readonly conditionalFormats: AnnotationState['conditionalFormats'] = {};
  readonly pageSetups: AnnotationState['pageSetups'] = {};

  override handle(command: o.CoreCommand): void {
    const { type, section, key, value } = command as unknown as SetAnnotation;
    if (type === SET_ANNOTATION) this.history.update(section, key, value as never);
  }

  /** Print areas follow the rows and columns that are inserted before them. */
  override adaptRanges({ adaptFormulaString }: Parameters<o.CorePlugin['adaptRanges']>[0]): void {
    for (const [sheetId, setup] of Object.entries(this.pageSetups)) {
      if (setup === undefined) continue;
      const areas = Object.entries(setup.areas).map(
        ([kind, texts]) =>
          [kind, texts.map((text) => adaptFormulaString(sheetId, `=${text}`).slice(1))] as const,
      );
      const moved: PageSetup['areas'] = Object.fromEntries(areas);
      if (JSON.stringify(moved) === JSON.stringify(setup.areas)) continue;
      this.history.update('pageSetups', sheetId, { ...setup, areas: moved });
    }
  }

  getAnnotations(): AnnotationState {
    return this;
  }
}

let registered = false;

/** Once per process, before the first model. */
export function registerAnnotations(): void {
  if (registered) return;
  registered = true;
  o.registries.corePluginRegistry.add('workbench_annotations', AnnotationPlugin);
  (o.coreTypes as Set<string>).add(SET_ANNOTATION);
  // Undo itself restores the state; the inverse only moves what others did meanwhile, and there is nothing to move.
  o.registries.inverseCommandRegistry.add(SET_ANNOTATION, () => []);
}

export const annotationsOf = (book: Book): AnnotationState =>
  (book.state as unknown as { getAnnotations(): AnnotationState }).getAnnotations();

/** @param value undefined takes the annotation away */
export function annotate<S extends Section>(
  book: Book,
  section: S,
  key: string | number,
  value: AnnotationSections[S] | undefined,
): void {
  book.dispatch(SET_ANNOTATION, { section, key: String(key), value });
}

import * as o from '@odoo/o-spreadsheet';
import { withReferences } from './formulas/references';

/**
 * What Excel keeps of a workbook and the grid has no place for. It lives in a plugin of the grid's core, so that
 * undo and redo take it along with the step that made it. Whoever keeps something adds its own section to this
 * interface, beside the code that reads and writes it.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the sections are declared where they are used
export interface AnnotationSections {}

type Section = keyof AnnotationSections;
type Notes<S extends Section> = Readonly<Record<string, AnnotationSections[S] | undefined>>;

export const SET_ANNOTATION = 'SET_ANNOTATION';

interface SetAnnotation {
  readonly type: string;
  readonly section: Section;
  readonly entries: readonly (readonly [key: string, value: unknown])[];
}

/** How things move along with rows and columns that are inserted or deleted. */
export interface Adaptation {
  /** A formula of a sheet that the grid can read. */
  formula(sheetId: string, formula: string): string;
  /** A formula of Excel, by its references. */
  references(sheetId: string, formula: string): string;
  /** The sheet of a cell by its id. */
  sheetOf(cellId: number): string | undefined;
}

type Follow = (note: never, key: string, adapt: Adaptation) => unknown;

const FOLLOWERS = new Map<Section, Follow>();

/**
 * Lets the notes of a section follow the rows and columns that are inserted before what they refer to.
 * @param follow gives the note as it is afterwards: the same object where nothing moved
 */
export function followRanges<S extends Section>(
  section: S,
  follow: (note: AnnotationSections[S], key: string, adapt: Adaptation) => AnnotationSections[S],
): void {
  FOLLOWERS.set(section, follow);
}

interface AnnotationState {
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

class AnnotationPlugin extends o.CorePlugin<AnnotationState> implements AnnotationState {
  static override getters = ['getAnnotations'] as const;
  readonly sections: AnnotationState['sections'] = {};

  override handle(command: o.CoreCommand): void {
    const { type, section, entries } = command as unknown as SetAnnotation;
    if (type !== SET_ANNOTATION) return;
    for (const [key, value] of entries) this.history.update('sections', section, key, value as never);
  }

  override adaptRanges(functions: Parameters<o.CorePlugin['adaptRanges']>[0]): void {
    const { adaptFormulaString, adaptRangeString } = functions;
    const adapt: Adaptation = {
      formula: adaptFormulaString,
      references: (sheetId, formula) =>
        withReferences(formula, (reference) => {
          const { changeType, range } = adaptRangeString(sheetId, reference);
          return changeType === 'REMOVE' ? '#REF!' : range;
        }),
      sheetOf: (cellId) => this.getters.tryGetCellPosition(cellId)?.sheetId,
    };
    for (const [section, follow] of FOLLOWERS) {
      for (const [key, note] of Object.entries(this.getAnnotations(section))) {
        const moved = follow(note as never, key, adapt);
        if (moved !== note) this.history.update('sections', section, key, moved as never);
      }
    }
  }

  getAnnotations(section: Section): Readonly<Record<string, unknown>> {
    return this.sections[section] ?? NONE;
  }
}

const NONE = {};

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

/** Where annotations are read: the getters of a book or of its grid, of which the plugin has its own. */
export const notesIn = <S extends Section>(getters: object, section: S): Notes<S> =>
  (getters as { getAnnotations(section: Section): Notes<S> }).getAnnotations(section);

/** As much of a book as annotations need. */
export interface AnnotatedBook {
  readonly state: object;
  dispatch(type: string, payload: object): void;
}

/** The notes of a section by their keys. */
export const annotationsOf = <S extends Section>({ state }: AnnotatedBook, section: S): Notes<S> =>
  notesIn(state, section);

/** @param value undefined takes the annotation away */
export function annotate<S extends Section>(
  book: AnnotatedBook,
  section: S,
  key: string | number,
  value: AnnotationSections[S] | undefined,
): void {
  annotateAll(book, section, [[String(key), value]]);
}

/** Many at once, as one command. */
export function annotateAll<S extends Section>(
  book: AnnotatedBook,
  section: S,
  entries: readonly (readonly [key: string, value: AnnotationSections[S] | undefined])[],
): void {
  if (entries.length > 0) book.dispatch(SET_ANNOTATION, { section, entries });
}

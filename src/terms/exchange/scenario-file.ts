import type { EditValue } from '../entry/edit';
import type { Identified } from '../table/identity';
import type { FileProblem } from './file-problem';

/** What a file of scenarios calls itself, so that no other file is taken for one. */
export const FORMAT = 'meterbook-scenarios';
/** Of the layout of the file. A change that an older reader would misread raises it. */
export const FORMAT_VERSION = 1;

/** One term with what the file says of it. */
export interface FileRow extends Identified {
  /** In its one spelling: a date as ISO text; blank where the section takes none. */
  readonly item: string;
  /** Line of the file, from 1; 0 where the row comes from a table. */
  readonly line: number;
  /**
   * By column: Base, a scenario's name, or one of the provenance. A column that is not here is not spoken of; null
   * says that the cell is blank.
   */
  readonly cells: ReadonlyMap<string, EditValue>;
}

/** The terms of some scenarios, as a file carries them. */
export interface ScenarioFile {
  /** Without Base, in their order. */
  readonly scenarios: readonly string[];
  readonly rows: readonly FileRow[];
}

export type FileReading =
  { readonly file: ScenarioFile } | { readonly problems: readonly [FileProblem, ...FileProblem[]] };

/** The file, or all that is wrong with it in the order of its lines. */
export function fileReading(file: ScenarioFile, problems: readonly FileProblem[]): FileReading {
  const [first, ...others] = [...problems].sort((a, b) => a.line - b.line);
  return first ? { problems: [first, ...others] } : { file };
}

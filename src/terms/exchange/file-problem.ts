/** One thing that is wrong with a file, in a sentence that names the line. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
}

export const problemAt = (line: number, text: string): FileProblem => ({
  line,
  sentence: `Line ${line}: ${text}`,
});

import type { Refusal } from '../../base/refusal';
import { type Differences, differences } from '../../terms/exchange/differences';
import { readCsv } from '../../terms/exchange/read-csv';
import { readJson } from '../../terms/exchange/read-json';
import type { ScenarioFile } from '../../terms/exchange/scenario-file';

const MOST_BYTES = 10 * 1024 * 1024;

/** A file that the person chose: what it says, or every sentence on why it says nothing. */
export type ChosenFile = { readonly name: string } & (
  { readonly file: ScenarioFile } | { readonly faults: readonly string[] }
);

export async function readChosen(chosen: File): Promise<ChosenFile> {
  const { name } = chosen;
  if (chosen.size > MOST_BYTES) {
    const megabytes = Math.ceil(chosen.size / 1024 / 1024);
    return {
      name,
      faults: [
        `The file has ${megabytes} MB: it may have at most 10. Choose a file that Meterbook has exported.`,
      ],
    };
  }
  const text = await chosen.text();
  const isJson = /^[\s\uFEFF]*[{[]/.test(text);
  const reading = isJson ? readJson(text) : readCsv(text);
  return 'file' in reading
    ? { name, file: reading.file }
    : { name, faults: reading.problems.map(({ sentence }) => sentence) };
}

/** What the file would change in the table as it stands, or why it cannot. */
export const changesOf = (
  file: ScenarioFile,
  values: readonly (readonly unknown[])[],
): Differences | Refusal => differences(file, values);

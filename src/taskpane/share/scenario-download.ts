import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { fileOf } from '../../terms/exchange/table-file';
import { writeCsv } from '../../terms/exchange/write-csv';
import { writeJson } from '../../terms/exchange/write-json';
import { done, type Outcome } from '../../workbook/step-outcome';

export const FORMS = {
  json: { label: 'JSON', write: writeJson, type: 'application/json' },
  csv: { label: 'CSV', write: writeCsv, type: 'text/csv' },
} as const;
export type Form = keyof typeof FORMS;

/** Hands all scenarios of the table to the person as a file. */
export function downloadScenarios(values: readonly (readonly unknown[])[], form: Form): Outcome {
  const found = fileOf(values);
  if (found instanceof Refusal) return new Refusal(`Nothing was exported. ${found.sentence}`);
  const { write, type } = FORMS[form];
  const name = `scenarios.${form}`;
  const address = URL.createObjectURL(new Blob([write(found)], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Some browsers begin to read after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  const { rows, scenarios } = found;
  return done(
    `Exported ${rows.length} terms of Base and ${counted(scenarios.length, 'scenario')} as ${name}.`,
  );
}

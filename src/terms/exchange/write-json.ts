import type { EditValue } from '../entry/edit';
import { fileValue } from './cell-content';
import { PROVENANCE } from '../table/columns';
import { FORMAT, FORMAT_VERSION, type FileRow, type ScenarioFile } from './scenario-file';

/** Scenarios as JSON, one term to a line, so that two files can be compared line by line. */
export function writeJson({ scenarios, rows }: ScenarioFile): string {
  const terms = rows.map((row) => `    ${termJson(row, scenarios)}`);
  return `{
  "format": ${JSON.stringify(FORMAT)},
  "version": ${FORMAT_VERSION},
  "scenarios": ${JSON.stringify(scenarios)},
  "terms": [
${terms.join(',\n')}
  ]
}
`;
}

function termJson(row: FileRow, scenarios: readonly string[]): string {
  const value = (column: string): EditValue | undefined => {
    const held = row.cells.get(column);
    return held === undefined ? undefined : fileValue(row.definition, column, held);
  };
  const identity: Entry[] = [
    ['section', row.definition.section],
    ...(row.item === '' ? [] : [['item', row.item] as const]),
    ['term', row.term],
  ];
  const values = object(['Base', ...scenarios].map((column) => [column, value(column)] as const));
  const provenance = PROVENANCE.map(({ name, key }): Entry => [key, value(name)]);
  return `${object(identity).slice(0, -1)}, "values": ${values}${rest(provenance)}}`;
}

type Entry = readonly [key: string, value: EditValue | undefined];

const written = (entries: readonly Entry[]): string[] =>
  entries.flatMap(([key, value]) =>
    value === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}`],
  );

const object = (entries: readonly Entry[]): string => `{${written(entries).join(', ')}}`;
const rest = (entries: readonly Entry[]): string =>
  written(entries)
    .map((entry) => `, ${entry}`)
    .join('');

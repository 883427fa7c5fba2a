import { knownName } from '../../base/nearest';
import { type ColumnName, PROVENANCE } from '../table/columns';
import { type Header, readHeader } from '../table/header';
import { readTextValue } from './cell-content';
import { type CsvRecord, readCsvRecords } from './csv-records';
import { FileRows, type Stated, type StatedRow, scenarioNames } from './file-rows';
import { unguarded } from './imported-text';
import { problemAt } from './file-problem';
import { type FileReading, fileReading } from './scenario-file';

/** Reads scenarios as CSV: the whole file, or all that is wrong with it. */
export function readCsv(text: string): FileReading {
  const reading = readCsvRecords(text);
  if ('problem' in reading) return { problems: [reading.problem] };
  const records = reading.records
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''))
    .map(({ line, fields }) => ({ line, fields: fields.map(unguarded) }));
  const [first] = records;
  const otherSign = [';', '\t'].find((sign) => first?.fields.some((field) => field.includes(sign)));
  const header = readHeader(first ? [first.fields] : [], () => '');
  if ('problems' in header) {
    const line = first?.line ?? 1;
    if (otherSign !== undefined) return { problems: [problemAt(line, notCommas(otherSign))] };
    const isNone = header.problems.length === 1 && header.problems[0].header === '';
    return isNone
      ? { problems: [problemAt(line, NO_HEADER)] }
      : fileReading(
          { scenarios: [], rows: [] },
          header.problems.map(({ sentence }) => problemAt(line, sentence)),
        );
  }
  return readRows(records, header.header);
}

const NO_HEADER =
  'the first line must be the header of the Terms table: Section, Item, Term, Unit, Base, then the scenarios. Export the scenarios once to have a file in that form.';

const notCommas = (sign: string): string =>
  `the columns are divided by ${sign === ';' ? 'semicolons' : 'tabs'}. Divide them by commas, with decimal points in the numbers; in Excel, copy the cells into the Terms table instead.`;

function readRows([head, ...records]: readonly CsvRecord[], header: Header): FileReading {
  const rows = new FileRows((definition, column, value) =>
    readTextValue(definition, column, String(value ?? '')),
  );
  const stated = header.scenarios.slice(1).map(({ name }) => ({ line: head?.line ?? 1, name }));
  const scenarios = scenarioNames(stated, rows.report.bind(rows));
  const width = head?.fields.length ?? 0;
  const columns = columnsOf(header, scenarios);
  for (const record of records) {
    const beyond = record.fields.slice(width).find((field) => field.trim() !== '');
    if (beyond !== undefined) {
      rows.report(
        record.line,
        `there are ${record.fields.length} fields and ${width} columns in the header. Put texts with a comma in quotes.`,
      );
    } else if (!rows.add(statedRow(record, header, columns))) break;
  }
  return fileReading({ scenarios, rows: rows.rows }, rows.problems);
}

/** The columns that carry something, with their places. */
const columnsOf = (
  header: Header,
  scenarios: readonly string[],
): (readonly [name: string, place: number])[] => [
  ...header.scenarios.flatMap(({ name, column }) => {
    const known = knownName(['Base', ...scenarios], name);
    return known === undefined ? [] : [[known, column] as const];
  }),
  ...PROVENANCE.flatMap(({ name }) => {
    const place = header.columns.get(name);
    return place === undefined ? [] : [[name, place] as const];
  }),
];

function statedRow(
  { line, fields }: CsvRecord,
  { columns: places }: Header,
  columns: readonly (readonly [name: string, place: number])[],
): StatedRow {
  const text = (name: ColumnName): string => fields[places.get(name) ?? -1] ?? '';
  const cells = columns.map(([name, place]): [string, Stated] => [
    name,
    { line, value: fields[place] ?? '' },
  ]);
  return { line, section: text('Section'), item: text('Item'), term: text('Term'), cells: new Map(cells) };
}

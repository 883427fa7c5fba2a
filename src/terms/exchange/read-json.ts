import { orList } from '../../base/words';
import { nearest } from '../../base/nearest';
import type { EditValue } from '../entry/edit';
import { PROVENANCE } from '../table/columns';
import { readValue, shortened } from './cell-content';
import { FileRows, type Stated, type StatedRow, scenarioNames } from './file-rows';
import { type JsonNode, readJsonLines } from './json-lines';
import { problemAt } from './file-problem';
import { type FileReading, FORMAT, FORMAT_VERSION, fileReading } from './scenario-file';

type JsonObject = Extract<JsonNode, { is: 'object' }>;

const FILE_KEYS = ['format', 'version', 'scenarios', 'terms'];
const COLUMN_OF_KEY: ReadonlyMap<string, string> = new Map(PROVENANCE.map(({ name, key }) => [key, name]));
const TERM_KEYS = ['section', 'item', 'term', 'values', ...COLUMN_OF_KEY.keys()];

/** Reads scenarios as JSON: the whole file, or all that is wrong with it. */
export function readJson(text: string): FileReading {
  const reading = readJsonLines(text.replace(/^\uFEFF/, ''));
  if ('problem' in reading) return { problems: [reading.problem] };
  const { node } = reading;
  if (node.is !== 'object') return { problems: [notOurs(node.line)] };
  const format = node.entries.get('format');
  if (format?.is !== 'value' || format.value !== FORMAT)
    return { problems: [notOurs(format?.line ?? node.line)] };
  const version = node.entries.get('version');
  if (version?.is !== 'value' || version.value !== FORMAT_VERSION) {
    const stated = version?.is === 'value' ? String(version.value) : 'missing';
    return {
      problems: [
        problemAt(
          version?.line ?? node.line,
          `the version of the file is ${stated}, and this Meterbook reads version ${FORMAT_VERSION}. Update Meterbook, or export the file again from the one you have.`,
        ),
      ],
    };
  }
  return readFile(node);
}

const notOurs = (line: number) =>
  problemAt(
    line,
    `this is no file of scenarios: it must begin with "format": "${FORMAT}". Choose a file that Meterbook has exported.`,
  );

function readFile(node: JsonObject): FileReading {
  const rows = new FileRows(readValue);
  const report = rows.report.bind(rows);
  reportUnknown(node, FILE_KEYS, report);
  const scenarios = scenarioNames(namesOf(node, report), report);
  const terms = node.entries.get('terms');
  if (terms?.is !== 'array')
    report(terms?.line ?? node.line, 'the file needs its terms as a list: "terms": [ … ].');
  else {
    for (const term of terms.items) {
      const stated = statedRow(term, scenarios, report);
      if (stated && !rows.add(stated)) break;
    }
  }
  return fileReading({ scenarios, rows: rows.rows }, rows.problems);
}

type Report = (line: number, text: string) => void;

function namesOf(node: JsonObject, report: Report): { line: number; name: string }[] {
  const names = node.entries.get('scenarios');
  if (names?.is !== 'array') {
    report(
      names?.line ?? node.line,
      'the file needs the names of its scenarios as a list: "scenarios": [ … ].',
    );
    return [];
  }
  return names.items.flatMap((item) => {
    const name = textOf(item);
    if (name === undefined) report(item.line, 'the name of a scenario must be a text in quotes.');
    return name === undefined ? [] : [{ line: item.line, name }];
  });
}

function statedRow(node: JsonNode, scenarios: readonly string[], report: Report): StatedRow | undefined {
  if (node.is !== 'object') {
    report(node.line, 'a term must stand in braces: { "section": …, "term": …, "values": { … } }.');
    return undefined;
  }
  reportUnknown(node, TERM_KEYS, report);
  const text = (key: string): string | undefined => {
    const held = node.entries.get(key);
    const value = held && textOf(held);
    if (held && value === undefined) report(held.line, `${key} must be a text in quotes.`);
    return value;
  };
  const [section, item, term] = [text('section'), text('item') ?? '', text('term')];
  if (section === undefined || term === undefined) {
    report(node.line, 'a term needs its section and its name: "section": …, "term": ….');
    return undefined;
  }
  const cells = new Map<string, Stated>([
    ...valuesOf(node, scenarios, report),
    ...provenanceOf(node, report),
  ]);
  return { line: node.line, section, item, term, cells };
}

function valuesOf(node: JsonObject, scenarios: readonly string[], report: Report): [string, Stated][] {
  const values = node.entries.get('values');
  if (values === undefined) return [];
  if (values.is !== 'object') {
    report(values.line, 'values must stand in braces, by scenario: "values": {"Base": 12}.');
    return [];
  }
  const columns = ['Base', ...scenarios];
  return [...values.entries].flatMap(([name, held]): [string, Stated][] => {
    if (!columns.includes(name)) {
      report(
        held.line,
        `"${shortened(name)}" has a value and is none of the scenarios of the file: ${orList(columns)}.`,
      );
      return [];
    }
    return statedCell(name, held, report);
  });
}

const provenanceOf = (node: JsonObject, report: Report): [string, Stated][] =>
  [...node.entries].flatMap(([key, held]) => {
    const column = COLUMN_OF_KEY.get(key);
    return column === undefined ? [] : statedCell(column, held, report);
  });

function statedCell(column: string, held: JsonNode, report: Report): [string, Stated][] {
  const value = contentOf(held);
  if (value !== undefined) return [[column, { line: held.line, value }]];
  report(held.line, `${column} must be a number, a text in quotes, or null for a blank cell.`);
  return [];
}

const contentOf = (node: JsonNode): EditValue | undefined =>
  node.is !== 'value' || typeof node.value === 'boolean' ? undefined : node.value;

const textOf = (node: JsonNode): string | undefined =>
  node.is === 'value' && typeof node.value === 'string' ? node.value : undefined;

/** A misspelt key would be passed over, and its value lost. */
function reportUnknown({ entries }: JsonObject, known: readonly string[], report: Report): void {
  for (const [key, { line }] of entries) {
    if (known.includes(key)) continue;
    report(
      line,
      `the key "${shortened(key)}" is unknown. Did you mean ${nearest(shortened(key), known)[0] ?? ''}?`,
    );
  }
}

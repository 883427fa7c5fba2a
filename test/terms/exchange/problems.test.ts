import { Refusal } from '../../../src/base/refusal';
import { differences } from '../../../src/terms/exchange/differences';
import { readCsv } from '../../../src/terms/exchange/read-csv';
import { readJson } from '../../../src/terms/exchange/read-json';
import { readJsonLines } from '../../../src/terms/exchange/json-lines';
import type { FileReading } from '../../../src/terms/exchange/scenario-file';
import { blockOf, day } from '../tables';

function sentences(reading: FileReading): string[] {
  return 'problems' in reading ? reading.problems.map(({ sentence }) => sentence) : [];
}

const json = (...terms: string[]): string =>
  `{"format": "meterbook-scenarios", "version": 1, "scenarios": ["Late"],\n"terms": [\n${terms.join(',\n')}\n]}`;

describe('a CSV file is refused with the line and the remedy', () => {
  const HEADER = 'Section,Item,Term,Base,Late,As of';
  test.each([
    ['', 'Line 1: the first line must be the header'],
    ['a,b\n1,2\n', 'Line 1: the first line must be the header'],
    ['Section;Item;Term;Base\nModel;;Horizon;12\n', 'Line 1: the columns are divided by semicolons'],
    [`${HEADER}\nModel,,Horizon,"12\n`, 'Line 2: a quotation mark is opened and never closed'],
    [`${HEADER}\nModel,,"Hor"izon,12\n`, 'Line 2: "izon" stands behind a closed quotation mark'],
    [
      `${HEADER}\nModel,,Horizn,12\n`,
      'Line 2: the section Model has no term "Horizn". Did you mean Horizon?',
    ],
    [
      `${HEADER}\n\nModel,,Horizon,twelve\n`,
      'Line 3: Model | Horizon, Base is "twelve": it must be a number',
    ],
    [`${HEADER}\nModel,,Horizon,"1,200"\n`, 'Line 2: Model | Horizon, Base is "1,200": it must be a number'],
    [`${HEADER}\nModel,,Horizon,0\n`, 'Line 2: Model | Horizon, Base is 0: it must be a whole number'],
    [
      `${HEADER}\nModel,,Start,31.01.2027\n`,
      'Line 2: Model | Start, Base is "31.01.2027": it must be a date in ISO order',
    ],
    [`${HEADER}\nModel,,Start,2027-02-30\n`, 'Line 2: Model | Start, Base is "2027-02-30"'],
    [
      `${HEADER}\nModel,,Start,46388\n`,
      'Line 2: Model | Start, Base is "46388": it must be a date in ISO order',
    ],
    [`${HEADER}\nModel,,Horizon,#N/A\n`, 'Line 2: Model | Horizon, Base holds the error #N/A'],
    [`${HEADER}\nModel,,Horizon,12,,yesterday\n`, 'Line 2: Model | Horizon, As of is "yesterday"'],
    [`${HEADER}\nModel,,Horizon,12\nMODEL,,horizon,13\n`, 'Line 3: Model | Horizon stands in line 2 already'],
    [`${HEADER}\nModel,,Horizon,12,13,,,x\n`, 'Line 2: there are 8 fields and 6 columns'],
    [`${HEADER}\nUsage,,Growth rate,0.5\n`, 'Line 2: the item is blank'],
    [
      'Section,Item,Term,Base,Late,late\nModel,,Horizon,12\n',
      'Line 1: The scenario "late" stands in column 5',
    ],
    [
      `${HEADER}\n"Us\nage",Chat,"Growth\nrte",1\nModel,,Horizn,1\n`,
      'Line 2: the section "Us\nage" is unknown',
    ],
  ])('%j', (text, begins) => {
    const [first = 'nothing is wrong'] = sentences(readCsv(text));
    expect(first.slice(0, begins.length)).toBe(begins);
  });

  test('all problems are said, in the order of the lines, also behind a text of several lines', () => {
    const found = readCsv(`${HEADER}\nUsage,"a\r\nb",Growth,Sideways\nModel,,Horizn,1\nModel,,Start,x\n`);
    expect('problems' in found && found.problems.map(({ line }) => line)).toEqual([2, 4, 5]);
  });
});

describe('a JSON file is refused with the line and the remedy', () => {
  test.each([
    ['', 'Line 1: the file is no JSON: the end of the file stands where a value must stand'],
    ['[]', 'Line 1: this is no file of scenarios'],
    ['{"a":\n1,\n}', 'Line 3: the file is no JSON: } stands where a key in quotes must stand'],
    ['{"a": 01}', 'Line 1: the file is no JSON: 01 stands where a value must stand'],
    ['{"a": 1e999}', 'Line 1: the file is no JSON: 1e999 is larger than a cell can hold'],
    ['{"a": 1,\n"a": 2}', 'Line 2: the file is no JSON: the key "a" stands twice'],
    ['{"a": "x\ny"}', 'Line 1: the file is no JSON: a text that does not end'],
    ['{} {}', 'Line 1: the file is no JSON: { stands after the end of the file'],
    ['['.repeat(100_000), 'Line 1: the file is no JSON: more than 20 brackets are open'],
    [
      '{"format": "meterbook-scenarios",\n"version": 2}',
      'Line 2: the version of the file is 2, and this Meterbook reads version 1',
    ],
    ['{"format": "meterbook-scenarios"}', 'Line 1: the version of the file is missing'],
    [json('{"section": "Model"}'), 'Line 3: a term needs its section and its name'],
    [
      json('{"section": "Model", "term": "Horizon", "vaules": {}}'),
      'Line 3: the key "vaules" is unknown. Did you mean values?',
    ],
    [
      json('{"section": "Model", "term": "Horizon", "values": {"Base": "12"}}'),
      'Line 3: Model | Horizon, Base is "12": it must be a number',
    ],
    [
      json('{"section": "Model", "term": "Horizon", "values": {"Base": true}}'),
      'Line 3: Base must be a number, a text in quotes, or null',
    ],
    [
      json('{"section": "Model", "term": "Start", "values": {"Base": 46388}}'),
      'Line 3: Model | Start, Base is 46388: it must be a date as text',
    ],
    [
      json('{"section": "Model", "term": "Horizon", "values": {"Later": 12}}'),
      'Line 3: "Later" has a value and is none of the scenarios of the file: Base or Late',
    ],
    [
      json('{"section": "Model", "term": "Horizon", "values": {"__proto__": 12}}'),
      'Line 3: "__proto__" has a value and is none',
    ],
    [
      json('{"section": "Model", "term": "Horizon", "status": "Sure"}'),
      'Line 3: Model | Horizon, Status is "Sure": it must be Contractual',
    ],
  ])('case %#', (text, begins) => {
    const [first = 'nothing is wrong'] = sentences(readJson(text));
    expect(first.slice(0, begins.length)).toBe(begins);
  });

  test('numbers, words and escapes are read as the browser reads them', () => {
    const text = '[0, -0.5e-3, 1E2, true, false, null, "\\u00e9\\n\\"", "é", {"b": [], "c": {}}]';
    const reading = readJsonLines(text);
    const plainOf = (node: unknown): unknown =>
      JSON.parse(
        JSON.stringify(
          node,
          (_key, held: { is?: string; items?: unknown; value?: unknown; entries?: Map<string, unknown> }) =>
            held?.is === 'array'
              ? held.items
              : held?.is === 'object'
                ? Object.fromEntries(held.entries ?? [])
                : held?.is === 'value'
                  ? held.value
                  : held,
        ),
      );
    expect('node' in reading && plainOf(reading.node)).toEqual(JSON.parse(text));
  });
});

describe('what a file would change', () => {
  const block = blockOf();
  const found = (text: string) => {
    const reading = readCsv(text);
    if ('problems' in reading) throw new Error(sentences(reading).join('\n'));
    const changes = differences(reading.file, block);
    if (changes instanceof Refusal) throw new Error(changes.sentence);
    return changes;
  };

  test('only columns that the file has are touched, and terms that it leaves out stay', () => {
    const { edits, notInFile, newScenarios, problems } = found(
      'Section,Item,Term,Base,Late\nmodel,,HORIZON,24,\nTransition,,Cutover,2027-04-01,None\n',
    );
    expect(edits).toEqual([
      { section: 'Model', item: '', term: 'Horizon', column: 'Base', value: 24, seen: 12, line: 2 },
      {
        section: 'Transition',
        item: '',
        term: 'Cutover',
        column: 'Late',
        value: 'None',
        seen: day('2027-07-01'),
        line: 3,
      },
    ]);
    expect({ notInFile, newScenarios, problems }).toEqual({ notInFile: 14, newScenarios: [], problems: [] });
  });

  test('a blank cell of the file clears the cell, and a scenario that the table lacks is named', () => {
    const { edits, newScenarios } = found(
      'Section,Item,Term,Base,Late,Lean\nTransition,,Cutover,2027-04-01,,\n',
    );
    expect(edits.map(({ column, value }) => [column, value])).toEqual([['Late', null]]);
    expect(newScenarios).toEqual(['Lean']);
  });

  test('what would be wrong afterwards is said before anything is written', () => {
    const { problems } = found('Section,Item,Term,Unit,Base\nReserved,,Rate,EUR per hour,30\n');
    expect(problems.map(({ sentence }) => sentence).join()).toMatch(/Reserved \| Rate.* is "EUR per hour"/);
  });

  test('texts that look like formulas arrive as the texts they are', () => {
    const { edits } = found(
      `Section,Item,Term,Base,Note\nModel,,Horizon,12,"'=1+1"\nModel,,Start,2027-01-01,"\t=2+2"\n`,
    );
    expect(edits.map(({ value }) => value)).toEqual(['=1+1', '=2+2']);
  });
});

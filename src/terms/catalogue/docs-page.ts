import { CATALOGUE, type TermDefinition } from './catalogue';
import type { ItemKind } from './definition';
import { termText } from './documentation';
import { COLUMNS, REQUIRED_COLUMNS } from '../table/columns';
import { RESERVED_NAMES } from '../table/header';
import { MAX_TERM_ROWS } from '../table/parse';
import { STATUSES } from '../table/row';
import { andList, orList } from '../../base/words';
import { allowed } from '../../base/rule';

const GENERATED = '<!-- Written by `npm run generate` from the catalogue of terms; edits here are lost. -->';

const ITEMS: Readonly<Record<ItemKind, string>> = {
  none: 'Item: blank.',
  name: 'Item: a name that you choose, the same on every row of one thing.',
  date: 'Item: the date from which the row holds, as a date or as text such as 2027-01-31.',
  number: 'Item: 1, 2, 3 …',
  'token class': 'Item: Input, Output, Cache read, Cache write or Cache write 1h.',
};

/** The page that explains the Terms table and lists every term, in Markdown. */
export function termsPage(): string {
  const sections = [...new Set(CATALOGUE.map(({ section }) => section))];
  return [
    GENERATED,
    '# Terms',
    'All inputs of a contract stand in one table, *Terms*, one row for each term. Functions take the table as a range, header included: `TermsTable[#All]`.',
    '## The table',
    `Headers: ${COLUMNS.join(', ')}. They may stand in any order, in one of the first five rows of the range; ${andList(REQUIRED_COLUMNS)} are required. Other columns are ignored.`,
    bullets([
      'Section, Item and Term name the row. No two rows share all three. Case does not matter, and each row repeats its section.',
      `Every column between Base and Low whose header is none of those above is a scenario. Names are unique; ${orList(RESERVED_NAMES)} cannot be one.`,
      'A blank scenario cell inherits Base; the word Base says the same. The word None says that there is no value: no cutover, no such tier. A row whose Base is blank exists only where a scenario fills it. The section Scenario does not inherit.',
      'None in a required term of a named item leaves that item out of the scenario.',
      'Numbers are numbers and dates are dates: what is typed as text is refused with its cell, because comma and point, day and month are never guessed. Shares are 0 to 1: 5 % is 0.05.',
      'The column Unit may be blank. Where it is filled it must name the unit given here, with the code of the table’s currency in place of “currency”.',
      'Low and High are the low and the high case of the term for sensitivity and simulation. They need not be ordered by value.',
      `Status is ${orList(STATUSES)}, or blank.`,
      'Live shows the scenario that the workbook has selected; it is not read.',
      `A table may have ${MAX_TERM_ROWS.toLocaleString('en-US')} rows. Blank rows are skipped, and so are rows with nothing but remarks in Source and Note.`,
      'Weights of scenarios add up to 1, or all are blank. Others are not refused, since they change no figure of a scenario: `CHECK` reports them as an Error.',
    ]),
    '`npm run --silent template -- transition` prints a filled table as JSON; the others are `commitment-decision` and `blank`.',
    ...sections.flatMap(sectionText),
  ]
    .join('\n\n')
    .concat('\n');
}

function sectionText(section: string): string[] {
  const definitions = CATALOGUE.filter((definition) => definition.section === section);
  const kinds = [...new Set(definitions.map(({ item }) => item))];
  return [
    `## ${section}`,
    ...kinds.flatMap((kind) => [ITEMS[kind], table(definitions.filter(({ item }) => item === kind))]),
  ];
}

function table(definitions: readonly TermDefinition[]): string {
  const rows = definitions.map((definition) => [
    definition.term,
    [definition.unit, ...(definition.alsoUnits ?? [])].join('; '),
    allowed(definition.rule),
    absence(definition),
    termText(definition),
  ]);
  const head = ['Term', 'Unit', 'Allowed', 'Where blank', 'Meaning'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function absence({ required, byDefault }: TermDefinition): string {
  if (byDefault !== undefined) return String(byDefault);
  return required ? 'required' : 'no value';
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

import { Refusal } from '../../base/refusal';
import type { CellBlock, CellValue } from '../framework/descriptor';
import type { DocumentedFunction, DocumentedRule } from './documentation';
import { allowed } from '../../base/rule';
import type { NativeArgument } from '../framework/native/argument';
import { declarationOf, nativeReading } from './native-formula';
import { MAX_ROWS } from '../framework/arguments/table';

const GENERATED =
  '<!-- Written by `npm run generate` from the function’s descriptor; edits here are lost. -->';

/** The docs page of a function, in Markdown. */
export function docsPage(documented: DocumentedFunction): string {
  const { id, question, summary, parameters, result } = documented;
  const signature = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ');
  return sections([
    GENERATED,
    `# METER.${id}`,
    `*${question}*`,
    summary,
    `\`\`\`\n=METER.${id}(${signature})\n\`\`\``,
    '## Arguments',
    argumentsSection(documented),
    ...parameters.flatMap(({ name, rule }) => rangeSection(name, rule)),
    `Result: ${result.text} Unit: ${result.unit}.`,
    ...examplesSection(documented),
    '## Rule',
    ...documented.equation.map((line) => `    ${line}`),
    '## At the edges',
    bullets(documented.edges),
    ...errorsSection(documented),
    '## Without Meterbook',
    ...nativeSection(id),
    '## Source',
    documented.source,
    `Since version ${documented.since}.`,
  ]);
}

/** The list of all functions. */
export function docsIndex(catalogue: readonly DocumentedFunction[]): string {
  return sections([
    GENERATED,
    '# Functions',
    'All functions stand in the namespace `METER`. They compute exactly in decimals and round nothing; the cell receives the nearest number that it can hold.',
    questionsTable(catalogue, ''),
    '## What holds for all of them',
    bullets([
      'Money is in the currency of the prices that you give. Tokens are single tokens; prices of tokens are per million.',
      'Ends of periods are exclusive: January runs from 1 January to 1 February.',
      'Shares and rates are 0 to 1: write 0.05 or 5%, not 5.',
      'Dates are dates, or text such as 2027-01-31. Other texts are refused, because 01/02/2027 is January in one country and February in another. A time of day is dropped.',
      'A number typed as text is refused with its position, never guessed.',
      'An error in a cell of a range is reported with its position; #N/A stays #N/A.',
      `A range may be a whole column: blank rows are skipped. At most ${MAX_ROWS.toLocaleString('en-US')} rows may hold something.`,
      'Options are a range of two columns, name and value, in any order and any case. A blank value leaves the default; an unknown name is an error.',
      'Numbers are taken as Excel shows them, to 15 significant digits.',
    ]),
  ]);
}

const MARK = {
  from: '<!-- Between these two lines `npm run generate` writes the functions; edits there are lost. -->',
  to: '<!-- Here the list of functions ends. -->',
};

/** README.md with the functions of today between its marks. */
export function withTables(readme: string, catalogue: readonly DocumentedFunction[]): string {
  const [before, rest] = readme.split(MARK.from);
  const after = rest?.split(MARK.to)[1];
  if (before === undefined || after === undefined) {
    throw new Error(
      `README.md has no place for the functions. Add these two lines:\n${MARK.from}\n${MARK.to}`,
    );
  }
  const takesTerms = ({ parameters }: DocumentedFunction) =>
    parameters.some(({ rule }) => rule.type === 'terms');
  const table = (functions: readonly DocumentedFunction[]) => questionsTable(functions, 'docs/functions/');
  return [
    `${before}${MARK.from}`,
    'On plain cells:',
    table(catalogue.filter((each) => !takesTerms(each) && each.parameters.length > 0)),
    'On a table of terms, for the whole contract:',
    table(catalogue.filter(takesTerms)),
    'About the add-in itself:',
    table(catalogue.filter(({ parameters }) => parameters.length === 0)),
    `${MARK.to}${after}`,
  ].join('\n\n');
}

function questionsTable(functions: readonly DocumentedFunction[], folder: string): string {
  return markdownTable(
    ['Function', 'Question'],
    functions.map(({ id, question }) => [`[METER.${id}](${folder}${id}.md)`, question]),
  );
}

function argumentsSection({ parameters }: DocumentedFunction): string {
  if (parameters.length === 0) return 'None.';
  return markdownTable(
    ['Argument', 'Unit', 'Allowed', 'If omitted', 'Meaning'],
    parameters.map(({ name, unit, rule, defaultText, text }) => [
      `\`${name}\``,
      unit,
      allowedArgument(rule),
      defaultText ?? 'required',
      text,
    ]),
  );
}

function allowedArgument(rule: DocumentedRule): string {
  switch (rule.type) {
    case 'table':
      return rule.orOne ? `${allowed(rule.orOne)}; or a range` : 'range, see below';
    case 'options':
      return 'range of two columns';
    case 'terms':
      return 'the Terms table with its header';
    case 'line':
      return 'the id of a line';
    default:
      return allowed(rule);
  }
}

function rangeSection(name: string, rule: DocumentedRule): string[] {
  if (rule.type === 'table') {
    return [
      `### Columns of \`${name}\``,
      markdownTable(
        ['Column', 'Unit', 'Allowed', 'May be blank', 'Meaning'],
        rule.columns.map((column) => [
          column.name,
          column.unit,
          allowed(column.rule),
          column.optional ? 'yes' : 'no',
          column.text,
        ]),
      ),
    ];
  }
  if (rule.type !== 'options') return [];
  return [
    '### Options',
    markdownTable(
      ['Name', 'Unit', 'Allowed', 'Default', 'Meaning'],
      rule.options.map((option) => [
        option.name,
        option.unit,
        allowed(option.rule),
        option.defaultText,
        option.text,
      ]),
    ),
  ];
}

function examplesSection({ examples }: DocumentedFunction): string[] {
  return [
    examples.length === 1 ? '## Example' : '## Examples',
    ...examples.flatMap(({ title, formula, result, reading }) => [
      `**${title}**`,
      `\`\`\`\n${formula}\n\`\`\``,
      Array.isArray(result) ? resultBlock(result) : `gives \`${cellText(result)}\``,
      reading,
    ]),
  ];
}

function resultBlock(block: CellBlock): string {
  return `gives\n\n${markdownTable(
    (block[0] ?? []).map(cellText),
    block.slice(1).map((row) => row.map(cellText)),
  )}`;
}

function errorsSection({ refusals }: DocumentedFunction): string[] {
  if (refusals.length === 0) return [];
  return [
    '## When it refuses',
    'A call that cannot be computed shows an error, and its message says which argument, which value and what is allowed. Among others:',
    markdownTable(
      ['Mistake', 'Call', 'Error', 'Message'],
      refusals.map(({ title, formula, code, sentence }) => [
        title,
        `\`${formula}\``,
        `\`${code}\``,
        sentence,
      ]),
    ),
  ];
}

/** What Hand off puts in the place of a call. */
function nativeSection(id: string): string[] {
  const declaration = declarationOf(id);
  if (declaration instanceof Refusal) return [`Without Meterbook: a value. ${declaration.sentence}`];
  const { says, sample } = declaration;
  return [
    `Without Meterbook: a formula of plain Excel. ${says}`,
    `\`\`\`\n=METER.${id}(${sample.map(({ text }) => text).join(',')})\n\`\`\``,
    'becomes',
    `\`\`\`\n${nativeLines(id, sample).join('\n')}\n\`\`\``,
    'The formula is written for the rows and the options that are filled when the workbook is handed off. It does not check its arguments as the function does.',
  ];
}

function nativeLines(id: string, sample: readonly NativeArgument[]): string[] {
  const reading = nativeReading(id, sample);
  if (reading instanceof Refusal) throw new Error(`The sample of ${id} has no formula: ${reading.sentence}`);
  return reading.formulas.flat();
}

function cellText(value: CellValue): string {
  return value === null ? '' : String(value);
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function sections(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

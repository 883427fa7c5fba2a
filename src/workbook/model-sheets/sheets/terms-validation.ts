import { orList } from '../../../base/words';
import type { TermRule } from '../../../terms/catalogue/definition';
import { identify } from '../../../terms/table/identity';
import { STATUSES } from '../../../terms/table/row';
import { allowed } from '../../../base/rule';
import { Refusal } from '../../../base/refusal';
import { letterOf } from '../plan/columns';

/** The longest list that a rule may spell out. */
const LONGEST_LIST = 255;
/** Words that a cell may hold instead of a value: no value here, and the value of Base. */
const WORDS = ['None', 'Base'];

/** Where the table stands on its sheet. */
export interface TablePlace {
  readonly header: readonly string[];
  /** Number of the row of headers, from 1. */
  readonly top: number;
  /** Place of the first column, from 0. */
  readonly left: number;
}

/** What may be chosen as the scenario in force: the headers from Base to the last scenario. */
const scenarioSource = ({ header, top, left }: TablePlace): string => {
  const first = letterOf(left + header.indexOf('Base'));
  const last = letterOf(left + header.indexOf('Low') - 1);
  return `=$${first}$${top}:$${last}$${top}`;
};

const hasScenarios = ({ header }: TablePlace): boolean =>
  header.includes('Base') && header.indexOf('Low') > header.indexOf('Base');

export function validateScenario(cell: Excel.Range, place: TablePlace): void {
  if (!hasScenarios(place)) return;
  cell.dataValidation.rule = { list: { inCellDropDown: true, source: scenarioSource(place) } };
  cell.dataValidation.errorAlert = {
    showAlert: true,
    style: 'Stop',
    title: 'No such scenario',
    message: 'Choose Base or the header of a scenario column. A blank cell means Base.',
  };
}

/** Offers the scenarios that the table has by now; a list that is right is not written again, nor undone. */
export async function followScenarios(cell: Excel.Range, place: TablePlace): Promise<void> {
  if (!hasScenarios(place)) return;
  const validation = cell.dataValidation.load('rule');
  await cell.context.sync();
  const source = validation.rule.list?.source;
  const plain = (text: string): string => text.replace(/^=?(?:.*!)?/, '').replaceAll('$', '');
  if (typeof source === 'string' && plain(source) === plain(scenarioSource(place))) return;
  validateScenario(cell, place);
}

/** Rules for the cells of values and of statuses, a rule for each run of rows that share one. */
export function validateTerms(
  sheet: Excel.Worksheet,
  place: TablePlace,
  rows: readonly (readonly unknown[])[],
): void {
  const { header, top, left } = place;
  const [base, low, high] = [header.indexOf('Base'), header.indexOf('Low'), header.indexOf('High')];
  const rules = rows.map((row) => ruleOf(row, header));
  for (const { from, to, rule } of runsOf(rules)) {
    if (rule === undefined) continue;
    const address = `${letterOf(left + base)}${top + 1 + from}:${letterOf(left + Math.max(low, high))}${top + 1 + to}`;
    validate(sheet.getRange(address), rule, `${letterOf(left + base)}${top + 1 + from}`);
  }
  const status = letterOf(left + header.indexOf('Status'));
  const statuses = sheet.getRange(`${status}${top + 1}:${status}${top + rows.length}`);
  statuses.dataValidation.rule = { list: { inCellDropDown: true, source: STATUSES.join(',') } };
  statuses.dataValidation.errorAlert = {
    showAlert: true,
    style: 'Stop',
    title: 'No such status',
    message: `A status is ${orList(STATUSES)}.`,
  };
}

function ruleOf(row: readonly unknown[], header: readonly string[]): TermRule | undefined {
  const at = (name: string): string => String(row[header.indexOf(name)] ?? '');
  const found = identify(at('Section'), at('Term'));
  return found instanceof Refusal ? undefined : found.definition.rule;
}

interface Run {
  readonly from: number;
  to: number;
  readonly rule: TermRule | undefined;
}

function runsOf(rules: readonly (TermRule | undefined)[]): Run[] {
  const runs: Run[] = [];
  rules.forEach((rule, row) => {
    const last = runs.at(-1);
    if (last && JSON.stringify(last.rule) === JSON.stringify(rule)) last.to = row;
    else runs.push({ from: row, to: row, rule });
  });
  return runs;
}

/** @param first address of the upper left cell, which the rule's formula names */
function validate(range: Excel.Range, rule: TermRule, first: string): void {
  const validation = range.dataValidation;
  const choices = rule.type === 'choice' ? [...rule.choices, ...WORDS].join(',') : '';
  if (rule.type === 'text' || choices.length > LONGEST_LIST) return;
  validation.rule =
    rule.type === 'choice'
      ? { list: { inCellDropDown: true, source: choices } }
      : { custom: { formula: `=OR(${words(first)},AND(${conditions(rule, first).join(',')}))` } };
  validation.errorAlert = {
    showAlert: true,
    style: 'Stop',
    title: 'Not allowed here',
    message: `Enter ${allowed(rule)}. Blank inherits Base; None says that there is no value.`,
  };
}

const words = (cell: string): string => WORDS.map((word) => `${cell}="${word}"`).join(',');

/** What a number must fulfil, as operands of AND. */
function conditions(rule: TermRule, cell: string): string[] {
  const found = [`ISNUMBER(${cell})`];
  if (rule.type !== 'number' && rule.type !== 'share') return found;
  if (rule.min !== undefined) found.push(`${cell}>=${rule.min}`);
  if (rule.max !== undefined) found.push(`${cell}<=${rule.max}`);
  if (rule.above !== undefined) found.push(`${cell}>${rule.above}`);
  if (rule.whole) found.push(`INT(N(${cell}))=${cell}`);
  return found;
}

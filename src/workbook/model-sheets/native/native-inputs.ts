import { FIRST_DAY, LAST_DAY, dayFromIso, isoText } from '../../../base/calendar';
import type { Decimal } from '../../../base/decimal';
import type { TermReference } from '../../../calc/expression';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import { hasValue, inForce } from '../../../terms/table/row';
import type { TermsTable } from '../../../terms/table/table';
import { TABLE_NAME } from '../../terms/terms-sheet';
import { FIRST_SERIES, letterOf, placeOf } from '../plan/columns';
import { byScenario, frozen } from '../sheets/engine-totals';
import { CELL_NAMES } from '../plan/names';
import { type NativeForm, constantId, inputId } from './native-form';
import { FORMATS, type NumberFormat } from '../plan/number-formats';
import type { Places } from '../plan/places';
import type { PlanCell, PlanRow, PlanWriter } from '../plan/plan';
import { cell, labelCell, sectionRow, unitContent } from '../sheets/series-sheet';
import { identityOf } from '../../../terms/catalogue/term-name';
import { NATIVE_BLOCKS } from '../plan/sheet-form';

const KEY = 'Schedule';

/** What the columns of the inputs hold beside the value in force (E) and whether there is one (G). */
export const INPUT_COLUMN = {
  /** 0 where the scenario leaves the item out. */
  isThere: 'I',
  section: 'J',
  item: 'K',
  /** An item that is a date or a number, which the table may hold as such or as text. */
  number: 'L',
  /** Takes the column after it as well. */
  term: 'M',
  place: 'O',
  live: 'P',
  otherwise: 'Q',
  firstChoice: 'R',
} as const;

interface Input {
  readonly reference: TermReference;
  readonly definition: TermDefinition;
  readonly item: string;
  readonly term: string;
}

/**
 * The terms that the formulas read, each as a number: found in the table by section, item and term, so that its rows may
 * be sorted and moved; a choice as its place among the choices; with the catalogue's default where the table is silent.
 */
export function addInputs(write: PlanWriter, form: NativeForm): void {
  const inputs = inputsOf(form);
  const note = 'The terms in force, as the formulas below read them';
  sectionRow(write, NATIVE_BLOCKS.inputs, 'Inputs', note);
  const firstFrozen = firstFrozenColumn(inputs);
  write.add(headRow(form, firstFrozen));
  for (const input of inputs) write.add(inputRow(input, form, firstFrozen));
  write.add({ id: 'end.inputs', cells: { D: cell('end.inputs', 'id') } });
  sectionRow(write, 'block.constants', 'Numbers that the formulas name');
  for (const value of form.constants) {
    write.add({
      id: constantId(value),
      cells: {
        C: cell(constantLabel(value), 'label'),
        D: cell(constantId(value), 'id'),
        E: cell(value.toNumber(), 'calculated', FORMATS.general),
      },
    });
  }
}

/** After the longest list of choices. */
const firstFrozenColumn = (inputs: readonly Input[]): number =>
  placeOf(INPUT_COLUMN.firstChoice) +
  Math.max(0, ...inputs.map(({ reference }) => reference.choices?.length ?? 0));

/** How many values of a scenario stand in the table for no formula to read: texts, and what is said of the scenario. */
export function unreadTerms(form: NativeForm, scenario: number): number {
  const { table } = form.contract;
  const read = new Set(inputsOf(form).map(({ reference }) => table.rowOf(reference)));
  return table.rows.filter((row) => !read.has(row) && hasValue(inForce(row, scenario))).length;
}

const inputsOf = (form: NativeForm): Input[] => {
  const { table } = form.contract;
  return withRequired(
    form.terms.map((reference) => inputOf(reference, table)),
    table,
  );
};

const headRow = ({ contract }: NativeForm, firstFrozen: number): PlanRow => ({
  id: 'head.inputs',
  cells: {
    C: cell('Term', 'tableHead'),
    D: cell('head.inputs', 'id'),
    E: cell('In force', 'tableHeadOfNumbers'),
    F: cell('Unit', 'tableHead'),
    G: cell('Given', 'tableHeadOfNumbers'),
    H: cell('New', 'tableHeadOfNumbers'),
    I: cell('Item there', 'tableHeadOfNumbers'),
    ...Object.fromEntries(
      TITLES.map((title, place) => [
        letterOf(placeOf(INPUT_COLUMN.section) + place),
        cell(title, 'tableHead'),
      ]),
    ),
    ...byScenario(contract, firstFrozen - FIRST_SERIES, (scenario) =>
      cell(contract.table.scenarios[scenario] ?? '', 'tableHeadWrapped'),
    ),
  },
});

/** From the column of sections on; the column after the terms is theirs. */
const TITLES = [
  'Section',
  'Item',
  'Item as number',
  'Term',
  '',
  'Row of Terms',
  'In Terms',
  'Otherwise',
  'Choices',
];

function inputOf(reference: TermReference, table: TermsTable): Input {
  const parts = reference.label.split(' | ');
  const [section = '', term = ''] = [parts[0], parts.at(-1)];
  const { definition } = table.definition(section, term);
  return { reference, definition, item: parts.slice(1, -1).join(' | '), term };
}

/** Whether an item is there is said by its required terms, which no formula need read. */
function withRequired(inputs: readonly Input[], table: TermsTable): Input[] {
  const known = new Map(inputs.map((input) => [inputId(input.reference), input]));
  for (const input of inputs) {
    for (const required of requiredOf(input, table)) {
      if (!known.has(inputId(required))) known.set(inputId(required), inputOf(required, table));
    }
  }
  return [...known.values()];
}

/** The required terms of a named item, as far as the table lists them. */
function requiredOf(
  { definition: { section, item: kind }, item }: Input,
  table: TermsTable,
): TermReference[] {
  if (kind !== 'name') return [];
  return table.rows
    .filter((row) => row.item.toLowerCase() === item.toLowerCase())
    .filter(({ definition }) => definition.section === section && definition.item === kind)
    .filter(({ definition }) => definition.required === true)
    .map((row) => table.reference(section, row.item, row.term));
}

function inputRow(input: Input, form: NativeForm, firstFrozen: number): PlanRow {
  const { table } = form.contract;
  const { reference, definition, item, term } = input;
  const id = inputId(reference);
  const number = numberFor(item);
  const choices = reference.choices ?? [];
  const format = formatOfTerm(definition);
  const text = (content: string): PlanCell => cell(content, 'note');
  return {
    id,
    cells: {
      C: labelCell(reference.label),
      D: cell(id, 'id'),
      E: cell((_places, row) => valueFormula(definition, row, choices.length), 'link', format),
      F: cell(unitContent(definition.unit), definition.unit.length > UNIT_LENGTH ? 'longUnit' : 'unit'),
      G: cell((_places, row) => givenFormula(row), 'calculated', FORMATS.whole),
      H: cell(
        (_places, row) => changedFormula(row, firstFrozen, table.scenarios.length),
        'check',
        FORMATS.whole,
      ),
      I: cell((places, row) => isThereFormula(places, row, input, table), 'calculated', FORMATS.whole),
      J: text(definition.section),
      // As a formula, since Excel takes a text such as 2027-01-01 for the day itself.
      ...(item === '' ? {} : { K: text(`="${item.replaceAll('"', '""')}"`) }),
      ...(number === undefined ? {} : { L: cell(number, 'note', FORMATS.general) }),
      M: text(term),
      O: cell((_places, row) => placeFormula(row, item), 'calculated', FORMATS.whole),
      P: cell((_places, row) => `=IF($O${row}=0,"",INDEX(${TABLE_NAME}[Live],$O${row}))`, 'link', format),
      ...otherwiseCell(definition, table),
      ...Object.fromEntries(choices.map((choice, place) => [choiceColumn(place), text(choice)])),
      ...byScenario(form.contract, firstFrozen - FIRST_SERIES, (scenario) =>
        frozen(table.values(scenario)[reference.index] ?? undefined, 'engine', format),
      ),
    },
  };
}

/** Characters that fit into the column of units; the column beside it is filled. */
const UNIT_LENGTH = 16;

const choiceColumn = (place: number): string => letterOf(placeOf(INPUT_COLUMN.firstChoice) + place);

/** As a person reads the term; volumes of a month run to trillions. */
function formatOfTerm({ rule, unit, section }: TermDefinition): NumberFormat {
  if (rule.type === 'date') return FORMATS.date;
  if (rule.type === 'share' || /^per (year|month)/.test(unit)) return FORMATS.percent;
  if (unit === 'currency') return FORMATS.money;
  if (unit === 'currency or tokens') return FORMATS.limit;
  if (unit.includes('currency')) return FORMATS.unitPrice;
  if (unit === 'tokens') return section === 'Usage' ? FORMATS.trillions : FORMATS.quantity;
  return FORMATS.general;
}

/** What the table says, or else what the catalogue does. */
const said = (row: number): string => `IF(OR($I${row}=0,$P${row}=""),$Q${row},$P${row})`;

function valueFormula({ rule }: TermDefinition, row: number, choices: number): string {
  const value = said(row);
  const number =
    rule.type === 'choice'
      ? `MATCH(${value},$R${row}:$${choiceColumn(choices - 1)}${row},0)-1`
      : rule.type === 'date'
        ? `INT(${value})`
        : value;
  return `=IF($G${row}=0,0,${number})`;
}

const givenFormula = (row: number): string => `=IF(AND(OR($I${row}=0,$P${row}=""),$Q${row}=""),0,1)`;

/** 1 where the value in force is another than when the sheets turned native. */
function changedFormula(row: number, firstFrozen: number, scenarios: number): string {
  const [first, last] = [letterOf(firstFrozen), letterOf(firstFrozen + scenarios - 1)];
  const then = `INDEX($${first}${row}:$${last}${row},1,${CELL_NAMES.scenarioColumn})`;
  return `=IF(IF($G${row}=0,"",$E${row})=${then},0,1)`;
}

/** The number of an item that the table may hold as a date or a number as well as in text. */
const numberFor = (item: string): number | undefined =>
  dayFromIso(item) ?? (/^\d+$/.test(item) ? Number(item) : undefined);

/** Where the table speaks of the item, as 1 and 0 for each row. */
function isItem(row: number, item: string): string {
  const column = `${TABLE_NAME}[Item]`;
  if (item === '') return `(${column}="")`;
  return numberFor(item) === undefined
    ? `(${column}=$K${row})`
    : `(((${column}=$K${row})+(${column}=$L${row}))>0)`;
}

/**
 * The row of the term within the table, 0 where there is none. Text is compared as a whole and in any case; SUMIFS would
 * take a star in a name for a wildcard.
 */
function placeFormula(row: number, item: string): string {
  const isRow = `(${TABLE_NAME}[Section]=$J${row})*${isItem(row, item)}*(${TABLE_NAME}[Term]=$M${row})`;
  return `=SUMPRODUCT(${isRow}*(ROW(${TABLE_NAME}[Term])-ROW(${TABLE_NAME}[[#Headers],[Term]])))`;
}

/** A named item is there with all of its required terms, any other with any value at all. */
function isThereFormula(places: Places, row: number, input: Input, table: TermsTable): string {
  const required = requiredOf(input, table);
  if (required.length > 0) {
    const blanks = required.map((term) => `$P${places.row(KEY, inputId(term))}=""`);
    return `=IF(OR(${blanks.join(',')}),0,1)`;
  }
  if (input.definition.withoutItem === undefined) return '=1';
  const isOfItem = `(${TABLE_NAME}[Section]=$J${row})*${isItem(row, input.item)}`;
  return `=IF(SUMPRODUCT(${isOfItem}*(${TABLE_NAME}[Live]<>""))>0,1,0)`;
}

function otherwiseCell(definition: TermDefinition, table: TermsTable): PlanRow['cells'] {
  const { byDefault, withoutItem } = definition;
  if (byDefault !== undefined) return { Q: cell(byDefault, 'note', FORMATS.general) };
  if (withoutItem === undefined) return {};
  const start = table.reference(...identityOf('Model', 'Start'));
  const value = (places: Places): string =>
    withoutItem === 'model start' ? `$E$${places.row(KEY, inputId(start))}` : String(withoutItem);
  return { Q: cell((places, row) => `=IF($I${row}=0,${value(places)},"")`, 'calculated', FORMATS.general) };
}

const MEANINGS: Readonly<Record<string, string>> = {
  '0.5': 'One half',
  '0.50000000000000000001': 'One half, for rounding',
  '12': 'Months in a year, or 12',
  '24': 'Hours in a day, or 24',
  '365': 'Days in a year',
  '1000000': 'Tokens to which unit prices refer',
  '1e-14': 'Share of a figure that the last digits of doubles cannot tell from nothing',
  '1e+30': 'More than any quantity',
};

function constantLabel(value: Decimal): string {
  const text = value.toString();
  const isDay =
    value.isInteger() && value.gt(30_000) && value.gte(FIRST_DAY) && value.lte(LAST_DAY) && value.lt(100_000);
  return MEANINGS[text] ?? (isDay ? `The day ${isoText(value.toNumber())}` : `The number ${text}`);
}

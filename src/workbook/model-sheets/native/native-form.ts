import type { Decimal } from '../../../base/decimal';
import type { ClockField, TermReference } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import { type Addressing, NativeReading, type Span } from '../../../calc/native/native';
import type { Contract } from '../../../contract/contract';
import { COLUMNS } from '../plan/columns';
import type { ModelSheetKey } from '../plan/outcome';
import { type Places, quoted } from '../plan/places';
import { sheetOf } from '../sheets/schedule-blocks';

/** Stand in a printed formula for the letters of its column and of the one before, until it is copied right. */
const HERE = '\u0001';
const BEFORE = '\u0002';

export const INPUTS_SHEET: ModelSheetKey = 'Schedule';
/** In the rows of inputs, where the column of totals has nothing to add up. */
export const GIVEN_COLUMN = COLUMNS.total;

export const inputId = (term: TermReference): string => `input.${term.label}`;
export const constantId = (value: Decimal): string => `constant.${value.toString()}`;

const AXIS_ROWS: Readonly<Record<ClockField, string>> = {
  index: 'axis.index',
  start: 'axis.start',
  end: 'axis.end',
  days: 'axis.days',
};

/** A contract whose sheets stand in formulas of Excel alone. */
export class NativeForm {
  readonly #reading: NativeReading;
  readonly #sheetOf = new Map<Line, ModelSheetKey>();
  readonly #printed = new WeakMap<Places, Map<Line, string>>();
  /** Terms and constants that the formulas name. */
  readonly terms: readonly TermReference[];
  readonly constants: readonly Decimal[];

  constructor(readonly contract: Contract) {
    const { model } = contract;
    this.#reading = new NativeReading(model);
    for (const line of model.lines) {
      for (const row of this.#reading.rows(line)) this.#sheetOf.set(row, sheetOf(line));
    }
    const terms = new Map<number, TermReference>();
    const constants = new Map<string, Decimal>();
    const listening: Addressing = {
      term: (term) => note(terms, term.index, term),
      given: (term) => note(terms, term.index, term),
      constant: (value) => note(constants, value.toString(), value),
      clock: () => '',
      line: () => '',
    };
    for (const line of this.#sheetOf.keys()) this.#reading.print(line, listening);
    this.terms = [...terms.values()].sort((a, b) => a.index - b.index);
    this.constants = [...constants.values()].sort((a, b) => a.cmp(b));
  }

  /** Parts of a line's formula that take rows of their own, each after those that it needs. */
  parts(line: Line): readonly Line[] {
    return this.#reading.rows(line).slice(0, -1);
  }

  /** The formula of a line with one value. */
  constant(line: Line, places: Places): string {
    return `=${this.#print(line, places)}`;
  }

  /** The formula of a line in one column. Months beyond the horizon of the scenario in force stay blank. */
  series(line: Line, places: Places, column: string, before: string): string {
    const index = `${HERE}$${places.row(this.#sheet(line), AXIS_ROWS.index)}`;
    const text = `=IF(${index}="","",${this.#print(line, places)})`;
    return text.replaceAll(HERE, column).replaceAll(BEFORE, before);
  }

  /** The formula of what a balance was before the first month; undefined for other lines. */
  opening(line: Line, places: Places): string | undefined {
    const text = this.#reading.opening(line, this.#addressing(line, places));
    return text === undefined ? undefined : `=${text.replaceAll(HERE, '$J')}`;
  }

  #sheet(line: Line): ModelSheetKey {
    const sheet = this.#sheetOf.get(line);
    if (sheet === undefined) throw new Error(`The line ${line.id} is not part of the model.`);
    return sheet;
  }

  #print(line: Line, places: Places): string {
    let printed = this.#printed.get(places);
    if (!printed) this.#printed.set(places, (printed = new Map()));
    let text = printed.get(line);
    if (text === undefined) {
      text = this.#reading.print(line, this.#addressing(line, places));
      printed.set(line, text);
    }
    return text;
  }

  #addressing(from: Line, places: Places): Addressing {
    const own = this.#sheet(from);
    const cell = (key: ModelSheetKey, id: string, column: string): string =>
      `${prefix(places, key, own)}${column}$${places.row(key, id)}`;
    // A line with one value reads the first month where it reads a month at all.
    const here = from.scalar ? '$J' : HERE;
    const before = from.scalar ? '$I' : BEFORE;
    return {
      term: (term) => cell(INPUTS_SHEET, inputId(term), `$${COLUMNS.constant}`),
      given: (term) => cell(INPUTS_SHEET, inputId(term), `$${GIVEN_COLUMN}`),
      constant: (value) => cell(INPUTS_SHEET, constantId(value), `$${COLUMNS.constant}`),
      // The sheet shows the last day of a period, the model counts to the day after.
      clock: (field) => `${cell(own, AXIS_ROWS[field], here)}${field === 'end' ? '+1' : ''}`,
      line: (line, span) => {
        const key = this.#sheet(line);
        const at = (column: string): string => cell(key, line.id, column);
        if (line.scalar) return at(`$${COLUMNS.constant}`);
        const row = places.row(key, line.id);
        const spans: Readonly<Record<Span, () => string>> = {
          now: () => at(here),
          before: () => at(before),
          'so far': () => `${at('$J')}:${here}$${row}`,
          all: () => places.series(key, line.id, own),
        };
        return spans[span]();
      },
    };
  }
}

const prefix = (places: Places, key: ModelSheetKey, own: ModelSheetKey): string =>
  key === own ? '' : `${quoted(places.sheet(key).name)}!`;

function note<K, V>(into: Map<K, V>, key: K, value: V): string {
  into.set(key, value);
  return '';
}

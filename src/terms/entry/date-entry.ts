import { type Day, civilDate, dayOf, isoText } from '../../base/calendar';
import { Refusal } from '../../base/refusal';
import type { Culture } from './culture';
import { MONTHS } from '../catalogue/definition';

const PARTS = /^(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})\.?$/;
const DAY_FIRST = /^(\d{1,2})\.?[\s.-]+([a-z]+)\.?[\s.,-]+(\d{4})$/i;
const MONTH_FIRST = /^([a-z]+)\.?[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})$/i;
const SHORTEST_NAME = 3;

const WORDS = { y: 'year', m: 'month', d: 'day' } as const;
type Part = keyof typeof WORDS;

/**
 * Reads a date in the order of the culture, in ISO order, or with the English name of its month. The year has four
 * digits; a date that does not exist in that order is refused, and not tried in another. A refusal lacks what was
 * typed, with which it begins.
 */
export function readDateEntry(typed: string, culture: Culture): Day | Refusal {
  const named = withMonthName(typed);
  if (named) return existing(named, culture);
  const [, first = '', second = '', third = ''] = PARTS.exec(typed) ?? [];
  if (first === '') return new Refusal(mustBe(culture));
  const order = first.length === 4 ? 'ymd' : culture.dateOrder;
  const texts = [first, second, third];
  const of = (part: Part): string => texts[order.indexOf(part)] ?? '';
  if (of('y').length !== 4) {
    return new Refusal(
      `the year must have four digits, so that the order is plain: read as ${inWords(order)}, its year is ${of('y')}. ${suchAs(culture)}`,
    );
  }
  return existing({ year: Number(of('y')), month: Number(of('m')), day: Number(of('d')), order }, culture);
}

interface Named {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly order?: Culture['dateOrder'];
}

function existing({ year, month, day, order }: Named, culture: Culture): Day | Refusal {
  const found = month >= 1 && month <= 12 ? dayOf(year, month, day) : undefined;
  const back = found === undefined ? undefined : civilDate(found);
  if (found !== undefined && back?.month === month && back.day === day) return found;
  const readAs = order === undefined ? '' : `read as ${inWords(order)}, `;
  return new Refusal(`${readAs}there is no such day. ${suchAs(culture)}`);
}

function withMonthName(typed: string): Named | undefined {
  const [, dayA, nameA, yearA] = DAY_FIRST.exec(typed) ?? [];
  const [, nameB, dayB, yearB] = MONTH_FIRST.exec(typed) ?? [];
  const name = (nameA ?? nameB ?? '').toLowerCase();
  if (name.length < SHORTEST_NAME) return undefined;
  const month = MONTHS.findIndex((full) => full.toLowerCase().startsWith(name)) + 1;
  return month === 0 ? undefined : { year: Number(yearA ?? yearB), month, day: Number(dayA ?? dayB) };
}

const inWords = (order: Culture['dateOrder']): string =>
  [...order].map((part) => WORDS[part as Part]).join(', ');

const EXAMPLE = dayOf(2027, 1, 31);

const suchAs = (culture: Culture): string => `Write it as ${examples(culture)}.`;
const mustBe = (culture: Culture): string => `it must be a date, such as ${examples(culture)}.`;

function examples(culture: Culture): string {
  const own = writeDate(EXAMPLE, culture);
  const iso = isoText(EXAMPLE);
  return own === iso ? iso : `${own} or ${iso}`;
}

/** In the order of the culture, the year with four digits, day and month with two. */
export function writeDate(day: Day, { dateOrder, dateSeparator }: Culture): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const parts: Readonly<Record<Part, string>> = {
    y: String(year).padStart(4, '0'),
    m: String(month).padStart(2, '0'),
    d: String(dayOfMonth).padStart(2, '0'),
  };
  return [...dateOrder].map((part) => parts[part as Part]).join(dateSeparator || '-');
}

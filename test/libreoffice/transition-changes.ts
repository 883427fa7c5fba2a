import { template } from '../../src/terms/templates/template';
import type { TermsBlock } from './native-book';

export const TRANSITION = template('transition');

export interface Change {
  readonly what: string;
  readonly scenario: string;
  readonly section: string;
  readonly item: string;
  readonly term: string;
  readonly column: string;
  readonly value: number | string;
}

/** What a person may do to the table in another program. */
export const CHANGES: readonly Change[] = [
  {
    what: 'a cutover half a year later',
    scenario: 'Base',
    section: 'Transition',
    item: '',
    term: 'Cutover',
    column: 'Base',
    value: 46569 + 184,
  },
  {
    what: 'a cutover on the last day of a month',
    scenario: 'Early exit',
    section: 'Transition',
    item: '',
    term: 'Cutover',
    column: 'Base',
    value: 46569 + 30,
  },
  {
    what: 'faster growth',
    scenario: 'Delay 6 months',
    section: 'Usage',
    item: 'Kiro',
    term: 'Growth rate',
    column: 'Base',
    value: 0.9,
  },
  {
    what: 'a dearer input token',
    scenario: 'Base',
    section: 'Token price',
    item: 'Input',
    term: 'Price',
    column: 'Base',
    value: 3.75,
  },
  {
    what: 'a higher rate of the capacity',
    scenario: 'Second anchor vendor',
    section: 'Reserved',
    item: '',
    term: 'Rate',
    column: 'Base',
    value: 41.5,
  },
  {
    what: 'no cutover at all',
    scenario: 'Base',
    section: 'Transition',
    item: '',
    term: 'Cutover',
    column: 'Base',
    value: 'None',
  },
  {
    what: 'a shorter horizon',
    scenario: 'Base',
    section: 'Model',
    item: '',
    term: 'Horizon',
    column: 'Base',
    value: 41,
  },
  {
    what: 'amounts at the end of the month',
    scenario: 'Base',
    section: 'Model',
    item: '',
    term: 'Discount timing',
    column: 'Base',
    value: 'End',
  },
  {
    what: 'the largest tranche left out',
    scenario: 'Denied',
    section: 'Tranche',
    item: 'K3',
    term: 'Amount',
    column: 'Base',
    value: 'None',
  },
];

/** The table as it stands after a change, for the engine. */
export function changed({ section, item, term, column, value }: Change): TermsBlock {
  const [header = []] = TRANSITION;
  const at = header.indexOf(column);
  return TRANSITION.map((row) =>
    row[0] === section && String(row[1]) === item && row[2] === term
      ? row.map((cell, place) => (place === at ? value : cell))
      : row,
  );
}

export const original = ({ section, item, term, column }: Change): number | string => {
  const [header = []] = TRANSITION;
  const row = TRANSITION.find((each) => each[0] === section && String(each[1]) === item && each[2] === term);
  return row?.[header.indexOf(column)] ?? '';
};

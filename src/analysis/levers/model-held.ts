import { type Day, addMonths, isoText } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import type { TermsTable } from '../../terms/table/table';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { identityOf } from '../../terms/catalogue/term-name';
import type { ScenarioTerms } from './scenario-terms';

const ALL_PRODUCTS = 'All products';
const NEW_HOLD = 'Model in question';
const MONTHS_AFTER_CUTOVER = 12;

const productsOf = (table: TermsTable): readonly string[] =>
  table.items('Usage').filter((item) => item !== '');

const cutoverOf = (table: TermsTable, scenario: number): Day | undefined => {
  const value = table.value(...identityOf('Transition', 'Cutover'), scenario);
  return value instanceof Decimal ? value.toNumber() : undefined;
};

export const modelHeld = lever({
  id: 'model-held',
  question: 'What if a regulator holds a model?',
  text: 'Withholds one model for some months: the part of a product’s metered volume that runs on it goes elsewhere or is lost, and the contract says whether the minimum spend still binds. Reserved capacity is not touched.',
  fields: [
    {
      id: 'product',
      label: 'Product',
      text: 'Whose volume runs on the model.',
      unit: 'text',
      rule: { type: 'text' },
      choices: (table) => [...productsOf(table), ALL_PRODUCTS],
      suggested: (table) => productsOf(table)[0] ?? ALL_PRODUCTS,
    },
    {
      id: 'share',
      label: 'Held share',
      text: 'Part of its volume with the first vendor that runs on the model.',
      unit: 'share',
      rule: { type: 'share', min: 0, max: 1 },
      suggested: () => 0.4,
    },
    {
      id: 'from',
      label: 'From',
      text: 'First day on which the model is withheld.',
      unit: 'date',
      rule: { type: 'date' },
      suggested: (table, scenario) => {
        const cutover = cutoverOf(table, scenario);
        return cutover === undefined ? null : addMonths(cutover, MONTHS_AFTER_CUTOVER);
      },
    },
    {
      id: 'months',
      label: 'Months',
      text: 'How long it is withheld.',
      unit: 'months',
      rule: { type: 'number', min: 1, max: 120, whole: true },
      suggested: () => 6,
    },
    {
      id: 'disposition',
      label: 'The held volume',
      text: 'Substitute: another model serves it. Lost: nobody does. Second vendor: it goes there.',
      unit: 'choice',
      rule: { type: 'choice', choices: ['Substitute', 'Lost', 'Second vendor'] },
      suggested: () => 'Substitute',
    },
    {
      id: 'price factor',
      label: 'Price factor of the substitute',
      text: 'Its price relative to the held model.',
      unit: 'factor',
      rule: { type: 'number', min: 0 },
      suggested: () => 1.25,
    },
    {
      id: 'relief',
      label: 'Relief',
      text: 'Netted: the minimum spend falls by the list value of the held volume. Vendor shortfall: that, and a credit. None: the minimum binds.',
      unit: 'choice',
      rule: { type: 'choice', choices: ['Netted', 'Vendor shortfall', 'None'] },
      suggested: () => 'Netted',
    },
  ],
  move(terms, answers) {
    const from = answers.number('from');
    if (terms.cutover === undefined) {
      return new Refusal(
        `${terms.name} meters nothing that could be held: Transition | Cutover has no value. Enter a cutover first.`,
      );
    }
    if (from === undefined)
      return new Refusal('From is blank: enter the first day on which the model is withheld.');
    if (from < terms.start || from >= terms.horizonEnd) {
      return new Refusal(
        `From is ${isoText(from)}: it must be a date from ${isoText(terms.start)} to ${isoText(terms.horizonEnd - 1)}, while the model runs.`,
      );
    }
    const disposition = answers.text('disposition');
    if (disposition === 'Second vendor' && terms.items('Vendor', 'Share').length === 0) {
      return new Refusal(
        `The held volume cannot go to a second vendor: ${terms.name} has none. Hedge to a second vendor first, or choose Substitute or Lost.`,
      );
    }
    noteHold(terms, holdName(terms), {
      from,
      to: addMonths(from, answers.number('months') ?? 0),
      disposition,
    });
    const hold = holdName(terms);
    if (disposition === 'Substitute') {
      terms.set(['Hold', hold, 'Price factor'], answers.number('price factor') ?? 1);
    }
    terms.set(['Hold', hold, 'Relief'], answers.text('relief'));
    const product = answers.text('product');
    for (const name of product === ALL_PRODUCTS ? productsOf(terms.table) : [product]) {
      terms.set(['Usage', name, 'Held share'], answers.number('share') ?? 0);
    }
  },
});

function noteHold(
  terms: ScenarioTerms,
  hold: string,
  { from, to, disposition }: { from: Day; to: Day; disposition: string },
): void {
  terms.set(['Hold', hold, 'From'], from);
  terms.set(['Hold', hold, 'To'], to);
  terms.set(['Hold', hold, 'Disposition'], disposition);
}

/** The hold that the table has rows for, else a new one. */
const holdName = ({ table }: ScenarioTerms): string =>
  table.items('Hold').find((item) => item !== '') ?? NEW_HOLD;

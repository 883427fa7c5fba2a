import { addMonths } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { identityOf } from '../../terms/catalogue/term-name';
import type { ScenarioTerms } from './scenario-terms';

/** Volume moves to a new vendor over a year. */
const MONTHS_TO_MOVE = 12;
const NEW_VENDOR = 'Second vendor';

const vendorsOf = (items: readonly string[]): readonly string[] => items.filter((item) => item !== '');

export const secondVendor = lever({
  id: 'second-vendor',
  question: 'What if we hedge to a second vendor?',
  text: 'Gives a second vendor a part of the metered volume. A vendor that the table has keeps its dates and prices; a new one starts at the cutover and takes a year to reach its share. Commitments and discount tiers of the first vendor do not shrink with it.',
  fields: [
    {
      id: 'vendor',
      label: 'Vendor',
      text: 'One that the table has, or the name of a new one.',
      unit: 'text',
      rule: { type: 'text' },
      isOpen: true,
      choices: (table) => vendorsOf(table.items('Vendor')),
      suggested: (table) => vendorsOf(table.items('Vendor'))[0] ?? NEW_VENDOR,
    },
    {
      id: 'share',
      label: 'Share of the metered volume',
      text: 'Once it has all that it will have.',
      unit: 'share',
      rule: { type: 'share', min: 0, max: 1 },
      suggested: (table) => {
        const [vendor = ''] = vendorsOf(table.items('Vendor'));
        const high = table.row(...identityOf('Vendor', vendor, 'Share'))?.provenance.high;
        return high instanceof Decimal ? high.toNumber() : 0.4;
      },
    },
    {
      id: 'price factor',
      label: 'Price factor',
      text: 'Its prices relative to the first vendor’s list; left out, as the table has it, or 1 for a new vendor.',
      unit: 'factor',
      rule: { type: 'number', min: 0 },
      suggested: () => null,
    },
  ],
  move(terms, answers) {
    const vendor = answers.text('vendor');
    if (vendor === '') return new Refusal('Vendor is blank: name the vendor that volume moves to.');
    const { cutover } = terms;
    if (cutover === undefined) {
      return new Refusal(
        `${terms.name} meters nothing that could move: Transition | Cutover has no value. Enter a cutover first.`,
      );
    }
    const share = answers.number('share') ?? 0;
    const tooMuch = beyondTheWhole(terms, vendor, share);
    if (tooMuch) return tooMuch;
    if (!terms.items('Vendor', 'Share').includes(vendor)) {
      terms.set(['Vendor', vendor, 'Start'], cutover);
      terms.set(['Vendor', vendor, 'Full'], addMonths(cutover, MONTHS_TO_MOVE));
    }
    terms.set(['Vendor', vendor, 'Share'], share);
    const factor = answers.number('price factor');
    if (factor !== undefined) terms.set(['Vendor', vendor, 'Price factor'], factor);
  },
});

function beyondTheWhole(terms: ScenarioTerms, vendor: string, share: number): Refusal | undefined {
  const others = terms
    .items('Vendor', 'Share')
    .filter((item) => item !== vendor)
    .map((item) => new Decimal(terms.number('Vendor', item, 'Share') ?? 0))
    .reduce((sum, part) => sum.plus(part), new Decimal(0));
  const left = new Decimal(1).minus(others);
  return left.gte(share)
    ? undefined
    : new Refusal(
        `Share of the metered volume is ${share}: the other vendors leave ${left.toString()} of it. Enter at most that, or take a share from another vendor first.`,
      );
}

import { type Expression, constant, sumOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ItemTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';
import { rampShare } from '../basis/transition';

export interface Vendor {
  readonly name: string;
  readonly share: Line;
}

export interface Vendors {
  /** The first vendor's share: what the others leave. */
  readonly first: Line;
  readonly others: readonly Vendor[];
}

/** Vendors beside the first: each takes a share of the metered volume that grows between two dates. */
export function vendorLines(contract: ContractBook): Vendors {
  const book = contract.in('price');
  const others = book.items('Vendor').map((name) => {
    const own = (term: ItemTerm<'Vendor'>) => book.term('Vendor', name, term);
    const ramp: Expression = rampShare(
      own('Start'),
      when(book.given('Vendor', name, 'Full'), own('Full'), own('Start')),
    );
    const happens = book.given('Vendor', name, 'Share').times(book.given('Vendor', name, 'Start'));
    return {
      name,
      share: book.share(
        `vendor.share[${name}]`,
        `Share of metered volume: vendor ${name}`,
        when(happens, own('Share').times(ramp), 0),
      ),
    };
  });
  const first = book.share(
    'vendor.share',
    'Share of metered volume: first vendor',
    constant(1).minus(sumOf(others.map(({ share }) => share))),
  );
  const squares = [first, ...others.map(({ share }) => share)].map((share) => share.times(share));
  book.measure('index', 'vendor.concentration', 'Concentration of metered volume (HHI)', sumOf(squares));
  return { first, others };
}

import {
  type Expression,
  constant,
  daysShared,
  periodDays,
  periodEnd,
  periodStart,
  sumOf,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ChoiceOf, ItemTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';

/** One hold of a model by a regulator, as it acts on one product's volume with the first vendor. */
interface HeldVolume {
  readonly product: string;
  readonly tokens: Line;
}

export interface Hold {
  readonly name: string;
  readonly held: readonly HeldVolume[];
  /** What the substitute costs of the held model's price; 0 where none serves. */
  readonly substitutePrice: Expression;
  readonly goesToSecondVendor: Expression;
  readonly isLost: Expression;
  /** 1 where the commitment falls by the list value. */
  readonly isNetted: Expression;
  readonly creditRate: Expression;
}

/** @param volume each product's metered tokens with the first vendor */
export function holdLines(contract: ContractBook, volume: ReadonlyMap<string, Expression>): Hold[] {
  const book = contract.in('token');
  return book.items('Hold').map((name) => {
    const own = (term: ItemTerm<'Hold'>) => book.term('Hold', name, term);
    const disposition = (choice: ChoiceOf<'Hold', 'Disposition'>) =>
      book.chosen('Hold', name, 'Disposition', choice);
    const relief = (choice: ChoiceOf<'Hold', 'Relief'>) => book.chosen('Hold', name, 'Relief', choice);
    const happens = book.given('Hold', name, 'From').times(book.given('Hold', name, 'To'));
    const share = book.share(
      `hold.share[${name}]`,
      `Share of the period under the hold: ${name}`,
      when(happens, daysShared(own('From'), own('To'), periodStart, periodEnd).over(periodDays), 0),
      { summary: { kind: 'daily mean' } },
    );
    const held = [...volume].map(([product, tokens]) => ({
      product,
      tokens: book.tokens(
        `hold.tokens[${name}][${product}]`,
        `Held by ${name}: ${product}`,
        tokens.times(book.term('Usage', product, 'Held share')).times(share),
      ),
    }));
    return {
      name,
      held,
      substitutePrice: disposition('Substitute').times(own('Price factor')),
      goesToSecondVendor: disposition('Second vendor'),
      isLost: disposition('Lost'),
      isNetted: constant(1).minus(relief('None')),
      creditRate: relief('Vendor shortfall').times(own('Credit rate')),
    };
  });
}

/** The part of each hold's volume of a product that a rule picks, added up. */
export const heldSum = (
  holds: readonly Hold[],
  product: string,
  part: (hold: Hold) => Expression,
): Expression =>
  sumOf(
    holds.flatMap((hold) =>
      hold.held
        .filter((volume) => volume.product === product)
        .map((volume) => volume.tokens.times(part(hold))),
    ),
  );

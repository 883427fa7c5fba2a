import { ScenarioTerms } from '../../src/analysis/levers/scenario-terms';
import { ContractBook } from '../../src/contract/lines/line-book';
import type { TermsTable } from '../../src/terms/table/table';
import { parseTerms } from '../../src/terms/table/parse';
import { template } from '../../src/terms/templates/template';
import type { TermDefinition } from '../../src/terms/catalogue/catalogue';
import type { SectionTexts } from '../../src/terms/catalogue/texts/section-texts';
import { choiceIdentity, identityOf } from '../../src/terms/catalogue/term-name';

const { table } = parseTerms(template('transition'));
if (!table) throw new Error('The template is refused.');
const book = new ContractBook(table);

test('a term is named by section and term, and by the item between them where the section repeats', () => {
  expect(identityOf('Commitment', 'Overage factor')).toEqual(['Commitment', '', 'Overage factor']);
  expect(identityOf('Commitment', '2', 'Amount')).toEqual(['Commitment', '2', 'Amount']);
  expect(choiceIdentity('Commitment', 'Window', 'Month')).toEqual({
    identity: ['Commitment', '', 'Window'],
    choice: 'Month',
  });
  expect(choiceIdentity('Hold', 'H1', 'Relief', 'Netted')).toEqual({
    identity: ['Hold', 'H1', 'Relief'],
    choice: 'Netted',
  });
  expect(book.reference('Usage', 'Kiro', 'Growth').label).toBe('Usage | Kiro | Growth');
});

/**
 * Each line below is refused by the compiler, and would throw if it ran. `npm run typecheck` fails where one of them
 * compiles.
 */
const REFUSED: readonly [what: string, call: () => unknown][] = [
  // @ts-expect-error -- the term is Overage factor
  ['a misspelt term', () => book.term('Commitment', 'Overage facter')],
  // @ts-expect-error -- the section is Commitment
  ['a misspelt section', () => book.term('Comitment', 'Overage factor')],
  // @ts-expect-error -- Counterfactual has no End
  ['a term of another section', () => book.term('Counterfactual', 'End')],
  // @ts-expect-error -- the words are Contract year and Month
  ['a word that is no choice', () => book.chosen('Commitment', 'Window', 'Months')],
];

test.each(REFUSED)('%s is refused', (_what, call) => {
  expect(call).toThrow();
});

/** What only the compiler refuses: it is never called. */
export function refusedByTheCompiler(
  section: 'Reserved' | 'Counterfactual',
  anyText: string,
  definition: TermDefinition,
): void {
  // @ts-expect-error -- a section without items takes none
  book.term('Transition', '1', 'Cutover');
  // @ts-expect-error -- the amount is that of a contract year
  book.term('Commitment', 'Amount');
  // @ts-expect-error -- the item is a token class
  book.term('Token price', 'Outptu', 'Price');
  // @ts-expect-error -- only one of the two sections has the term
  book.term(section, 'End');
  // @ts-expect-error -- any text may be misspelt
  book.term('Commitment', anyText);
  // @ts-expect-error -- the section has no items
  book.items('Transition');
  // @ts-expect-error -- the family is Month
  book.numberedSteps('Growth index', 'Kiro', 'Week');

  // @ts-expect-error -- no term of the catalogue is called that
  void (definition.term === 'Decided one');
  // @ts-expect-error -- the words of Window are others
  void (new ScenarioTerms(book.terms as TermsTable, 0).choice('Commitment', 'Window') === 'Year');

  const texts = { Cutover: '', 'Phase-in': '' };
  const complete: SectionTexts<'Transition'> = { Transition: texts };
  // @ts-expect-error -- a text is missing
  const missing: SectionTexts<'Transition'> = { Transition: { Cutover: '' } };
  // @ts-expect-error -- a text of a term that there is not
  const extra: SectionTexts<'Transition'> = { Transition: { Cutover: '', 'Phase-in': '', 'Phase-out': '' } };
  // @ts-expect-error -- a section without texts
  const none: SectionTexts<'Transition' | 'Tranche'> = { Transition: texts };
  void [complete, missing, extra, none];
}

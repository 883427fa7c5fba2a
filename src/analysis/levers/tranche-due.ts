import { Decimal } from '../../base/decimal';
import type { TermsTable } from '../../terms/table/table';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { identityOf } from '../../terms/catalogue/term-name';
import type { ScenarioTerms } from './scenario-terms';

const contingent = (table: TermsTable, scenario: number): readonly string[] =>
  table
    .items('Tranche')
    .filter(
      (item) => item !== '' && table.value(...identityOf('Tranche', item, 'Kind'), scenario) === 'Contingent',
    );

export const trancheDue = lever({
  id: 'tranche-due',
  question: 'What if a contingent tranche falls due?',
  text: 'Takes the condition of a tranche as met: it becomes firm and counts in full. Where tranches come one after another, those before it become firm too. Costs of the contract do not change.',
  fields: [
    {
      id: 'tranche',
      label: 'Tranche',
      text: 'One that is contingent so far.',
      unit: 'text',
      rule: { type: 'text' },
      choices: contingent,
      suggested: (table, scenario) => contingent(table, scenario)[0] ?? null,
    },
    {
      id: 'day',
      label: 'Due on',
      text: 'Left out, the date that the table has.',
      unit: 'date',
      rule: { type: 'date' },
      suggested: () => null,
    },
  ],
  move(terms, answers) {
    const tranche = answers.text('tranche');
    if (tranche === '') {
      return new Refusal(
        `${terms.name} has no contingent tranche that could fall due. Enter a tranche of the kind Contingent first.`,
      );
    }
    const day = answers.number('day');
    if (day !== undefined) terms.set(['Tranche', tranche, 'Date'], day);
    for (const name of dueWith(terms, tranche)) terms.set(['Tranche', name, 'Kind'], 'Firm');
  },
});

/** The tranche itself, and in sequential mode the contingent ones that have to come before it. */
function dueWith(terms: ScenarioTerms, tranche: string): readonly string[] {
  if (terms.choice('Tranche', 'Mode') !== 'Sequential') return [tranche];
  const dated = (item: string) => new Decimal(terms.number('Tranche', item, 'Date') ?? 0);
  const earlier = contingent(terms.table, terms.place).filter(
    (item) => item !== tranche && dated(item).lte(dated(tranche)),
  );
  return [...earlier, tranche];
}

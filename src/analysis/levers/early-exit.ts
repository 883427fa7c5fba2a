import { addMonths, isoText } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { reservedTerm } from './reserved-term';
import { identityOf } from '../../terms/catalogue/term-name';
import { ScenarioTerms } from './scenario-terms';

/** As long before its end as the shipped case leaves. */
const MONTHS_BEFORE_END = 2;

export const earlyExit = lever({
  id: 'early-exit',
  question: 'What if we leave the reserved capacity early?',
  text: 'Ends the reserved term before its time: capacity and fees stop, the termination fee is billed, and what was paid upfront and not yet used is written off. The cutover does not move, so what the meter does not yet serve is paid on demand.',
  fields: [
    {
      id: 'day',
      label: 'First day without capacity',
      text: 'Within the term.',
      unit: 'date',
      rule: { type: 'date' },
      suggested: (table, scenario) => {
        const term = reservedTerm(new ScenarioTerms(table, scenario));
        if (term instanceof Refusal) return null;
        const before = addMonths(term.end, -MONTHS_BEFORE_END);
        return before > term.start ? before : null;
      },
    },
    {
      id: 'fee',
      label: 'Termination fee share',
      text: 'Part of the remaining instalments that leaving costs.',
      unit: 'share',
      rule: { type: 'share', min: 0, max: 1 },
      suggested: (table, scenario) => {
        const share = table.value(...identityOf('Reserved', 'Termination fee share'), scenario);
        return share instanceof Decimal ? share.toNumber() : 0;
      },
    },
  ],
  move(terms, answers) {
    const term = reservedTerm(terms);
    if (term instanceof Refusal) return term;
    const day = answers.number('day');
    if (day === undefined || day <= term.start || day >= term.end) {
      const given = day === undefined ? 'blank' : isoText(day);
      return new Refusal(
        `First day without capacity is ${given}: it must be a date from ${isoText(term.start + 1)} to ${isoText(term.end - 1)}, within the reserved term.`,
      );
    }
    terms.set(['Reserved', 'Early end'], day);
    terms.set(['Reserved', 'Termination fee share'], answers.number('fee') ?? 0);
  },
});

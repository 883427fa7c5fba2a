import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { goOnAsIfStaying, reservedTerm } from './reserved-term';

export const meterDenied = lever({
  id: 'meter-denied',
  question: 'What if the meter never comes?',
  text: 'Takes the cutover away: capacity stays reserved to the end of the horizon, with the units that staying reserved would have. What lies beyond the term agreed so far is paid month by month, so nothing is paid upfront. Usage and the efficiency regime stay as they are.',
  fields: [],
  move(terms) {
    if (terms.cutover === undefined) {
      return new Refusal(
        `The meter of ${terms.name} never starts as it is: Transition | Cutover has no value. There is nothing to deny.`,
      );
    }
    const term = reservedTerm(terms);
    if (term instanceof Refusal) return term;
    terms.set(['Transition', 'Cutover'], 'None');
    terms.set(['Reserved', 'Early end'], 'None');
    terms.set(['Reserved', 'Upfront share'], 0);
    const { horizonEnd } = terms;
    if (term.end < horizonEnd) {
      terms.set(['Reserved', 'End'], horizonEnd);
      goOnAsIfStaying(terms, term.end, horizonEnd);
    }
  },
});

import { type Day, addMonths, isoText } from '../../base/calendar';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { goOnAsIfStaying, reservedTerm } from './reserved-term';
import type { ScenarioTerms } from './scenario-terms';

const AS_IF_STAYING = 'As if staying reserved';
const UNCHANGED = 'Unchanged';

/** Dates of the reserved term that follow the cutover. */
const FOLLOWING = ['End', 'Early end'] as const;

export const cutoverMoves = lever({
  id: 'cutover-moves',
  question: 'What if the cutover moves?',
  text: 'Moves the day on which the token meter starts, and with it the end of the reserved term and the contract years. When the term gets longer, its units go on as staying reserved would have them. The efficiency regime, list prices, other vendors and holds keep their dates.',
  fields: [
    {
      id: 'months',
      label: 'Months later',
      text: 'Whole months by which the cutover moves; negative for earlier.',
      unit: 'months',
      rule: { type: 'number', min: -120, max: 120, whole: true },
      suggested: () => 6,
    },
    {
      id: 'units',
      label: 'Units in the added months',
      text: 'As if staying reserved: the unit steps of the section Counterfactual. Unchanged: the last units go on.',
      unit: 'choice',
      rule: { type: 'choice', choices: [AS_IF_STAYING, UNCHANGED] },
      suggested: () => AS_IF_STAYING,
    },
  ],
  move(terms, answers) {
    const months = answers.number('months') ?? 0;
    if (months === 0)
      return new Refusal('Months later is 0: the cutover stays where it is. Enter how far it moves.');
    const { cutover } = terms;
    if (cutover === undefined) {
      return new Refusal(
        `${terms.name} has no cutover to move: Transition | Cutover has no value, so its meter never starts. Enter a date there first.`,
      );
    }
    const moved = addMonths(cutover, months);
    const outside = outsideHorizon(terms, moved);
    if (outside) return outside;
    terms.set(['Transition', 'Cutover'], moved);
    moveReservedTerm(terms, months, answers.text('units') === AS_IF_STAYING);
  },
});

function outsideHorizon(terms: ScenarioTerms, moved: Day): Refusal | undefined {
  const { start, horizonEnd } = terms;
  if (moved < start) {
    return new Refusal(
      `The cutover would move to ${isoText(moved)}, before the model starts on ${isoText(start)}. Move it less far, or enter an earlier Model | Start.`,
    );
  }
  return moved >= horizonEnd
    ? new Refusal(
        `The cutover would move to ${isoText(moved)}, after the last month of the model, which ends on ${isoText(horizonEnd - 1)}. Move it less far, or take the lever for a meter that never starts.`,
      )
    : undefined;
}

/** A term without an end of its own goes on to the horizon whatever the cutover. */
function moveReservedTerm(terms: ScenarioTerms, months: number, asIfStaying: boolean): void {
  const term = reservedTerm(terms);
  if (term instanceof Refusal) return;
  const end = terms.number('Reserved', 'End');
  for (const name of FOLLOWING) {
    const day = terms.number('Reserved', name);
    if (day !== undefined) terms.set(['Reserved', name], Math.max(addMonths(day, months), term.start + 1));
  }
  if (end !== undefined && months > 0 && asIfStaying) goOnAsIfStaying(terms, end, addMonths(end, months));
}

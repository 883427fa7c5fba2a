import { LAST_DAY, addMonths, civilDate, isoText } from '../../base/calendar';
import { type ItemSection, type ItemTerm, itemTerm } from '../catalogue/term-name';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';
import { type Check, type Find, inOrder } from './check';

const MOST_YEARS = 100;

const horizon: Find = (view) => {
  const start = view.number('Model', 'Start');
  const months = view.number('Model', 'Horizon');
  if (start === undefined || months === undefined) return [];
  const end = addMonths(start.toNumber(), months.toNumber());
  return end <= LAST_DAY
    ? []
    : [
        view.problem(
          ['Model', 'Start'],
          `is ${isoText(start.toNumber())}: with a horizon of ${months.toString()} months the model would end after ${isoText(LAST_DAY)}, the last date that Excel knows. Take an earlier start.`,
        ),
      ];
};

const reservedTerm: Find = (view) => {
  if (!view.has('Reserved', 'Start')) return [];
  const problems = [
    ...inOrder(view, ['Reserved', 'Start'], ['Reserved', 'End']),
    ...ended(view, 'End'),
    ...inOrder(view, ['Reserved', 'Start'], ['Reserved', 'Early end']),
    ...ended(view, 'Early end'),
    ...tooLong(view),
  ];
  const [exit, last] = [view.number('Reserved', 'Early end'), view.number('Reserved', 'End')];
  if (exit !== undefined && last?.lt(exit)) {
    problems.push(
      view.problem(
        ['Reserved', 'Early end'],
        `is ${isoText(exit.toNumber())}: it must lie within the term, and ${view.said('Reserved', 'End')}. Write None if the term is not left early.`,
      ),
    );
  }
  return problems;
};

/** A term that is over before the model starts would be left out without a word. */
function ended(view: ScenarioView, term: 'End' | 'Early end'): Problem[] {
  const end = view.number('Reserved', term);
  const start = view.number('Model', 'Start');
  if (end === undefined || start === undefined || end.gt(start)) return [];
  // Dates in the wrong order are said once.
  if (view.number('Reserved', 'Start')?.gte(end)) return [];
  return [
    view.problem(
      ['Reserved', term],
      `is ${isoText(end.toNumber())}: the reserved term has ended before the model starts; ${view.said('Model', 'Start')}. Take an earlier model start, a later end, or remove the rows of Reserved.`,
    ),
  ];
}

function tooLong(view: ScenarioView): Problem[] {
  const start = view.number('Reserved', 'Start');
  const end = view.number('Reserved', 'End');
  if (start === undefined || end === undefined) return [];
  const years = civilDate(end.toNumber()).year - civilDate(start.toNumber()).year;
  return years <= MOST_YEARS
    ? []
    : [
        view.problem(
          ['Reserved', 'End'],
          `is ${isoText(end.toNumber())}: a term may last ${MOST_YEARS} years at most, and ${view.said('Reserved', 'Start')}. Correct one of the two.`,
        ),
      ];
}

const cutover: Find = (view) => inOrder(view, ['Model', 'Start'], ['Transition', 'Cutover'], true);

/** Of each item of a section, the one date lies before the other. */
const inOrderIn =
  <Section extends ItemSection>(
    section: Section,
    from: ItemTerm<Section>,
    to: ItemTerm<Section>,
    orOn = false,
  ): Find =>
  (view) =>
    view
      .items(section, from)
      .flatMap((item) => inOrder(view, itemTerm(section, item, from), itemTerm(section, item, to), orOn));

const SPANS: readonly Find[] = [
  inOrderIn('Vendor', 'Start', 'Full', true),
  inOrderIn('Hold', 'From', 'To'),
  inOrderIn('Seat tool', 'Start', 'End'),
  inOrderIn('Prepaid lot', 'Date', 'Expiry'),
];

const spans: Find = (view) => SPANS.flatMap((find) => find(view));

/** A product has one held share, so two holds at a time would withhold it twice. */
const overlappingHolds: Find = (view) => {
  const holds = view
    .items('Hold', 'From')
    .map((name) => ({
      name,
      from: view.number('Hold', name, 'From'),
      to: view.number('Hold', name, 'To'),
    }))
    .sort((a, b) => (a.from?.toNumber() ?? 0) - (b.from?.toNumber() ?? 0));
  return holds.flatMap(({ name, from }, place) => {
    const before = holds[place - 1];
    if (before?.to === undefined || from === undefined || from.gte(before.to)) return [];
    return [
      view.problem(
        ['Hold', name, 'From'],
        `is ${isoText(from.toNumber())}: it must not lie within another hold, and ${view.said('Hold', before.name, 'To')}. Let one hold end before the next begins.`,
      ),
    ];
  });
};

/** Credits are drawn by expiry, and the lines of the model keep one order for all scenarios. */
const lotOrder: Find = (view) => {
  const lots = view.items('Prepaid lot', 'Date');
  return lots.flatMap((name, place) => {
    const before = lots[place - 1];
    if (before === undefined) return [];
    const [a, b] = [view.number('Prepaid lot', before, 'Expiry'), view.number('Prepaid lot', name, 'Expiry')];
    if (b === undefined || a?.lte(b)) return [];
    return [
      view.problem(
        ['Prepaid lot', name, 'Expiry'],
        `is ${isoText(b.toNumber())}: lots expire in one order in all scenarios, and here it lies before that of ${before}, which comes first in Base. Give the lots of this scenario names of their own.`,
      ),
    ];
  });
};

export const DATE_CHECKS: readonly Check[] = [
  { sections: ['Model'], find: horizon },
  { sections: ['Model', 'Reserved'], find: reservedTerm },
  { sections: ['Model', 'Transition'], find: cutover },
  { sections: ['Vendor', 'Hold', 'Seat tool', 'Prepaid lot'], find: spans },
  { sections: ['Hold'], find: overlappingHolds },
  { sections: ['Prepaid lot'], find: lotOrder },
];

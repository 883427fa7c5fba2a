import { addMonths } from '../../calc/calendar';
import { Decimal } from '../../calc/decimal';
import { findScenario } from '../../terms/find-scenario';
import type { Lever } from './lever';

export const cutoverMoves: Lever = {
  id: 'cutover-moves',
  question: 'What if the cutover moves?',
  text: 'Moves the day on which the meter starts, and the end of the reserved term with it.',
  fields: [
    {
      id: 'months',
      label: 'Months later',
      text: 'Whole months; negative for earlier.',
      unit: 'months',
      rule: { type: 'number', min: -60, max: 60, whole: true },
      suggested: () => 6,
    },
  ],
  edits(table, scenario, answers) {
    const place = findScenario(table, scenario);
    if (typeof place === 'string') return { refusal: place };
    const months = Number(answers['months'] ?? 6);
    const cutover = table.given('Transition', '', 'Cutover', place);
    if (!(cutover instanceof Decimal)) {
      return { refusal: `${scenario} has no cutover to move: its meter never starts.` };
    }
    const end = table.given('Reserved', '', 'End', place);
    return [
      {
        section: 'Transition',
        item: '',
        term: 'Cutover',
        column: scenario,
        value: addMonths(cutover.toNumber(), months),
      },
      ...(end instanceof Decimal
        ? [
            {
              section: 'Reserved',
              item: '',
              term: 'End',
              column: scenario,
              value: addMonths(end.toNumber(), months),
            },
          ]
        : []),
    ];
  },
};

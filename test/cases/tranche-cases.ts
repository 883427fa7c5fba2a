import { TRANCHE_SCHEDULE } from './cells';
import { sum, type Expressed } from './figures';
import type { Inputs } from './published';

/** Present value of signed flows: the schedule takes amounts, so each flow's sign is put to its row by its id. */
function xnpv(flows: readonly (readonly [string, number])[], rate: number): number {
  const rows = flows.map(([date, value], index) => [index + 1, date, Math.abs(value), 'Firm', '']);
  const [header = [], ...lines] = TRANCHE_SCHEDULE(rows, null, null, rate);
  const column = header.indexOf('PV expected');
  return sum(lines.map((line) => Number(line[column]) * Math.sign(flows[Number(line[0]) - 1]?.[1] ?? NaN)));
}

const flowsOf = (given: Inputs) => {
  const values = given.numbers('values');
  return given.texts('dates').map((date, index) => [date, values[index] ?? NaN] as const);
};

export const trancheCases: Expressed = {
  'deal-openai-tranches': (given) => {
    const [header = [], ...lines] = TRANCHE_SCHEDULE([
      ['Up front', '2026-02-27', given.number('firm'), 'Firm', ''],
      ['Contingent', '2028-12-31', given.number('contingent'), 'Contingent', 0.5],
    ]);
    return { max: Number(lines.at(-1)?.[header.indexOf('Maximum')]) };
  },
  'excel-xnpv': (given) => ({ xnpv: xnpv(flowsOf(given), given.number('rate')) }),
  'ospread-xnpv-3': (given) => ({ xnpv: xnpv(flowsOf(given), given.number('rate')) }),
  'pyxirr-unordered-xnpv': (given) => ({
    xnpv: xnpv(
      given.rows('flows').map(([date, value]) => [String(date), Number(value)] as const),
      given.number('rate'),
    ),
  }),
};

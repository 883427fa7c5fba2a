import { required } from '../framework/arguments/boundary';
import { defineFetchedFunction } from '../framework/define';
import { date } from '../framework/arguments/kinds';
import { line } from '../framework/arguments/line-selection';
import { scenario, terms } from '../framework/arguments/terms-argument';

export const explain = defineFetchedFunction({
  id: 'EXPLAIN',
  parameters: {
    terms,
    line,
    date: required(date, { unit: 'date' }),
    scenario,
  },
  result: { matrix: true, unit: 'as each row says', format: '#,##0.00' },
  fetchBody: () => import(/* webpackChunkName: "explain" */ './body'),
});

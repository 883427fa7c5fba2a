import { defineFetchedFunction } from '../framework/define';
import { termsRange } from '../framework/arguments/terms-argument';

export const check = defineFetchedFunction({
  id: 'CHECK',
  parameters: { terms: termsRange },
  result: { matrix: true, unit: 'as each row says', format: '#,##0.00' },
  fetchBody: () => import(/* webpackChunkName: "check" */ './body'),
});

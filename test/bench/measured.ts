/** What `npm run bench` measures, compiled as the add-in is. */
export { Decimal } from '../../src/base/decimal';
export { Contract } from '../../src/contract/contract';
export { explain } from '../../src/functions/explain/function';
export { schedule } from '../../src/functions/schedule/function';
export { tokenCost } from '../../src/functions/token-cost/function';
export { total } from '../../src/functions/total/function';
export { parseTerms } from '../../src/terms/table/parse';
export { template } from '../../src/terms/templates/template';

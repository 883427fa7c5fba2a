/** What `npm run bench` measures, compiled as the add-in is. */
export { Decimal } from '../../src/calc/decimal';
export { Contract } from '../../src/contract/contract';
export { explain } from '../../src/functions/explain';
export { schedule } from '../../src/functions/schedule';
export { tokenCost } from '../../src/functions/token-cost';
export { total } from '../../src/functions/total';
export { parseTerms } from '../../src/terms/parse';
export { template } from '../../src/terms/template';

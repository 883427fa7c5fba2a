import { RowWriter, type Source, type TemplateCell, layOut } from './layout';

const RESERVE = 'Reserve';
const COMMIT = 'Commit to spend';
const DOUBLE = 'Usage doubles';

const SCENARIOS = [RESERVE, COMMIT, DOUBLE];

const YOURS: Source = { status: 'Illustrative', note: 'Replace by your own figure.' };
const OFFER: Source = { status: 'Illustrative', note: 'Replace by the figure in the offer.' };

/**
 * Reserve or meter, one product: Base pays by the token on demand; the other ways to buy are scenarios. The rows of
 * Counterfactual hold the offer of capacity, so that the comparison shows meter less reserve in every month.
 */
export function commitmentDecision(): TemplateCell[][] {
  const write = new RowWriter();
  write
    .at('Scenario')
    .row('Description', 'Everything is metered on demand, at list prices.', YOURS, {
      scenarios: {
        [RESERVE]:
          'The offered capacity is reserved for the whole horizon; what exceeds it is paid on demand.',
        [COMMIT]: 'A yearly minimum spend buys a discount on the meter.',
        [DOUBLE]: 'The same on demand, with twice the volume.',
      },
    })
    .at('Model')
    .row('Start', '2027-01-01', YOURS)
    .row('Horizon', 24, YOURS)
    .row('Currency', 'USD', YOURS)
    .row('Discount rate', 0.09, YOURS)
    .at('Usage', 'Product')
    .row('Input tokens per month', 200e9, YOURS, {
      range: [100e9, 300e9],
      scenarios: { [DOUBLE]: 400e9 },
    })
    .row('Growth', 'Monthly', YOURS)
    .row('Growth rate', 0.02, YOURS, { range: [0, 0.05], unit: 'per month' })
    .row('Cache read share', 0.5, YOURS, { range: [0.3, 0.7] })
    .row('Cache write share', 0.1, YOURS)
    .row('Output ratio', 0.1, YOURS)
    .at('Transition')
    .row('Cutover', '2027-01-01', YOURS, { scenarios: { [RESERVE]: 'None' } });
  const terms: readonly (readonly [string, TemplateCell])[] = [
    ['Start', '2027-01-01'],
    ['Rate', 30],
    ['Tokens per unit-hour', 25e6],
    ['Maximum utilisation', 0.9],
    ['Load variation', 0.3],
  ];
  const unit = (term: string): { unit?: string } => (term === 'Rate' ? { unit: 'USD per unit-hour' } : {});
  write.at('Reserved');
  for (const [term, value] of terms) {
    write.row(term, '', OFFER, { scenarios: { [RESERVE]: value }, ...unit(term) });
  }
  write.at('Reserved', '2027-01-01').row('Units', '', OFFER, { scenarios: { [RESERVE]: 16 } });
  write.at('Counterfactual');
  for (const [term, value] of terms) write.row(term, value, OFFER, unit(term));
  write.at('Counterfactual', '2027-01-01').row('Units', 16, OFFER);
  const classes: readonly (readonly [string, number, number])[] = [
    ['Input', 1, 3],
    ['Output', 5, 15],
    ['Cache read', 0.1, 0.3],
    ['Cache write', 1.25, 3.75],
  ];
  for (const [name, weight] of classes) write.at('Burn-down', name).row('Weight', weight, OFFER);
  for (const [name, , price] of classes) write.at('Token price', name).row('Price', price, OFFER);
  write
    .at('Token price')
    .row('Negotiated discount', 0, OFFER, { scenarios: { [COMMIT]: 0.15 } })
    .at('Commitment', '1')
    .row('Amount', 0, OFFER, { scenarios: { [COMMIT]: 6e6 } });
  return layOut(SCENARIOS, write.rows);
}

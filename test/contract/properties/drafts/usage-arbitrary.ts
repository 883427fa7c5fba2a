import { MONTHS } from '../../../../src/terms/catalogue/definition';
import { dayIn, none, numberIn, rowFor } from './cell-arbitrary';
import { type Rows, optional, section, sometimes, together } from './rows-arbitrary';

const usage = section('Usage');
export const product = (name: string, canBeLeftOut: boolean, held: boolean): Rows => {
  const share = { values: numberIn(0, 0.33, 0.01) };
  return together(
    usage(name, 'Input tokens per month', canBeLeftOut ? { instead: none } : {}),
    usage(name, 'Growth'),
    usage(name, 'Growth rate'),
    usage(name, 'Saturation multiple'),
    usage(name, 'Logistic rate'),
    usage(name, 'Cache read share', share),
    usage(name, 'Cache write share', { ...share, ...optional }),
    usage(name, 'Cache write 1h share', { ...share, ...optional }),
    usage(name, 'Output ratio', optional),
    usage(name, 'Batch share', optional),
    usage(name, 'Long-context share', optional),
    usage(name, 'Held share', held ? { values: numberIn(0.05, 1, 0.05) } : optional),
    usage.rest(name),
    rowFor('Growth index', name, 'Month 0'),
    sometimes(together(rowFor('Growth index', name, 'Month 3'), rowFor('Growth index', name, 'Month 14'))),
    sometimes(
      together(
        ...MONTHS.map((month) => rowFor('Seasonality', name, month, { values: numberIn(0.1, 2, 0.1) })),
      ),
    ),
  );
};

export const behaviour: Rows = (() => {
  const own = section('Behaviour');
  return together(
    sometimes(
      together(
        own('', 'Regime start', { values: dayIn(-200, 500) }),
        own('', 'Efficiency cut'),
        own('', 'Half-life', optional),
      ),
      2,
      1,
    ),
    own('', 'Price elasticity', optional),
    own.rest(''),
  );
})();

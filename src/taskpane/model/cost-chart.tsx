import type { Monthly } from '../../analysis/headline';
import { MonthChart } from '../parts/charts/month-chart';

const CENTS = 2;

interface Props {
  readonly monthly: Monthly;
  readonly currency: string;
}

/** Billed cost by month, on this path and had everything stayed reserved. */
export const CostChart = ({ monthly, currency }: Props) => (
  <MonthChart
    title="Billed by month"
    figure="Billed cost"
    unit={currency}
    decimals={CENTS}
    starts={monthly.starts}
    series={[
      { name: 'This path', amounts: monthly.path },
      { name: 'Staying reserved', amounts: monthly.reserved },
    ]}
  />
);

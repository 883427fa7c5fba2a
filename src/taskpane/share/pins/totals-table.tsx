import type { Decimal } from '../../../base/decimal';
import type { ComparedEnd } from '../../../workbook/log/compared-end';
import type { PinComparison } from '../../../workbook/log/compare-pins';
import { signed } from '../../compare/figure-display';
import { useCulture } from '../../parts/culture';
import { DataTable, oneGroup } from '../../parts/data-table';
import { NOT_AVAILABLE, numberText } from '../../parts/figures';

const MONEY_DIGITS = 2;

type Props = Pick<PinComparison, 'from' | 'to' | 'totals'>;

/** Both totals and their difference, where nothing is known of what lies between them. */
export function TotalsTable({ from, to, totals }: Props) {
  const culture = useCulture();
  const text = (value: Decimal): string => numberText(value, MONEY_DIGITS, culture);
  const total = (value: Decimal | undefined, { currency }: ComparedEnd): string =>
    value === undefined ? NOT_AVAILABLE : `${text(value)} ${currency ?? ''}`;
  const difference =
    totals.from && totals.to && from.currency === to.currency && totals.to.minus(totals.from);
  const rows = [
    [from.name, total(totals.from, from)],
    [to.name, total(totals.to, to)],
    ...(difference
      ? [[`${to.name} less ${from.name}`, `${signed(text(difference), difference)} ${from.currency ?? ''}`]]
      : []),
  ] as const;
  return (
    <DataTable
      label="Totals of the two"
      caption="Total billed"
      columns={[{ kind: 'name' }, { kind: 'number' }]}
      groups={oneGroup(rows.map((cells, key) => ({ key, cells })))}
      isSmall
      isWide
    />
  );
}

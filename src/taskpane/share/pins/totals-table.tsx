import { makeStyles, tokens } from '@fluentui/react-components';
import type { Decimal } from '../../../base/decimal';
import type { ComparedEnd } from '../../../workbook/log/compared-end';
import type { PinComparison } from '../../../workbook/log/compare-pins';
import { signed } from '../../compare/figure-display';
import { useCulture } from '../../parts/culture';
import { NOT_AVAILABLE, numberText } from '../../parts/figures';

const MONEY_DIGITS = 2;

const useStyles = makeStyles({
  region: { overflowX: 'auto', minWidth: 0 },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground2 },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  amount: {
    textAlign: 'end',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    padding: `${tokens.spacingVerticalXS} 0`,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
});

type Props = Pick<PinComparison, 'from' | 'to' | 'totals'>;

/** Both totals and their difference, where nothing is known of what lies between them. */
export function TotalsTable({ from, to, totals }: Props) {
  const styles = useStyles();
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
    <div className={styles.region} role="region" aria-label="Totals of the two" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>Total billed</caption>
        <tbody>
          {rows.map(([name, amount], place) => (
            <tr key={place} className={styles.row}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td className={styles.amount}>{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Bridge } from '../../analysis/bridge';
import type { Decimal } from '../../base/decimal';
import { useCulture } from '../parts/culture';
import { numberText } from '../parts/figures';
import { displayedBridge } from './bridge-display';
import { signed } from './figure-display';

const useStyles = makeStyles({
  region: { overflowX: 'auto', minWidth: 0, margin: `${tokens.spacingVerticalS} 0` },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { textAlign: 'end', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
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
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly bridge: Bridge;
  readonly currency: string;
}

/** Start, steps and end, which add up as they stand. */
export function BridgeTable({ bridge, currency }: Props) {
  const styles = useStyles();
  const culture = useCulture();
  const { display, start, steps, end, difference } = displayedBridge(bridge, currency);
  const total = (value: Decimal) => numberText(value, display.decimals, culture);
  const change = (value: Decimal) => signed(total(value), value);
  return (
    <div className={styles.region} role="region" aria-label="Steps of the bridge" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.name)}>
              Step
            </th>
            <th scope="col" className={styles.head}>
              {display.unit}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row label={bridge.from} amount={total(start)} isTotal />
          {steps.map(({ label, amount }) => (
            <Row key={label} label={label} amount={change(amount)} />
          ))}
          <Row label={bridge.to} amount={total(end)} isTotal />
          <Row label={`${bridge.to} less ${bridge.from}`} amount={change(difference)} />
        </tbody>
      </table>
      {steps.length === 0 && (
        <Caption1 block>No term that a figure rests on differs between the two.</Caption1>
      )}
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

function Row({ label, amount, isTotal = false }: RowProps) {
  const styles = useStyles();
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.name, isTotal && styles.strong)}>
        {label}
      </th>
      <td className={mergeClasses(styles.amount, isTotal && styles.strong)}>{amount}</td>
    </tr>
  );
}

import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Bridge } from '../../analysis/bridge';
import type { Decimal } from '../../base/decimal';
import { useCulture } from '../parts/culture';
import { DataTable, oneGroup } from '../parts/data-table';
import { numberText } from '../parts/figures';
import { displayedBridge } from './bridge-display';
import { signed } from './figure-display';

const useStyles = makeStyles({
  table: { margin: `${tokens.spacingVerticalS} 0` },
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
  const rows = [
    { key: 'start', cells: [bridge.from, total(start)], isStrong: true },
    ...steps.map(({ label, amount }) => ({ key: label, cells: [label, change(amount)] })),
    { key: 'end', cells: [bridge.to, total(end)], isStrong: true },
    { key: 'difference', cells: [`${bridge.to} less ${bridge.from}`, change(difference)] },
  ];
  return (
    <div className={styles.table}>
      <DataTable
        label="Steps of the bridge"
        columns={[
          { kind: 'name', heading: 'Step' },
          { kind: 'number', heading: display.unit },
        ]}
        groups={oneGroup(rows)}
        isSmall
        isWide
      />
      {steps.length === 0 && (
        <Caption1 block>No term that a figure rests on differs between the two.</Caption1>
      )}
    </div>
  );
}

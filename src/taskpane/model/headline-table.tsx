import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Crossing, Headline } from '../../analysis/headline';
import type { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';
import { useCulture } from '../parts/culture';
import { CellNote, DataTable, oneGroup, type DataRow } from '../parts/data-table';
import { dateText, NOT_AVAILABLE, numberText, shareText } from '../parts/figures';
import { useLook } from '../parts/look';

const CENTS = 2;
const PRICE_DIGITS = 4;
const SHARE_DIGITS = 1;

const useStyles = makeStyles({
  total: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  amount: { marginInlineStart: 'auto', textAlign: 'end' },
});

/** The figures that a scenario is judged by, each with its unit. */
export function HeadlineTable({ headline }: { headline: Headline }) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  return (
    <section aria-label="Headline">
      <div className={styles.total} aria-live="polite" aria-atomic="true">
        <span>Total billed</span>
        <span className={styles.amount}>
          <span className={look.figure}>{numberText(headline.totalBilled, CENTS, culture)}</span>{' '}
          <Caption1 className={look.quiet}>{headline.currency}</Caption1>
        </span>
      </div>
      <DataTable
        columns={[{ kind: 'name' }, { kind: 'number' }]}
        groups={oneGroup(rowsOf(headline, culture))}
        isOpen
      />
    </section>
  );
}

function rowsOf(headline: Headline, culture: Culture): DataRow[] {
  const { currency } = headline;
  const money = (label: string, amount: Decimal, note = '') =>
    figureRow(label, numberText(amount, CENTS, culture), currency, note);
  return [
    money('Net present value', headline.npv, 'of the total billed'),
    money('Staying reserved', headline.stayingReserved),
    money('Delta to staying reserved', headline.delta, comparative(headline.delta)),
    money('Net present value of the delta', headline.npvDelta, comparative(headline.npvDelta)),
    crossingRow('Crossover, effective', headline.crossings.effective, culture),
    crossingRow('Crossover, billed', headline.crossings.billed, culture),
    figureRow(
      'Effective price',
      numberText(headline.effectivePrice, PRICE_DIGITS, culture),
      `${currency} per million`,
      'input-side tokens',
    ),
    money('Capital, expected', headline.capitalExpected),
    money('Capital, at most', headline.capitalMaximum),
    figureRow(
      'Rests on Illustrative terms',
      shareText(headline.illustrativeShare, SHARE_DIGITS, culture),
      '',
      'part of the total billed',
    ),
  ];
}

const figureRow = (label: string, value: string, unit: string, note: string): DataRow => ({
  key: label,
  cells: [
    <Name label={label} note={note} />,
    <Figure value={value} note={value === NOT_AVAILABLE ? '' : unit} />,
  ],
});

/** The days on which the cumulative cost of this path meets that of staying reserved. */
const crossingRow = (label: string, crossings: readonly Crossing[], culture: Culture): DataRow => ({
  key: label,
  cells: [
    <Name label={label} note="cumulative cost meets staying reserved" />,
    crossings.length === 0
      ? 'none in the horizon'
      : crossings.map(({ date, direction }) => (
          <div key={date}>
            <Figure value={dateText(date, culture)} note={`${direction} from then`} />
          </div>
        )),
  ],
});

const Name = ({ label, note }: { label: string; note: string }) => (
  <>
    {label}
    <CellNote>{note}</CellNote>
  </>
);

function Figure({ value, note }: { value: string; note: string }) {
  const look = useLook();
  return (
    <>
      <span className={look.strong}>{value}</span>
      <CellNote>{note}</CellNote>
    </>
  );
}

function comparative(delta: Decimal): string {
  if (!delta.isFinite() || delta.isZero()) return '';
  return delta.isNegative() ? 'this path is cheaper' : 'this path is dearer';
}

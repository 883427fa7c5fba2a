import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Crossing, Headline } from '../../analysis/headline';
import type { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';
import { useCulture } from '../parts/culture';
import { dateText, NOT_AVAILABLE, numberText, shareText } from '../parts/figures';

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
  big: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ':first-child': { borderTop: 'none' } },
  cell: {
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  right: { textAlign: 'end', paddingInlineStart: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  figure: { fontVariantNumeric: 'tabular-nums' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2 },
  end: { textAlign: 'end' },
});

/** The figures that a scenario is judged by, each with its unit. */
export function HeadlineTable({ headline }: { headline: Headline }) {
  const styles = useStyles();
  const culture = useCulture();
  const { currency } = headline;
  const money = (amount: Decimal) => numberText(amount, CENTS, culture);
  return (
    <section aria-label="Headline">
      <div className={styles.total} aria-live="polite" aria-atomic="true">
        <span>Total billed</span>
        <span className={styles.amount}>
          <span className={mergeClasses(styles.figure, styles.big)}>{money(headline.totalBilled)}</span>{' '}
          <Caption1 className={styles.small}>{currency}</Caption1>
        </span>
      </div>
      <table className={styles.table}>
        <tbody>
          <Row
            label="Net present value"
            note="of the total billed"
            value={money(headline.npv)}
            unit={currency}
          />
          <Row label="Staying reserved" value={money(headline.stayingReserved)} unit={currency} />
          <Row
            label="Delta to staying reserved"
            note={comparative(headline.delta)}
            value={money(headline.delta)}
            unit={currency}
          />
          <Row
            label="Net present value of the delta"
            note={comparative(headline.npvDelta)}
            value={money(headline.npvDelta)}
            unit={currency}
          />
          <CrossingRows
            label="Crossover, effective"
            crossings={headline.crossings.effective}
            culture={culture}
          />
          <CrossingRows label="Crossover, billed" crossings={headline.crossings.billed} culture={culture} />
          <Row
            label="Effective price"
            note="input-side tokens"
            value={numberText(headline.effectivePrice, PRICE_DIGITS, culture)}
            unit={`${currency} per million`}
          />
          <Row label="Capital, expected" value={money(headline.capitalExpected)} unit={currency} />
          <Row label="Capital, at most" value={money(headline.capitalMaximum)} unit={currency} />
          <Row
            label="Rests on Illustrative terms"
            note="part of the total billed"
            value={shareText(headline.illustrativeShare, SHARE_DIGITS, culture)}
            unit=""
          />
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly note?: string;
  readonly value: string;
  readonly unit: string;
}

function Row({ label, note = '', value, unit }: RowProps) {
  const styles = useStyles();
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.cell}>
        {label}
        {note !== '' && (
          <Caption1 block className={styles.small}>
            {note}
          </Caption1>
        )}
      </th>
      <td className={mergeClasses(styles.cell, styles.right)}>
        <span className={mergeClasses(styles.figure, styles.strong)}>{value}</span>
        {unit !== '' && value !== NOT_AVAILABLE && (
          <Caption1 block className={mergeClasses(styles.small, styles.end)}>
            {unit}
          </Caption1>
        )}
      </td>
    </tr>
  );
}

interface CrossingProps {
  readonly label: string;
  readonly crossings: readonly Crossing[];
  readonly culture: Culture;
}

/** The days on which the cumulative cost of this path meets that of staying reserved. */
function CrossingRows({ label, crossings, culture }: CrossingProps) {
  const styles = useStyles();
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.cell}>
        {label}
        <Caption1 block className={styles.small}>
          cumulative cost meets staying reserved
        </Caption1>
      </th>
      <td className={mergeClasses(styles.cell, styles.right)}>
        {crossings.length === 0 && <span>none in the horizon</span>}
        {crossings.map(({ date, direction }) => (
          <div key={date}>
            <span className={mergeClasses(styles.figure, styles.strong)}>{dateText(date, culture)}</span>
            <Caption1
              block
              className={mergeClasses(styles.small, styles.end)}
            >{`${direction} from then`}</Caption1>
          </div>
        ))}
      </td>
    </tr>
  );
}

function comparative(delta: Decimal): string {
  if (!delta.isFinite() || delta.isZero()) return '';
  return delta.isNegative() ? 'this path is cheaper' : 'this path is dearer';
}

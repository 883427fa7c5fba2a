import {
  Caption1,
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { useCallback } from 'react';
import { changeText } from '../../analysis/edit-statement';
import type { Decimal } from '../../base/decimal';
import type { Contract } from '../../contract/contract';
import type { Culture } from '../../terms/entry/entry';
import { numberText, shareText } from '../parts/figures';
import { useLook } from '../parts/look';
import { useComputed } from '../parts/use-computed';
import { type MovedFigure, movedFigures } from './lever-figures';
import type { LeverPreview } from './lever-preview';

const CENTS = 2;
const SHARE_DIGITS = 2;

const useStyles = makeStyles({
  changes: { margin: 0, paddingInlineStart: '1.2em', overflowWrap: 'anywhere' },
  figures: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  figure: { padding: `${tokens.spacingVerticalXS} 0`, minWidth: 0 },
  values: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', textAlign: 'end' },
  end: { textAlign: 'end' },
  place: { height: '180px' },
});

interface Props {
  readonly preview: LeverPreview;
  readonly contract: Contract;
  readonly culture: Culture;
}

/** The terms that a lever changes, and what that does to the figures that a scenario is judged by. */
export function LeverEffect({ preview, contract, culture }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { changes } = preview;
  const { value: figures, isStale } = useComputed(
    useCallback(() => movedFigures(contract, preview), [contract, preview]),
  );
  return (
    <div className={look.view}>
      <section aria-label="Terms that change">
        <p className={look.text} role="status">
          {`This changes ${changes.length === 1 ? 'one term' : `${changes.length} terms`}:`}
        </p>
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.name}>
              {changeText(change, culture)}
              {change.isNew && ' (a new row)'}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Headline, before and after" aria-busy={isStale}>
        {figures ? (
          <dl className={mergeClasses(styles.figures, isStale && look.stale)}>
            {figures.map((figure) => (
              <Moved key={figure.id} figure={figure} currency={contract.table.currency} culture={culture} />
            ))}
          </dl>
        ) : (
          <Skeleton aria-label="Computing the scenario">
            <SkeletonItem className={styles.place} />
          </Skeleton>
        )}
      </section>
    </div>
  );
}

interface MovedProps {
  readonly figure: MovedFigure;
  readonly currency: string;
  readonly culture: Culture;
}

function Moved({ figure, currency, culture }: MovedProps) {
  const look = useLook();
  const styles = useStyles();
  const { label, before, after } = figure;
  const money = (amount: Decimal) => numberText(amount, CENTS, culture);
  return (
    <div className={styles.figure}>
      <dt>
        <Caption1 className={look.quiet}>{`${label}, ${currency}`}</Caption1>
      </dt>
      <dd className={styles.values}>
        {money(before)} → <span className={look.strong}>{money(after)}</span>
        <Caption1 block className={mergeClasses(look.quiet, styles.end)}>
          {differenceText(figure, culture)}
        </Caption1>
      </dd>
    </div>
  );
}

/** "+12.50 (+0.04%)". */
function differenceText({ before, after }: MovedFigure, culture: Culture): string {
  const difference = after.minus(before);
  if (difference.isZero()) return 'unchanged';
  const sign = difference.isPositive() ? '+' : '';
  const amount = `${sign}${numberText(difference, CENTS, culture)}`;
  if (before.isZero()) return amount;
  return `${amount} (${sign}${shareText(difference.dividedBy(before.abs()), SHARE_DIGITS, culture)})`;
}

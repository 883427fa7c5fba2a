import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import { ruleOf } from '../../contract/lines/line-rules';
import type { Figure } from '../../workbook/inspect/figure';
import { useCulture } from '../parts/culture';
import { unitBeside, valueText } from '../parts/figures';
import { useLook } from '../parts/look';
import { explainFigure, spanText } from './explanation';
import { useFigureTrail } from './figure-trail';
import { PartTable } from './part-table';

const useStyles = makeStyles({
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

interface Props {
  readonly figure: Figure;
  /** Takes a person to a row of the Terms table. */
  onLeave(): void;
}

/** Which line a cell shows, how its value comes about, and from what; each part can be asked in turn. */
export function LineExplanation({ figure, onLeave }: Props) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const trail = useFigureTrail(figure);
  const { shown, before } = trail;
  const explanation = useMemo(() => explainFigure(shown), [shown]);
  const { line, unit, value, formula, parts } = explanation;
  const rule = ruleOf(line);
  const { table } = shown.contract;
  const heading = useRef<HTMLHeadingElement>(null);
  const depth = useRef(before.length);
  useEffect(() => {
    if (depth.current !== before.length) heading.current?.focus();
    depth.current = before.length;
  }, [before.length]);
  return (
    <section className={look.part} aria-labelledby="explained-line">
      {before.length > 0 && (
        <Button
          className={look.back}
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={trail.back}
        >
          {`Back to ${titleOf(before.at(-1) ?? figure)}`}
        </Button>
      )}
      <div>
        <h3 className={look.longText} id="explained-line" tabIndex={-1} ref={heading}>
          <Subtitle2>{line.label}</Subtitle2>
        </h3>
        <Caption1 className={look.longQuiet}>
          {[
            line.id,
            table.scenarios[shown.scenario] ?? '',
            line.scalar ? 'whole contract' : spanText(shown),
          ].join(' · ')}
        </Caption1>
      </div>
      <div className={styles.value} aria-live="polite">
        <span className={look.figure}>{valueText(value, unit, table.currency, culture)}</span>
        <Caption1 className={look.longQuiet}>{unitBeside(unit)}</Caption1>
      </div>
      {formula !== '' && <p className={look.longText}>{`= ${formula}`}</p>}
      {rule !== undefined && <Caption1 className={look.longQuiet}>{rule}</Caption1>}
      <PartTable parts={parts} currency={table.currency} onExplain={trail.explain} onLeave={onLeave} />
    </section>
  );
}

/** Total billed, 2028-03. */
const titleOf = (figure: Figure): string =>
  figure.line.scalar ? figure.line.label : `${figure.line.label}, ${spanText(figure)}`;

import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { counted } from '../../base/words';
import { goTo } from '../../workbook/excel/go-to';
import type { Conflict } from '../../workbook/hand-off/bring-back/fate';
import { useAction } from '../parts/action';

const MOST_SHOWN = 50;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0 },
  text: { margin: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly isRunning: boolean;
  onKeep(numbers: readonly number[]): void;
  onRestore(numbers: readonly number[]): void;
}

/** Cells that are not what the hand-off left, each with both values and the choice. */
export function ConflictList({ conflicts, isRunning, onKeep, onRestore }: Props) {
  const styles = useStyles();
  const { run } = useAction(goTo);
  const more = conflicts.length - MOST_SHOWN;
  return (
    <section className={styles.box} aria-labelledby="conflicts">
      <Subtitle2 as="h3" id="conflicts" className={styles.title}>
        {`${counted(conflicts.length, 'formula waits', 'formulas wait')} for your decision`}
      </Subtitle2>
      <ul className={styles.list} aria-labelledby="conflicts">
        {conflicts.slice(0, MOST_SHOWN).map((conflict) => {
          const { number, sheet, address, left, found, sentence, formula, canRestore } = conflict;
          const place = `${sheet}!${address}`;
          return (
            <li key={number} className={styles.item}>
              <strong>{place}</strong>
              <p className={styles.text}>{sentence}</p>
              <p className={styles.text}>{`Hand off left ${left}; now ${found}.`}</p>
              <Caption1 className={styles.small}>{formula}</Caption1>
              <div className={styles.buttons}>
                {canRestore && (
                  <Button
                    size="small"
                    aria-label={`Restore ${place}`}
                    disabledFocusable={isRunning}
                    onClick={() => onRestore([number])}
                  >
                    Restore
                  </Button>
                )}
                <Button
                  size="small"
                  aria-label={`Keep mine in ${place}`}
                  disabledFocusable={isRunning}
                  onClick={() => onKeep([number])}
                >
                  Keep mine
                </Button>
                {found !== 'deleted' && (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={`Go to ${place}`}
                    onClick={() => run({ sheet, address })}
                  >
                    Go to
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles.text}>{`And ${more} more, after these.`}</p>}
      {conflicts.length > 1 && (
        <div className={styles.buttons}>
          <Button disabledFocusable={isRunning} onClick={() => onKeep(conflicts.map(({ number }) => number))}>
            Keep all as they are
          </Button>
        </div>
      )}
    </section>
  );
}

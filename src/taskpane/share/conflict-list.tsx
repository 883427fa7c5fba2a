import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { counted } from '../../base/words';
import { goTo } from '../../workbook/excel/go-to';
import type { Conflict } from '../../workbook/hand-off/bring-back/fate';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';

const MOST_SHOWN = 50;

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly isRunning: boolean;
  onKeep(numbers: readonly number[]): void;
  onRestore(numbers: readonly number[]): void;
}

/** Cells that are not what the hand-off left, each with both values and the choice. */
export function ConflictList({ conflicts, isRunning, onKeep, onRestore }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { run } = useAction(goTo);
  const more = conflicts.length - MOST_SHOWN;
  return (
    <section className={look.box} aria-labelledby="conflicts">
      <Subtitle2 as="h3" id="conflicts" className={look.title}>
        {`${counted(conflicts.length, 'formula waits', 'formulas wait')} for your decision`}
      </Subtitle2>
      <ul className={look.list} aria-labelledby="conflicts">
        {conflicts.slice(0, MOST_SHOWN).map((conflict) => {
          const { number, sheet, address, left, found, sentence, formula, canRestore } = conflict;
          const place = `${sheet}!${address}`;
          return (
            <li key={number} className={styles.item}>
              <strong>{place}</strong>
              <p className={look.text}>{sentence}</p>
              <p className={look.text}>{`Hand off left ${left}; now ${found}.`}</p>
              <Caption1 className={look.quiet}>{formula}</Caption1>
              <div className={look.buttons}>
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
      {more > 0 && <p className={look.text}>{`And ${more} more, after these.`}</p>}
      {conflicts.length > 1 && (
        <div className={look.buttons}>
          <Button disabledFocusable={isRunning} onClick={() => onKeep(conflicts.map(({ number }) => number))}>
            Keep all as they are
          </Button>
        </div>
      )}
    </section>
  );
}

import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ChangedCell } from '../../workbook/model-sheets/plan/outcome';
import { useAction } from '../parts/action';
import { goTo } from '../../workbook/excel/go-to';

const MOST_SHOWN = 12;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly cells: readonly ChangedCell[];
  onKeep(): void;
  onOverwrite(): void;
}

/** Asks before cells that a person changed become the model's again. */
export function ChangedCells({ cells, onKeep, onOverwrite }: Props) {
  const styles = useStyles();
  const { run } = useAction(goTo);
  const more = cells.length - MOST_SHOWN;
  return (
    <section className={styles.box} aria-labelledby="changed-cells">
      <Subtitle2 as="h3" id="changed-cells" className={styles.heading}>
        {cells.length === 1 ? 'One cell was changed by hand' : `${cells.length} cells were changed by hand`}
      </Subtitle2>
      <Caption1 className={styles.small}>
        They were left as they are. Keep them, or put the model&apos;s own back?
      </Caption1>
      <ul className={styles.list}>
        {cells.slice(0, MOST_SHOWN).map((cell) => (
          <li key={`${cell.sheet}!${cell.address}`} className={styles.item}>
            <Button
              appearance="transparent"
              size="small"
              onClick={() => run({ sheet: cell.sheet, address: cell.address })}
            >
              {`${cell.sheet}!${cell.address}`}
            </Button>
            <Caption1
              block
              className={styles.small}
            >{`is ${shown(cell.there)}, model: ${shown(cell.ours)}`}</Caption1>
          </li>
        ))}
        {more > 0 && <li>{`and ${more} more`}</li>}
      </ul>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onKeep}>
          Keep mine
        </Button>
        <Button onClick={onOverwrite}>Put the model&apos;s back</Button>
      </div>
    </section>
  );
}

const shown = (content: string | number | boolean): string => (content === '' ? 'blank' : String(content));

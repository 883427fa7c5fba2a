import { Button, Caption1, makeStyles, Subtitle2 } from '@fluentui/react-components';
import type { ChangedCell } from '../../workbook/model-sheets/plan/outcome';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';
import { goTo } from '../../workbook/excel/go-to';

const MOST_SHOWN = 12;

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly cells: readonly ChangedCell[];
  onKeep(): void;
  onOverwrite(): void;
}

/** Asks before cells that a person changed become the model's again. */
export function ChangedCells({ cells, onKeep, onOverwrite }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { run } = useAction(goTo);
  const more = cells.length - MOST_SHOWN;
  return (
    <section className={look.box} aria-labelledby="changed-cells">
      <Subtitle2 as="h3" id="changed-cells" className={look.title}>
        {cells.length === 1 ? 'One cell was changed by hand' : `${cells.length} cells were changed by hand`}
      </Subtitle2>
      <Caption1 className={look.quiet}>
        They were left as they are. Keep them, or put the model&apos;s own back?
      </Caption1>
      <ul className={look.bullets}>
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
              className={look.quiet}
            >{`is ${shown(cell.there)}, model: ${shown(cell.ours)}`}</Caption1>
          </li>
        ))}
        {more > 0 && <li>{`and ${more} more`}</li>}
      </ul>
      <div className={look.buttons}>
        <Button appearance="primary" onClick={onKeep}>
          Keep mine
        </Button>
        <Button onClick={onOverwrite}>Put the model&apos;s back</Button>
      </div>
    </section>
  );
}

const shown = (content: string | number | boolean): string => (content === '' ? 'blank' : String(content));

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { goTo } from '../../workbook/excel/go-to';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';

const MOST_SHOWN = 12;

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere', paddingBottom: tokens.spacingVerticalXS },
});

interface Props {
  readonly label: string;
  readonly places: readonly { readonly sheet: string; readonly address: string; readonly sentence: string }[];
}

/** Places that a step left alone, each with the reason and the way there. */
export function PlacesLeft({ label, places }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { run } = useAction(goTo);
  const more = places.length - MOST_SHOWN;
  return (
    <ul className={look.bullets} aria-label={label}>
      {places.slice(0, MOST_SHOWN).map(({ sheet, address, sentence }) => (
        <li key={`${sheet}!${address} ${sentence}`} className={styles.item}>
          {sentence}{' '}
          {address !== '' && (
            <Button size="small" onClick={() => run({ sheet, address })}>
              {`Go to ${sheet}!${address}`}
            </Button>
          )}
        </li>
      ))}
      {more > 0 && <li>{`and ${more} more`}</li>}
    </ul>
  );
}

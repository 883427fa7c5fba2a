import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { goTo } from '../../../workbook/excel/go-to';
import type { ComparedEnd } from '../../../workbook/log/compared-end';
import { useAction } from '../../parts/action';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
});

/** Where both come from: the version, the hash of the terms, and the way to the row of the log. */
export function EndList({ ends }: { ends: readonly ComparedEnd[] }) {
  const look = useLook();
  const styles = useStyles();
  const { run } = useAction(goTo);
  return (
    <ul className={look.list} aria-label="Where the two come from">
      {ends.map(({ name, pin, version, hash }, place) => (
        <li key={place} className={styles.item}>
          <strong>{name}</strong>
          <span>
            {pin
              ? `Pinned at ${pin.time} UTC with Meterbook ${version}`
              : `Computed with Meterbook ${version}`}
          </span>
          <Caption1 className={look.quiet}>{`Hash of terms ${hash}`}</Caption1>
          {pin && (
            <Button
              size="small"
              aria-label={`Go to ${pin.sheet}!${pin.address}, ${name}`}
              onClick={() => run({ sheet: pin.sheet, address: pin.address })}
            >
              {`Go to ${pin.sheet}!${pin.address}`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

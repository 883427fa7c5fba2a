import { Badge, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { goTo } from '../../workbook/excel/go-to';
import type { Finding } from '../../workbook/share-check/finding';
import { shareCheck } from '../../workbook/share-check/share-check';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
});

/** What a recipient of the workbook trips over, with the way to each cell. */
export function Findings() {
  const look = useLook();
  const styles = useStyles();
  const [findings, setFindings] = useState<readonly Finding[]>();
  const check = useAction(async () => {
    const found = await shareCheck();
    setFindings(found.findings);
    return found;
  });
  const jump = useAction(goTo);
  return (
    <section className={look.part} aria-labelledby="share-check">
      <Subtitle2 as="h2" id="share-check" className={look.title}>
        What does a recipient trip over?
      </Subtitle2>
      <Button
        className={look.narrow}
        appearance="primary"
        icon={<ShieldCheckmarkRegular />}
        disabledFocusable={check.isRunning}
        onClick={() => check.run()}
      >
        Check this workbook
      </Button>
      {findings && (
        <ul className={look.list} aria-label="Findings">
          {findings.map(({ fault, sheet, address, sentence, remedy }) => (
            <li key={`${fault} ${sheet} ${address} ${sentence}`} className={styles.item}>
              <Badge appearance="outline">{fault}</Badge>
              <p className={look.text}>{sentence}</p>
              <p className={look.text}>{remedy}</p>
              {address !== '' && (
                <Button size="small" onClick={() => jump.run({ sheet, address })}>
                  {`Go to ${sheet}!${address}`}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

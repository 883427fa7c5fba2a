import {
  Button,
  Caption1,
  Card,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { onAnnouncement, type Announcement } from '../commands/announcement';
import { sentenceFor } from '../workbook/excel-batch';
import { hasSample } from '../workbook/sample/has-sample';
import { insertSample } from '../workbook/sample/insert-sample';
import { readWorkbookName } from '../workbook/watch-cell';
import { SelectedCell } from './selected-cell';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    boxSizing: 'border-box',
    minWidth: 0,
  },
  header: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  icon: { width: '32px', height: '32px', flexShrink: 0 },
  names: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { margin: 0, color: tokens.colorBrandForeground1 },
  workbook: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  announcement: { marginTop: tokens.spacingVerticalL },
  points: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, lineHeight: tokens.lineHeightBase300 },
  heading: { margin: 0 },
  card: { gap: tokens.spacingVerticalM },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  insert: { alignSelf: 'flex-start' },
  again: { alignSelf: 'flex-start', marginInlineStart: `-${tokens.spacingHorizontalS}` },
});

export function Pane() {
  const styles = useStyles();
  const { announcement, isInserting, insert } = useSampleAction();
  const sample = useSamplePresence(announcement);
  return (
    <div className={styles.pane}>
      <div>
        <Header />
        <div role="status" aria-live="polite">
          {announcement && (
            <MessageBar
              className={styles.announcement}
              intent={announcement.failed ? 'error' : 'success'}
              layout="multiline"
              politeness="polite"
            >
              <MessageBarBody>{announcement.sentence}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      </div>
      <main className={styles.main}>
        {sample === 'absent' && <FirstRun isInserting={isInserting} onInsert={insert} />}
        <SelectedCell />
        {sample === 'present' && (
          <Button
            className={styles.again}
            appearance="subtle"
            size="small"
            icon={<TableAddRegular />}
            disabledFocusable={isInserting}
            onClick={insert}
          >
            Insert sample again
          </Button>
        )}
      </main>
    </div>
  );
}

function Header() {
  const styles = useStyles();
  const [name, setName] = useState<string>();
  useEffect(() => {
    // Without the name the header still says what it is; the cell below reports that Excel does not answer.
    readWorkbookName().then(setName, () => setName(undefined));
  }, []);
  return (
    <header className={styles.header}>
      <img className={styles.icon} src="assets/icon-32.png" srcSet="assets/icon-64.png 2x" alt="" />
      <div className={styles.names}>
        <Title3 as="h1" className={styles.title}>
          Meterbook
        </Title3>
        <Caption1 className={styles.workbook}>
          {name === undefined ? 'in this workbook' : `in ${name}`}
        </Caption1>
      </div>
    </header>
  );
}

function FirstRun({ isInserting, onInsert }: { isInserting: boolean; onInsert: () => void }) {
  const styles = useStyles();
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        Start with real figures
      </Subtitle2>
      <ul className={styles.points}>
        <li>Published price cards, recomputed</li>
        <li>A reserved month beside the meter</li>
        <li>The reported investment tranches</li>
      </ul>
      <Button
        className={styles.insert}
        appearance="primary"
        icon={isInserting ? <Spinner size="tiny" /> : <TableAddRegular />}
        disabledFocusable={isInserting}
        onClick={onInsert}
      >
        Insert sample
      </Button>
    </Card>
  );
}

/** Runs the sample action, and shows what any action did, the ribbon's too. */
function useSampleAction() {
  const [announcement, setAnnouncement] = useState<Announcement>();
  const [isInserting, setInserting] = useState(false);
  useEffect(() => onAnnouncement(setAnnouncement), []);
  const insert = () => {
    setInserting(true);
    insertSample()
      .then(
        ({ sentence }) => setAnnouncement({ sentence, failed: false }),
        (fault: unknown) => setAnnouncement({ sentence: sentenceFor(fault), failed: true }),
      )
      .finally(() => setInserting(false));
  };
  return { announcement, isInserting, insert };
}

type Presence = 'unknown' | 'present' | 'absent';

function useSamplePresence(after: Announcement | undefined): Presence {
  const [presence, setPresence] = useState<Presence>('unknown');
  useEffect(() => {
    let isCurrent = true;
    const settle = (found: Presence) => {
      if (isCurrent) setPresence(found);
    };
    hasSample().then(
      (found) => settle(found ? 'present' : 'absent'),
      () => settle('absent'),
    );
    return () => {
      isCurrent = false;
    };
  }, [after]);
  return presence;
}

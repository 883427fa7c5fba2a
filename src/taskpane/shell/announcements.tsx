import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { onAnnouncement, type Announcement } from '../../commands/announcement';

const useStyles = makeStyles({
  bar: { marginTop: tokens.spacingVerticalM },
});

/** What the last action did, the ribbon's too. The region is always there, because readers miss one that comes with its text. */
export function Announcements() {
  const styles = useStyles();
  const [announcement, setAnnouncement] = useState<Announcement>();
  useEffect(() => onAnnouncement(setAnnouncement), []);
  return (
    <div role="status" aria-live="polite">
      {announcement && (
        <MessageBar
          className={styles.bar}
          intent={announcement.failed ? 'error' : 'success'}
          layout="multiline"
          politeness="polite"
        >
          <MessageBarBody>{announcement.sentence}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                aria-label="Dismiss"
                icon={<DismissRegular />}
                onClick={() => setAnnouncement(undefined)}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}

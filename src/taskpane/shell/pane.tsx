import { Caption1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { readWorkbookName } from '../../workbook/excel/watch-cell';
import { readTerms } from '../../workbook/terms/read-terms';
import { Announcements } from './announcements';
import { useKeptFocus } from '../parts/kept-focus';
import { useLook } from '../parts/look';
import { NavigationProvider, useNavigation } from './navigation';
import { SkipLink } from './skip-link';
import { ViewPanels, ViewTabs } from './view-tabs';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    boxSizing: 'border-box',
    minWidth: 0,
  },
  title: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  main: { paddingTop: tokens.spacingVerticalM },
  icon: { width: '24px', height: '24px', flexShrink: 0 },
  names: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  product: { margin: 0, color: tokens.colorBrandForeground1 },
});

export function Pane() {
  const styles = useStyles();
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  return (
    <NavigationProvider first="start">
      <OpenOnModel />
      <div className={styles.pane} ref={pane}>
        <header>
          <SkipLink />
          <Title />
          <ViewTabs />
        </header>
        <Announcements />
        <main className={styles.main}>
          <ViewPanels />
        </main>
      </div>
    </NavigationProvider>
  );
}

/** A workbook with a model opens on it, unless a view has been asked for by then. */
function OpenOnModel() {
  const { open } = useNavigation();
  useEffect(() => {
    // An Excel that does not answer is reported by the views.
    readTerms().then(
      (terms) => {
        if (!(terms instanceof Refusal)) open('model');
      },
      () => undefined,
    );
  }, [open]);
  return null;
}

function Title() {
  const look = useLook();
  const styles = useStyles();
  const [name, setName] = useState<string>();
  useEffect(() => {
    // Without the name the header still says what it is; the views report that Excel does not answer.
    readWorkbookName().then(setName, () => setName(undefined));
  }, []);
  return (
    <div className={styles.title}>
      <img className={styles.icon} src="assets/icon-32.png" srcSet="assets/icon-64.png 2x" alt="" />
      <div className={styles.names}>
        <Subtitle1 as="h1" className={styles.product}>
          Meterbook
        </Subtitle1>
        <Caption1 className={look.longQuiet}>
          {name === undefined ? 'in this workbook' : `in ${name}`}
        </Caption1>
      </div>
    </div>
  );
}

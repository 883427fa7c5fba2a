import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Activity } from 'react';
import type { ViewId } from '../../commands/view-request';
import { FailureBoundary } from './failure-boundary';
import { LoadedView } from './loaded-view';
import { tabId, usePlace } from './navigation';
import { views } from './views';

const panelId = (view: ViewId): string => `view-${view}`;

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  tab: {
    paddingInline: '5px',
    '& .fui-Tab__content': { fontSize: tokens.fontSizeBase200 },
  },
  panel: {
    outlineStyle: 'none',
    minWidth: 0,
  },
});

export function ViewTabs() {
  const styles = useStyles();
  const { view, choose } = usePlace();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label="Views"
      selectedValue={view}
      onTabSelect={(_event, { value }) => {
        const chosen = views.find(({ id }) => id === value);
        if (chosen) choose(chosen.id);
      }}
    >
      {views.map(({ id, label }) => (
        <Tab key={id} id={tabId(id)} className={styles.tab} value={id} aria-controls={panelId(id)}>
          {label}
        </Tab>
      ))}
    </TabList>
  );
}

/** A view that was left keeps what was typed in it, and stops watching the workbook until it is shown again. */
export function ViewPanels() {
  const styles = useStyles();
  const { view: shown, visited } = usePlace();
  return views.map((view) => (
    <div
      key={view.id}
      id={panelId(view.id)}
      role="tabpanel"
      aria-labelledby={tabId(view.id)}
      tabIndex={-1}
      hidden={view.id !== shown}
      className={styles.panel}
    >
      {visited.has(view.id) && (
        <Activity mode={view.id === shown ? 'visible' : 'hidden'}>
          <FailureBoundary>
            <LoadedView view={view} />
          </FailureBoundary>
        </Activity>
      )}
    </div>
  ));
}

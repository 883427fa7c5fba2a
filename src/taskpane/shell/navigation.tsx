import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import {
  Activity,
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { onViewRequest, type ViewId } from '../../commands/view-request';
import { FailureBoundary } from './failure-boundary';
import { LoadedView } from './loaded-view';
import { views } from './views';

export interface Navigation {
  readonly view: ViewId;
  /** Shows a view and moves the focus to its tab, from which Tab leads into the view. */
  show(view: ViewId): void;
  /** Shows a view to begin with, if nobody has chosen one yet. */
  open(view: ViewId): void;
}

interface Place extends Navigation {
  /** Shows a view and leaves the focus where it is: on the tab. */
  choose(view: ViewId): void;
  readonly visited: ReadonlySet<ViewId>;
}

const PlaceContext = createContext<Place | undefined>(undefined);

function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('A view stands inside the navigation.');
  return place;
}

/** The view that is shown, and the way to another. */
export const useNavigation = (): Navigation => usePlace();

const tabId = (view: ViewId): string => `tab-${view}`;
const panelId = (view: ViewId): string => `view-${view}`;

export function NavigationProvider({ first, children }: { first: ViewId; children: ReactNode }) {
  const [view, setView] = useState(first);
  const [visited, setVisited] = useState<ReadonlySet<ViewId>>(() => new Set([first]));
  const [focused, setFocused] = useState<ViewId>();
  const isChosen = useRef(false);
  const choose = useCallback((next: ViewId) => {
    isChosen.current = true;
    setView(next);
    setVisited((before) => (before.has(next) ? before : new Set([...before, next])));
  }, []);
  const show = useCallback(
    (next: ViewId) => {
      choose(next);
      setFocused(next);
    },
    [choose],
  );
  const open = useCallback(
    (next: ViewId) => {
      if (!isChosen.current) choose(next);
    },
    [choose],
  );
  useEffect(() => onViewRequest(show), [show]);
  useEffect(() => {
    if (focused === undefined) return;
    document.getElementById(tabId(focused))?.focus({ preventScroll: true });
    setFocused(undefined);
  }, [focused]);
  const place = useMemo(() => ({ view, show, open, choose, visited }), [view, show, open, choose, visited]);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

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

/** A view that was left keeps what was typed in it and stops its watching until it is shown again. */
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

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { onViewRequest, type ViewId } from '../../commands/view-request';

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

/** What the tabs know beyond what a view may. */
export function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('A view stands inside the navigation.');
  return place;
}

/** The view that is shown, and the way to another. */
export const useNavigation = (): Navigation => usePlace();

/** The element of a view's tab, which takes the focus when the view is shown. */
export const tabId = (view: ViewId): string => `tab-${view}`;

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

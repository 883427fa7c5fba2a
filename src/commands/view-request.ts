/** The views of the pane, in the order of their tabs. */
export const VIEWS = ['start', 'model', 'scenarios', 'levers', 'compare', 'insert', 'why', 'share'] as const;
export type ViewId = (typeof VIEWS)[number];

type Listener = (view: ViewId) => void;

let listener: Listener | undefined;
let waiting: ViewId | undefined;

/** Asks the pane for a view. A pane that is not drawn yet shows it as soon as it is. */
export function requestView(view: ViewId): void {
  if (listener) listener(view);
  else waiting = view;
}

/**
 * Takes the requests from now on, the one that waits first. The page has one pane.
 * @returns stops listening
 */
export function onViewRequest(listen: Listener): () => void {
  listener = listen;
  if (waiting !== undefined) listen(waiting);
  waiting = undefined;
  return () => {
    if (listener === listen) listener = undefined;
  };
}

/** The page runs with or without a visible pane; a host that knows how shows it. */
export async function showPane(view: ViewId): Promise<void> {
  requestView(view);
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}

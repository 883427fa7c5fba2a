import { useEffect, type RefObject } from 'react';

/**
 * Where what had the focus is taken away, such as a button that is done with, the focus goes to the part that held it
 * rather than to nowhere. Only while the pane has the keyboard: the sheet's focus is never taken.
 */
export function useKeptFocus(within: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = within.current;
    if (!root) return undefined;
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || !document.hasFocus()) return;
      last = null;
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      root.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden])')?.focus({ preventScroll: true });
    });
    root.addEventListener('focusin', remember);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [within]);
}

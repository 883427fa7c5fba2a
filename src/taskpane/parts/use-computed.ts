import { useEffect, useState } from 'react';

export interface Computed<T> {
  /** The last result; undefined until there is one. */
  readonly value: T | undefined;
  /** A newer result is on its way. */
  readonly isStale: boolean;
}

/**
 * What a slow computation gives, after the pane has been painted: what changed shows first, its consequences follow.
 * @param compute must stay the same function for as long as its result holds; undefined where there is nothing to compute
 */
export function useComputed<T>(compute: (() => T | Promise<T>) | undefined): Computed<T> {
  const [result, setResult] = useState<{ readonly of: unknown; readonly value: T }>();
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    if (!compute) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      Promise.resolve()
        .then(compute)
        .then(
          (value) => {
            if (isCurrent) setResult({ of: compute, value });
          },
          (reason: unknown) => {
            if (isCurrent) setFault(reason);
          },
        );
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [compute]);
  // A fault of the model is shown by the boundary around the view, as one while drawing would be.
  if (fault !== undefined) throw fault;
  return { value: result?.value, isStale: result?.of !== compute };
}

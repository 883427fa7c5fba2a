import { useEffect, useState } from 'react';

/** Long enough that a number that is being typed is read once. */
const QUIET_MS = 200;

/** What a value is once it has been left alone for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

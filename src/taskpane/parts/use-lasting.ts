import { useEffect, useState } from 'react';

/** A step that is over sooner needs no progress; one that takes longer shows it and can be broken off. */
const PATIENCE_MS = 300;

/** True once something has lasted long enough for a person to ask what is going on. */
export function useLasting(isOn: boolean): boolean {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLasted(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [isOn]);
  return isOn && hasLasted;
}

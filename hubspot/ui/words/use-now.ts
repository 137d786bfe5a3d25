import { useEffect, useState } from 'react';

/**
 * The present instant, renewed as often as is asked for and no longer than the component is shown.
 *
 * @param everyMillis null where it need not be renewed
 */
export function useNow(everyMillis: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMillis === null) return;
    const renewing = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(renewing);
  }, [everyMillis]);
  return now;
}

import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { CloseGlyph } from '../parts/glyphs.tsx';

type Alert = { type?: string; message: string; title?: string };
type ShownAlert = Alert & { key: number };

export type AlertList = { shown: readonly ShownAlert[]; add(alert: Alert): void; remove(key: number): void };

const showMillis = 8_000;

/** The alerts that `addAlert` asked for. Those that say something is wrong stay until they are closed. */
export function useAlerts(): AlertList {
  const [shown, setShown] = useState<readonly ShownAlert[]>([]);
  const next = useRef(0);
  const remove = useCallback((key: number) => setShown((before) => before.filter((each) => each.key !== key)), []);
  const add = useCallback(
    (alert: Alert) => {
      const key = next.current++;
      setShown((before) => [...before, { ...alert, key }]);
      if (alert.type !== 'danger' && alert.type !== 'warning') setTimeout(() => remove(key), showMillis);
    },
    [remove],
  );
  return useMemo(() => ({ shown, add, remove }), [shown, add, remove]);
}

/** The region is there before the first alert comes: screen readers only follow regions they know. */
export function Alerts({ alerts }: { alerts: AlertList }): ReactNode {
  return (
    <div className="uih-toasts" role="status" aria-live="polite" aria-label="Alerts">
      {alerts.shown.map(({ key, type = 'info', title, message }) => (
        <div key={key} className={`uih-toast uih-toast-${knownType(type)}`}>
          <div className="uih-toast-words">
            {title === undefined || title === '' ? null : <strong>{title}</strong>}
            <span>{message}</span>
          </div>
          <button type="button" className="uih-icon-button" onClick={() => alerts.remove(key)}>
            <CloseGlyph />
            <span className="uih-hidden">Close alert</span>
          </button>
        </div>
      ))}
    </div>
  );
}

function knownType(type: string): string {
  return ['info', 'warning', 'success', 'danger', 'tip'].includes(type) ? type : 'info';
}

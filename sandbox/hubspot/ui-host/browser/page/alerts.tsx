import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { CloseGlyph } from '../parts/glyphs.tsx';

type Alert = { type?: string; message: string; title?: string };
type ShownAlert = Alert & { key: number };

export type AlertList = {
  readonly shown: readonly ShownAlert[];
  /** How many modal dialogs are open: below them nobody hears or closes an alert. */
  readonly modals: number;
  readonly add: (alert: Alert) => void;
  readonly remove: (key: number) => void;
  readonly countModal: (change: 1 | -1) => void;
};

export const AlertsContext = createContext<AlertList | null>(null);

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
  const [modals, setModals] = useState(0);
  const countModal = useCallback((change: 1 | -1) => setModals((before) => before + change), []);
  return useMemo(() => ({ shown, modals, add, remove, countModal }), [shown, modals, add, remove, countModal]);
}

/** The alerts of the page, wherever they can be heard. */
export function PageAlerts({ alerts }: { alerts: AlertList }): ReactNode {
  return alerts.modals > 0 ? null : <AlertRegion alerts={alerts} />;
}

/** The same alerts within a modal dialog, which makes everything else inert. */
export function ModalAlerts(): ReactNode {
  const alerts = useContext(AlertsContext);
  const countModal = alerts?.countModal;
  useEffect(() => {
    countModal?.(1);
    return () => countModal?.(-1);
  }, [countModal]);
  return alerts === null ? null : <AlertRegion alerts={alerts} />;
}

/** The region is there before the first alert comes: screen readers only follow regions they know. */
function AlertRegion({ alerts }: { alerts: AlertList }): ReactNode {
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

import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { RemoteRenderer } from '@remote-ui/react/host';
import type { FrameData } from '../../ports/ui-frame.ts';
import { controller } from '../components/registry.tsx';
import type { PageAction, PageLocation } from '../protocol.ts';
import { AlertsContext, PageAlerts, useAlerts } from './alerts.tsx';
import { askPort, connectExtension, type ExtensionLine } from './connect-extension.ts';
import { HostContext, type Host } from './host-context.ts';
import { hostState, listenToState, stateVersion } from './host-state.ts';
import { IframeModal, type IframeWish } from './iframe-modal.tsx';
import { Overlays } from './overlays.ts';
import { locationOf, readLocation, writeLocation } from './page-location.ts';
import { Problems } from './problems.tsx';
import { tellExtension } from './tell-extension.ts';

/** A frame: its title, what the extension draws, and what went wrong. */
export function HostFrame({ frame }: { frame: FrameData }): ReactNode {
  const alerts = useAlerts();
  const [iframe, setIframe] = useState<IframeWish | null>(null);
  const [line, setLine] = useState<ExtensionLine | null>(null);
  useSyncExternalStore(listenToState, stateVersion);

  const host = useMemo<Host>(() => {
    const overlays = new Overlays();
    const navigate = (page: PageLocation): void => {
      location.hash = writeLocation(page);
    };
    return { frame, overlays, navigate, askPort: (name, asked) => askPort(frame, name, asked) };
  }, [frame]);

  useEffect(() => {
    const act = (action: PageAction, onClose?: () => void): void | Promise<void> => {
      switch (action.name) {
        case 'addAlert':
          return alerts.add(action.alert);
        case 'reloadPage':
          return (window.parent ?? window).location.reload();
        case 'copyTextToClipboard':
          return navigator.clipboard.writeText(action.text);
        case 'closeOverlay':
          return host.overlays.close(action.id);
        case 'navigateToPage':
          return host.navigate(locationOf(action.to, action.params));
        case 'openIframeModal':
          return setIframe({ ...action, onClose: () => void tellExtension(onClose) });
        case 'refreshObjectProperties':
          return hostState.recordChanged();
      }
    };
    const here = (): PageLocation => readLocation(location.hash.length > 1 ? location.hash.slice(1) : frame.path);
    const opened = connectExtension(frame, here(), act);
    setLine(opened);
    hostState.recordChanged = () => opened.recordChanged();
    window.addEventListener('hashchange', () => opened.moveTo(here()));
    window.addEventListener('message', (event: MessageEvent<{ source?: unknown; kind?: unknown } | null>) => {
      const isOurs = event.origin === location.origin && event.data?.source === 'ui-host';
      if (isOurs && event.data?.kind === 'record-changed') opened.recordChanged();
    });
    // A frame has one extension for as long as it lives.
  }, []);

  const isCard = frame.location.startsWith('crm.') || frame.location === 'helpdesk.sidebar';
  const isLoading = hostState.state === 'loading';
  return (
    <HostContext.Provider value={host}>
      <AlertsContext.Provider value={alerts}>
        <main className={frame.isBare ? 'uih-frame' : `uih-frame uih-frame-${isCard ? 'card' : 'page'}`}>
          {frame.location === 'pages' ? null : (
            <header className={frame.isBare ? 'uih-hidden' : 'uih-frame-head'}>
              <h1 className="uih-frame-title">{frame.title}</h1>
              {frame.isBare ? null : <div id="uih-head-actions" />}
            </header>
          )}
          {frame.isBare && frame.location === 'home' ? <div id="uih-head-actions" /> : null}
          <div className="uih-extension" aria-busy={isLoading}>
            {isLoading ? <p className="uih-quiet">Loading…</p> : null}
            {line === null ? null : <RemoteRenderer controller={controller} receiver={line.receiver} />}
          </div>
          <Problems problems={hostState.problems} />
        </main>
        <PageAlerts alerts={alerts} />
        {iframe === null ? null : <IframeModal wish={iframe} onGone={() => setIframe(null)} />}
      </AlertsContext.Provider>
    </HostContext.Provider>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';
import { CloseGlyph } from '../parts/glyphs.tsx';
import { ModalAlerts } from './alerts.tsx';

export type IframeWish = {
  uri: string;
  height: number;
  width: number;
  title: string;
  flush: boolean;
  onClose: () => void;
};

/** What `openIframeModal` asks for. Which addresses it may show is the page's content policy. */
export function IframeModal({ wish, onGone }: { wish: IframeWish; onGone: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const isWeb = URL.canParse(wish.uri) && ['https:', 'http:'].includes(new URL(wish.uri).protocol);
  const title = wish.title === '' ? 'Embedded page' : wish.title;
  return (
    <dialog
      ref={dialog}
      className="uih-dialog uih-iframe-modal"
      aria-label={title}
      onClose={() => {
        wish.onClose();
        onGone();
      }}
    >
      <header className="uih-dialog-head">
        <h2>{title}</h2>
        <button type="button" className="uih-icon-button" onClick={() => dialog.current?.close()}>
          <CloseGlyph />
          <span className="uih-hidden">Close</span>
        </button>
      </header>
      {isWeb ? (
        <iframe
          src={wish.uri}
          title={title}
          width={wish.width}
          height={wish.height}
          sandbox="allow-forms allow-scripts allow-same-origin allow-popups"
        />
      ) : (
        <p>This address cannot be shown.</p>
      )}
      <ModalAlerts />
    </dialog>
  );
}

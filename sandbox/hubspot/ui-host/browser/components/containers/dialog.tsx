import {
  createContext,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import type { ModalProps } from '@hubspot/ui-extensions';
import { useHost } from '../../page/host-context.ts';
import { ModalAlerts } from '../../page/alerts.tsx';
import { panelInModal } from '../../page/host-problems.ts';
import { noteProblem } from '../../page/host-state.ts';
import type { Overlay, OverlayKind } from '../../page/overlays.ts';
import { tellExtension } from '../../page/tell-extension.ts';
import { isSaid } from '../../parts/field.tsx';
import { FormContext } from '../../parts/form-context.ts';
import { CloseGlyph } from '../../parts/glyphs.tsx';
import { ForgetTrigger, useOpenedBy, useTrigger } from '../../parts/overlay.tsx';
import { classes } from '../../parts/sizes.ts';

type DialogProps = Pick<ModalProps, 'id' | 'title' | 'onOpen' | 'onClose' | 'children'> & {
  kind: OverlayKind;
  label: string | undefined;
  look: string;
  isModal: boolean;
};

/** What a dialog tells the one around it. */
type Around = {
  /** It opens or is gone: what holds an open dialog stays in the page. */
  readonly count: (change: 1 | -1) => void;
  /** Gives the focus back to what opened the one around. */
  readonly focusBack: () => void;
};

const AroundContext = createContext<Around | null>(null);

/**
 * A dialog of the browser: it takes the focus, Escape closes it, and whoever had the focus gets it back. One that is not modal
 * leaves the rest of the page usable.
 */
export function Dialog({ kind, id, title, onOpen, onClose, children, label, look, isModal }: DialogProps): ReactNode {
  const { overlays } = useHost();
  const trigger = useTrigger();
  const around = useContext(AroundContext);
  const [isOpen, setOpen] = useState(false);
  const [within, setWithin] = useState(0);
  const [isAboveAll, setAboveAll] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const overlay = useMemo<Overlay>(() => {
    const open = (): void => {
      if (overlays.mayOpen(kind)) setOpen(true);
      else noteProblem(panelInModal(id));
    };
    return { kind, open, close: () => dialog.current?.close() };
  }, [overlays, kind, id]);
  const asAround = useMemo<Around>(() => {
    const focusBack = (): void => {
      trigger?.anchor.current?.focus();
      if (isFocusLost()) around?.focusBack();
    };
    return { count: (change) => setWithin((before) => before + change), focusBack };
  }, [trigger?.anchor, around]);
  useOpenedBy(trigger, overlay.open);
  useEffect(() => overlays.add(id, overlay), [overlays, id, overlay]);
  // In the same turn as the dialog opens: the one around it closes in the next.
  useLayoutEffect(() => {
    if (!isOpen) return;
    around?.count(1);
    return () => {
      overlays.noteClosed(overlay);
      around?.count(-1);
    };
  }, [isOpen, around, overlays, overlay]);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !isOpen || element.open) return;
    setAboveAll(isModal);
    if (isModal) element.showModal();
    else element.show();
    overlays.noteOpen(overlay);
    void tellExtension(onOpen);
  }, [isOpen, isModal, onOpen, overlays, overlay]);
  const closed = (): void => {
    setOpen(false);
    void tellExtension(onClose);
    // The button that had the focus may have gone with the dialog it was in.
    if (isFocusLost()) asAround.focusBack();
  };
  if (!isOpen && within === 0) return null;
  return createPortal(
    <dialog
      ref={dialog}
      className={classes('uih-dialog', look)}
      aria-label={isSaid(title) ? undefined : (label ?? 'Dialog')}
      aria-labelledby={isSaid(title) ? titleId : undefined}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && !event.defaultPrevented) dialog.current?.close();
      }}
      onClose={(event) => {
        event.stopPropagation();
        closed();
      }}
    >
      <header className="uih-dialog-head">
        {isSaid(title) ? <h2 id={titleId}>{title}</h2> : <span />}
        <button type="button" className="uih-icon-button" onClick={() => dialog.current?.close()}>
          <CloseGlyph />
          <span className="uih-hidden">Close</span>
        </button>
      </header>
      <div className="uih-dialog-content">
        <FormContext.Provider value={null}>
          <AroundContext.Provider value={asAround}>
            <ForgetTrigger>{children}</ForgetTrigger>
          </AroundContext.Provider>
        </FormContext.Provider>
      </div>
      {isAboveAll ? <ModalAlerts /> : null}
    </dialog>,
    document.body,
  );
}

/** Whether the focus is nowhere, or on something that went with its dialog. */
function isFocusLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.closest('dialog:not([open])') !== null;
}

import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ModalProps } from '@hubspot/ui-extensions';
import { useHost } from '../../page/host-context.ts';
import { ModalAlerts } from '../../page/alerts.tsx';
import { tellExtension } from '../../page/tell-extension.ts';
import { isSaid } from '../../parts/field.tsx';
import { FormContext } from '../../parts/form-context.ts';
import { CloseGlyph } from '../../parts/glyphs.tsx';
import { ForgetTrigger, useOpenedBy, useTrigger } from '../../parts/overlay.tsx';
import { classes } from '../../parts/sizes.ts';

type DialogProps = Pick<ModalProps, 'id' | 'title' | 'onOpen' | 'onClose' | 'children'> & {
  label: string | undefined;
  look: string;
  isModal: boolean;
};

/**
 * A dialog of the browser: it takes the focus, Escape closes it, and whoever had the focus gets it back. One that is not modal
 * leaves the rest of the page usable.
 */
export function Dialog({ id, title, onOpen, onClose, children, label, look, isModal }: DialogProps): ReactNode {
  const { overlays } = useHost();
  const trigger = useTrigger();
  const [isOpen, setOpen] = useState(false);
  const [isAboveAll, setAboveAll] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useOpenedBy(trigger, () => setOpen(true));
  useEffect(
    () => overlays.add(id, { open: () => setOpen(true), close: () => dialog.current?.close() }),
    [overlays, id],
  );
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !isOpen || element.open) return;
    // Below an open modal nothing can be used, so what opens from there is modal too.
    const hasToBeModal = isModal || document.querySelector('dialog:modal') !== null;
    setAboveAll(hasToBeModal);
    if (hasToBeModal) element.showModal();
    else element.show();
    void tellExtension(onOpen);
  }, [isOpen, isModal, onOpen]);
  if (!isOpen) return null;
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
        setOpen(false);
        void tellExtension(onClose);
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
          <ForgetTrigger>{children}</ForgetTrigger>
        </FormContext.Provider>
      </div>
      {isAboveAll ? <ModalAlerts /> : null}
    </dialog>,
    document.body,
  );
}

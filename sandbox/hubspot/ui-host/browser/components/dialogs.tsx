import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
  TooltipProps,
} from '@hubspot/ui-extensions';
import { Bubble, useNearness } from '../parts/bubble.tsx';
import { isSaid } from '../parts/field.tsx';
import { FormContext } from '../parts/form-context.ts';
import { CloseGlyph } from '../parts/glyphs.tsx';
import { ForgetTrigger, useOpenedBy, useTrigger } from '../parts/overlay.tsx';
import { classes, sizeOf } from '../parts/sizes.ts';
import { useHost } from '../page/host-context.ts';
import { tellExtension } from '../page/tell-extension.ts';

type DialogProps = Pick<ModalProps, 'id' | 'title' | 'onOpen' | 'onClose' | 'children'> & {
  label: string | undefined;
  look: string;
  isModal: boolean;
};

export function Modal(props: ModalProps): ReactNode {
  const { width, variant } = props;
  return (
    <Dialog
      {...props}
      label={props['aria-label']}
      look={classes('uih-modal', `uih-modal-${sizeOf(width, 'sm')}`, variant === 'danger' && 'uih-modal-danger')}
      isModal
    />
  );
}

export function Panel(props: PanelProps): ReactNode {
  const { width, variant } = props;
  return (
    <Dialog
      {...props}
      label={props['aria-label']}
      look={classes('uih-panel', `uih-panel-${sizeOf(width, 'sm')}`)}
      isModal={variant === 'modal'}
    />
  );
}

/**
 * A dialog of the browser: it takes the focus, Escape closes it, and whoever had the focus gets it back. One that is not modal
 * leaves the rest of the page usable.
 */
function Dialog({ id, title, onOpen, onClose, children, label, look, isModal }: DialogProps): ReactNode {
  const { overlays } = useHost();
  const trigger = useTrigger();
  const [isOpen, setOpen] = useState(false);
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
    if (isModal || document.querySelector('dialog:modal') !== null) element.showModal();
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
    </dialog>,
    document.body,
  );
}

export function ModalBody({ children }: ModalBodyProps): ReactNode {
  return <div className="uih-dialog-body">{children}</div>;
}

export function ModalFooter({ children }: ModalFooterProps): ReactNode {
  return <div className="uih-dialog-foot">{children}</div>;
}

export function PanelBody({ children }: PanelBodyProps): ReactNode {
  return <div className="uih-dialog-body">{children}</div>;
}

export function PanelSection({ flush = false, children }: PanelSectionProps): ReactNode {
  return <section className={classes('uih-panel-section', flush && 'uih-panel-section-flush')}>{children}</section>;
}

export function PanelFooter({ children }: PanelFooterProps): ReactNode {
  return <div className="uih-dialog-foot">{children}</div>;
}

/** In an `overlay` prop: what describes the component that has the prop. Elsewhere it is just its words. */
export function Tooltip({ placement = 'top', children }: TooltipProps): ReactNode {
  const trigger = useTrigger();
  const id = useId();
  const setDescription = trigger?.setDescription;
  const nobody = useRef<HTMLElement>(null);
  const near = useNearness();
  useEffect(() => {
    setDescription?.(id);
    return () => setDescription?.(null);
  }, [setDescription, id]);
  if (trigger === null) return <span>{children}</span>;
  return (
    <Bubble id={id} anchor={trigger.anchor ?? nobody} near={trigger.near ?? near} placement={placement}>
      {children}
    </Bubble>
  );
}

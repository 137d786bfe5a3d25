import type { ReactNode } from 'react';
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { classes, sizeOf } from '../../parts/sizes.ts';
import { Dialog } from './dialog.tsx';

export function Modal(props: ModalProps): ReactNode {
  const { width, variant } = props;
  return (
    <Dialog
      {...props}
      kind="modal"
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
      kind="panel"
      label={props['aria-label']}
      look={classes('uih-panel', `uih-panel-${sizeOf(width, 'sm')}`)}
      isModal={variant === 'modal'}
    />
  );
}

export function ModalBody({ children }: ModalBodyProps): ReactNode {
  return <div className="uih-dialog-body">{children}</div>;
}

export function ModalFooter({ children }: ModalFooterProps): ReactNode {
  return <div className="uih-dialog-foot">{children}</div>;
}

export function PanelBody({ children }: PanelBodyProps): ReactNode {
  return <div className="uih-dialog-body uih-panel-body">{children}</div>;
}

export function PanelSection({ flush = false, children }: PanelSectionProps): ReactNode {
  return <section className={classes('uih-panel-section', flush && 'uih-panel-section-flush')}>{children}</section>;
}

export function PanelFooter({ children }: PanelFooterProps): ReactNode {
  return <div className="uih-dialog-foot">{children}</div>;
}

import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { HeaderActionButtonProps } from '@hubspot/ui-extensions';
import { Button } from '../actions/button.tsx';

/** The actions of an app's home: they stand in the head of the page, not where the extension draws. */
export function HeaderActions({ children }: { children?: ReactNode }): ReactNode {
  const head = document.getElementById('uih-head-actions');
  return head === null ? <div className="uih-button-row">{children}</div> : createPortal(children, head);
}

export function PrimaryHeaderActionButton(props: HeaderActionButtonProps): ReactNode {
  return <Button {...props} variant="primary" />;
}

export function SecondaryHeaderActionButton(props: HeaderActionButtonProps): ReactNode {
  return <Button {...props} variant="secondary" />;
}

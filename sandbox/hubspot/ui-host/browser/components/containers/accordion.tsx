import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import type { AccordionProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { classes, sizeOf } from '../../parts/sizes.ts';

export function Accordion(props: AccordionProps): ReactNode {
  const { title, open, defaultOpen = false, disabled = false, size, onClick, children } = props;
  const [isOpen, setOpen] = useState(open ?? defaultOpen);
  useEffect(() => {
    if (open !== undefined) setOpen(open);
  }, [open]);
  const click = (event: MouseEvent): void => {
    event.preventDefault();
    if (disabled) return;
    // Where the extension holds the state, its answer opens and closes.
    if (open === undefined) setOpen(!isOpen);
    void tellExtension(onClick);
  };
  return (
    <details className={classes('uih-accordion', `uih-accordion-${sizeOf(size, 'sm')}`)} open={isOpen}>
      <summary aria-disabled={disabled ? true : undefined} onClick={click}>
        {title}
      </summary>
      <div className="uih-accordion-body">{children}</div>
    </details>
  );
}

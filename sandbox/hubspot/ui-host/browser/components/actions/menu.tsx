import { createContext, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { DownGlyph } from '../../parts/glyphs.tsx';
import { classes } from '../../parts/sizes.ts';
import { usePopover } from '../../parts/use-popover.ts';

export const CloseMenu = createContext<() => void>(() => undefined);

export function Menu(props: {
  label: string;
  look: string;
  disabled: boolean;
  /** A menu has items; a group holds buttons that keep being buttons. */
  role: 'menu' | 'group';
  children: ReactNode;
}): ReactNode {
  const { label, look, disabled, role, children } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  usePopover(popover, anchor, isOpen, 'bottom');
  const items = (): HTMLElement[] => [...(popover.current?.querySelectorAll<HTMLElement>('button, a[href]') ?? [])];
  const close = (): void => {
    setOpen(false);
    anchor.current?.focus();
  };
  const openAt = (index: number): void => {
    setOpen(true);
    requestAnimationFrame(() => items().at(index)?.focus());
  };
  const move = (event: KeyboardEvent): void => {
    if (!popover.current!.contains(event.target as Node)) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      return close();
    }
    if (event.key === 'Tab' && role === 'menu') return setOpen(false);
    const index = next[event.key];
    if (index === undefined) return;
    event.preventDefault();
    all[index]?.focus();
  };
  return (
    <div
      className="uih-menu-root"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={anchor}
        type="button"
        className={classes('uih-button', look)}
        disabled={disabled}
        aria-haspopup={role === 'menu' ? 'menu' : 'true'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? setOpen(false) : openAt(0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          openAt(event.key === 'ArrowDown' ? 0 : -1);
        }}
      >
        <span className="uih-button-words">{label}</span>
        <DownGlyph />
      </button>
      <div
        ref={popover}
        id={id}
        role={role}
        aria-label={label}
        popover="manual"
        data-align="start"
        className="uih-menu"
        onKeyDown={move}
      >
        <CloseMenu.Provider value={close}>{children}</CloseMenu.Provider>
      </div>
    </div>
  );
}

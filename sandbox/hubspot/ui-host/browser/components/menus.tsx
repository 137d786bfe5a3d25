import { createContext, useContext, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ButtonRowProps, DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { toldEvent, useReactions } from '../parts/extension-event.ts';
import { DownGlyph } from '../parts/glyphs.tsx';
import { useOverlay } from '../parts/overlay.tsx';
import { classes, sizeOf, variantOf } from '../parts/sizes.ts';
import { useHiddenFrom } from '../parts/use-hidden-from.ts';
import { usePopover } from '../parts/use-popover.ts';
import { tellExtension } from '../page/tell-extension.ts';

const variants = ['primary', 'secondary', 'transparent'] as const;

const CloseMenu = createContext<() => void>(() => undefined);

/** A button with a menu: arrow keys move within it, Escape closes it and gives the focus back. */
export function Dropdown(props: DropdownProps): ReactNode {
  const { variant, buttonText = 'More', buttonSize, disabled = false, options = [] } = props;
  return (
    <Menu
      label={buttonText === '' ? 'More' : buttonText}
      look={classes(
        `uih-button-${variantOf(variant, variants, 'secondary')}`,
        `uih-button-${sizeOf(buttonSize, 'md')}`,
      )}
      disabled={disabled}
      role="menu"
    >
      {options.map(({ label, onClick }, index) => (
        <MenuItem key={index} onChoose={() => void tellExtension(onClick)}>
          {label}
        </MenuItem>
      ))}
      {props.children}
    </Menu>
  );
}

/** One action of a menu. */
export function DropdownButtonItem(props: DropdownButtonItemProps): ReactNode {
  const { anchor, anchorProps, open, element } = useOverlay<HTMLButtonElement>(props.overlay);
  const reactions = useReactions();
  const close = useContext(CloseMenu);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        role="menuitem"
        tabIndex={-1}
        className="uih-menu-item"
        onClick={(event) => {
          close();
          void tellExtension(props.onClick, toldEvent(event), reactions);
          open();
        }}
        {...anchorProps}
      >
        {props.children}
      </button>
      {element}
    </>
  );
}

/** Buttons side by side; those that do not fit go into a menu. */
export function ButtonRow(props: ButtonRowProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  const { size, text = 'More', variant } = props.dropDownButtonOptions ?? {};
  const hidden = useHiddenFrom(row, props.children);
  return (
    <div className="uih-button-row">
      <div ref={row} className="uih-button-row-items">
        {hidden.shown}
      </div>
      {hidden.rest.length === 0 ? null : (
        <Menu
          label={text === '' ? 'More' : text}
          look={classes(`uih-button-${variantOf(variant, variants, 'secondary')}`, `uih-button-${sizeOf(size, 'md')}`)}
          disabled={props.disableDropdown === true}
          role="group"
        >
          {hidden.rest}
        </Menu>
      )}
    </div>
  );
}

function MenuItem({ onChoose, children }: { onChoose: () => void; children: ReactNode }): ReactNode {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="uih-menu-item"
      onClick={() => {
        close();
        onChoose();
      }}
    >
      {children}
    </button>
  );
}

function Menu(props: {
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
    if (event.key === 'Tab') return setOpen(false);
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

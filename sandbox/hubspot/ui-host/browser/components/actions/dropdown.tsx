import { useContext, type ReactNode } from 'react';
import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { useOverlay } from '../../parts/overlay.tsx';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { menuVariants } from './variants.ts';
import { CloseMenu, Menu } from './menu.tsx';

/** A button with a menu: arrow keys move within it, Escape closes it and gives the focus back. */
export function Dropdown(props: DropdownProps): ReactNode {
  const { variant, buttonText = 'More', buttonSize, disabled = false, options = [] } = props;
  return (
    <Menu
      label={buttonText === '' ? 'More' : buttonText}
      look={classes(
        `uih-button-${variantOf(variant, menuVariants, 'secondary')}`,
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

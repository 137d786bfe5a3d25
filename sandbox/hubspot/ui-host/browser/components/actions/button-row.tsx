import { useRef, type ReactNode } from 'react';
import type { ButtonRowProps } from '@hubspot/ui-extensions';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { useHiddenFrom } from '../../parts/use-hidden-from.ts';
import { menuVariants } from './variants.ts';
import { Menu } from './menu.tsx';

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
          look={classes(
            `uih-button-${variantOf(variant, menuVariants, 'secondary')}`,
            `uih-button-${sizeOf(size, 'md')}`,
          )}
          disabled={props.disableDropdown === true}
          role="group"
        >
          {hidden.rest}
        </Menu>
      )}
    </div>
  );
}

import type { MouseEvent, ReactNode } from 'react';
import type { LinkProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { useOverlay } from '../../parts/overlay.tsx';
import { anchorAttributes, readLink } from '../../parts/read-link.ts';
import { classes, variantOf } from '../../parts/sizes.ts';
import { External } from './button.tsx';

export function Link(props: LinkProps): ReactNode {
  const { href, variant, onClick, preventDefault = false, overlay, children } = props;
  const { anchor, anchorProps, open, element } = useOverlay<HTMLElement>(overlay);
  const reactions = useReactions();
  const target = readLink(href);
  const click = (event: MouseEvent): void => {
    if (preventDefault) event.preventDefault();
    void tellExtension(onClick, toldEvent(event), reactions);
    open();
  };
  const look = classes(
    'uih-link',
    `uih-link-${variantOf(variant, ['primary', 'destructive', 'light', 'dark'], 'primary')}`,
  );
  if (target === null) {
    // Without a target it is an action, if it is anything.
    return (
      <>
        <button ref={anchor as never} type="button" className={look} onClick={click} {...anchorProps}>
          {children}
        </button>
        {element}
      </>
    );
  }
  return (
    <>
      <a ref={anchor as never} className={look} onClick={click} {...anchorAttributes(target)} {...anchorProps}>
        {children}
        {target.isExternal ? <External /> : null}
      </a>
      {element}
    </>
  );
}

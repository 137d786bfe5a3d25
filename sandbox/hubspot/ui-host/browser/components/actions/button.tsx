import { useRef, type MouseEvent, type ReactNode } from 'react';
import type { ButtonProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { OutGlyph } from '../../parts/glyphs.tsx';
import { useOverlay } from '../../parts/overlay.tsx';
import { anchorAttributes, readLink } from '../../parts/read-link.ts';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { buttonVariants } from './variants.ts';

/** A button, or a link that looks like one where it has an `href`. */
export function Button(props: ButtonProps): ReactNode {
  const { overlay, variant, size, type = 'button', disabled = false, truncate = false, onClick, href } = props;
  const { anchor, anchorProps, open, element } = useOverlay<HTMLElement>(overlay);
  const reactions = useReactions();
  const target = readLink(href);
  const words = useRef<HTMLSpanElement>(null);
  const click = (event: MouseEvent): void => {
    void tellExtension(onClick, toldEvent(event), reactions);
    open();
  };
  const look = {
    className: classes(
      'uih-button',
      `uih-button-${variantOf(variant, buttonVariants, 'secondary')}`,
      `uih-button-${sizeOf(size, 'md')}`,
      truncate && 'uih-button-truncated',
    ),
    onClick: click,
    onMouseEnter: () => {
      if (truncate && words.current !== null) words.current.title = words.current.textContent;
    },
    ...anchorProps,
  };
  const content = (
    <span ref={words} className="uih-button-words">
      {props.children}
    </span>
  );
  if (target !== null && !disabled) {
    return (
      <>
        <a ref={anchor as never} {...look} {...anchorAttributes(target)}>
          {content}
          {target.isExternal ? <External /> : null}
        </a>
        {element}
      </>
    );
  }
  return (
    <>
      <button ref={anchor as never} {...look} type={type} disabled={disabled}>
        {content}
      </button>
      {element}
    </>
  );
}

/** Says of a link that it opens elsewhere. */
export function External(): ReactNode {
  return (
    <span className="uih-external">
      <OutGlyph />
      <span className="uih-hidden"> (opens in a new tab)</span>
    </span>
  );
}

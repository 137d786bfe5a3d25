import { Children, useRef, type MouseEvent, type ReactNode } from 'react';
import type {
  DescriptionListItemProps,
  DescriptionListProps,
  DividerProps,
  HeadingProps,
  LinkProps,
  ListProps,
  SpacerProps,
  TextProps,
} from '@hubspot/ui-extensions';
import { toldEvent, useReactions } from '../parts/extension-event.ts';
import { useOverlay } from '../parts/overlay.tsx';
import { anchorAttributes, readLink } from '../parts/read-link.ts';
import { classes, sizeOf, variantOf } from '../parts/sizes.ts';
import { tellExtension } from '../page/tell-extension.ts';
import { External } from './buttons.tsx';

export function Text(props: TextProps): ReactNode {
  const { variant, inline = false, format = {}, truncate = false } = props;
  const words = useRef<HTMLElement>(null);
  const options = typeof truncate === 'object' ? truncate : {};
  const isTruncated = truncate !== false;
  const look = {
    className: classes(
      'uih-text',
      variant === 'microcopy' && 'uih-text-microcopy',
      format.fontWeight === 'bold' && 'uih-text-bold',
      format.fontWeight === 'demibold' && 'uih-text-demibold',
      format.italic === true && 'uih-text-italic',
      format.lineDecoration === 'underline' && 'uih-text-underline',
      format.lineDecoration === 'strikethrough' && 'uih-text-strikethrough',
      format.textTransform !== undefined && `uih-text-${format.textTransform}`,
      isTruncated && 'uih-text-truncated',
    ),
    style: options.maxWidth === undefined ? {} : { maxWidth: options.maxWidth },
    onMouseEnter: () => {
      if (isTruncated && words.current !== null) words.current.title = options.tooltipText ?? words.current.textContent;
    },
  };
  return inline ? (
    <span ref={words} {...look}>
      {props.children}
    </span>
  ) : (
    // Not a paragraph: extensions put tags, links and other text into it.
    <div ref={words as never} {...look}>
      {props.children}
    </div>
  );
}

export function Heading({ inline = false, children }: HeadingProps): ReactNode {
  return <h2 className={classes('uih-heading', inline && 'uih-heading-inline')}>{children}</h2>;
}

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

export function List({ variant = 'unordered', children }: ListProps): ReactNode {
  const items = Children.toArray(children).map((child, index) => <li key={index}>{child}</li>);
  const look = `uih-list uih-list-${variant}`;
  return variant.startsWith('ordered') ? <ol className={look}>{items}</ol> : <ul className={look}>{items}</ul>;
}

export function DescriptionList({ direction = 'column', children }: DescriptionListProps): ReactNode {
  return <dl className={`uih-descriptions uih-descriptions-${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps): ReactNode {
  return (
    <div className="uih-description-item">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Divider({ size, distance }: DividerProps): ReactNode {
  return <hr className={`uih-divider uih-divider-${sizeOf(size ?? distance, 'sm')}`} />;
}

export function Spacer({ size }: SpacerProps): ReactNode {
  return <div className={`uih-spacer uih-spacer-${sizeOf(size, 'sm')}`} aria-hidden="true" />;
}

import { useRef, type ReactNode } from 'react';
import type { DividerProps, HeadingProps, SpacerProps, TextProps } from '@hubspot/ui-extensions';
import { classes, sizeOf } from '../../parts/sizes.ts';

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

export function Divider({ size, distance }: DividerProps): ReactNode {
  return <hr className={`uih-divider uih-divider-${sizeOf(size ?? distance, 'sm')}`} />;
}

export function Spacer({ size }: SpacerProps): ReactNode {
  return <div className={`uih-spacer uih-spacer-${sizeOf(size, 'sm')}`} aria-hidden="true" />;
}

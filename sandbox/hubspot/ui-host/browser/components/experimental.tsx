import { useState, type ReactNode } from 'react';
import { classes, sizeOf } from '../parts/sizes.ts';
import { distance } from './layout/spacing.ts';
import { Unknown } from './unknown.tsx';

const heights: Readonly<Record<string, number>> = { sm: 200, md: 400, lg: 600 };

export function Iframe({ src, height }: { src: string; height?: string }): ReactNode {
  const isWeb = URL.canParse(src) && new URL(src).protocol === 'https:';
  if (!isWeb) return <Unknown name={`Iframe of "${String(src).slice(0, 100)}"`} />;
  return (
    <iframe
      className="uih-iframe"
      src={src}
      title={new URL(src).hostname}
      height={heights[sizeOf(height, 'md')]}
      sandbox="allow-forms allow-scripts allow-same-origin allow-popups"
    />
  );
}

export function MediaObject(props: {
  itemLeft?: ReactNode;
  itemRight?: ReactNode;
  children?: ReactNode;
  spacing?: string;
}): ReactNode {
  return (
    <div className="uih-media" style={{ gap: distance(props.spacing, 'sm') }}>
      {props.itemLeft === undefined ? null : <div>{props.itemLeft}</div>}
      <div className="uih-media-body">{props.children}</div>
      {props.itemRight === undefined ? null : <div>{props.itemRight}</div>}
    </div>
  );
}

export function Center({ children }: { children?: ReactNode }): ReactNode {
  return <div className="uih-center">{children}</div>;
}

export function ExpandableText(props: {
  children?: ReactNode;
  maxHeight?: number;
  expandButtonText?: string;
  collapseButtonText?: string;
  expanded?: boolean;
}): ReactNode {
  const [isOpen, setOpen] = useState(props.expanded ?? false);
  return (
    <div className={classes('uih-expandable', isOpen && 'uih-expandable-open')}>
      <div className="uih-expandable-body" style={isOpen ? {} : { maxHeight: props.maxHeight ?? 100 }}>
        {props.children}
      </div>
      <button
        type="button"
        className="uih-link uih-link-primary"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? (props.collapseButtonText ?? 'Show less') : (props.expandButtonText ?? 'Show more')}
      </button>
    </div>
  );
}

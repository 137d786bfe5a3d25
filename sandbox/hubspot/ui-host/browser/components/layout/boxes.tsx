import type { ReactNode } from 'react';
import type { AutoGridProps, BoxProps, CardProps, InlineProps, TileProps } from '@hubspot/ui-extensions';
import { classes } from '../../parts/sizes.ts';
import { distance, sides, spacingStyle, type Spacing } from './spacing.ts';

// What holds words shrinks before buttons and tags do: see .uih-flex-row.
const growths: Readonly<Record<string, string>> = { initial: '0 100 auto', auto: '1 100 auto', none: '0 0 auto' };

export function Box(props: BoxProps & Spacing): ReactNode {
  const { flex = 'auto', alignSelf = 'auto' } = props;
  return (
    <div
      className="uih-box"
      style={{
        flex: typeof flex === 'number' ? `${flex} 100 0%` : (growths[flex] ?? growths['auto']),
        alignSelf: alignSelf === 'auto' ? 'auto' : sides[alignSelf],
        ...spacingStyle(props),
      }}
    >
      {props.children}
    </div>
  );
}

/** Side by side like words of a line: what does not fit goes into the next. */
export function Inline(props: InlineProps & Spacing): ReactNode {
  const { justify = 'start', align = 'stretch', gap } = props;
  return (
    <div
      className="uih-inline"
      style={{ justifyContent: sides[justify], alignItems: sides[align], gap: distance(gap), ...spacingStyle(props) }}
    >
      {props.children}
    </div>
  );
}

export function AutoGrid(props: AutoGridProps & Spacing): ReactNode {
  const { columnWidth, flexible = false, gap } = props;
  const width = `min(${Number(columnWidth)}px, 100%)`;
  return (
    <div
      className="uih-auto-grid"
      style={{
        gridTemplateColumns: flexible ? `repeat(auto-fit, minmax(${width}, 1fr))` : `repeat(auto-fill, ${width})`,
        gap: distance(gap),
        ...spacingStyle(props),
      }}
    >
      {props.children}
    </div>
  );
}

export function Tile({ compact = false, flush = false, children }: TileProps): ReactNode {
  return (
    <div className={classes('uih-tile', compact && 'uih-tile-compact', flush && 'uih-tile-flush')}>{children}</div>
  );
}

export function Card({ children }: CardProps): ReactNode {
  return <div className="uih-card">{children}</div>;
}

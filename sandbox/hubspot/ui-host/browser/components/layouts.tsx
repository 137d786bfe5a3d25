import type { CSSProperties, ReactNode } from 'react';
import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  FlexProps,
  InlineProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { classes, sizeOf } from '../parts/sizes.ts';

/** Space that the experimental variants of the layouts and inputs accept. */
export type Spacing = Partial<
  Record<
    'padding' | 'paddingInline' | 'paddingBlock' | 'marginTop' | 'marginBottom' | 'marginLeft' | 'marginRight',
    string
  >
>;

const sides: Readonly<Record<string, CSSProperties['justifyContent']>> = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  around: 'space-around',
  between: 'space-between',
  baseline: 'baseline',
  stretch: 'stretch',
};

/** The distance as the style sheet has it. */
export function distance(size: string | undefined, fallback: 'flush' | 'sm' = 'flush'): string {
  return `var(--uih-space-${sizeOf(size, fallback)})`;
}

export function spacingStyle(spacing: Spacing): CSSProperties {
  const style: Record<string, string> = {};
  const { padding, paddingInline, paddingBlock, ...margins } = spacing;
  if (padding !== undefined) style['padding'] = distance(padding);
  if (padding === undefined && paddingInline !== undefined) style['paddingInline'] = distance(paddingInline);
  if (padding === undefined && paddingBlock !== undefined) style['paddingBlock'] = distance(paddingBlock);
  for (const side of ['marginTop', 'marginBottom', 'marginLeft', 'marginRight'] as const) {
    if (margins[side] !== undefined) style[side] = distance(margins[side]);
  }
  return style;
}

export function Flex(props: FlexProps & Spacing): ReactNode {
  const { direction = 'row', justify = 'start', align = 'stretch', alignSelf, wrap = 'nowrap', gap } = props;
  return (
    <div
      className={classes('uih-flex', direction === 'row' ? 'uih-flex-row' : 'uih-flex-column')}
      style={{
        flexDirection: direction,
        justifyContent: sides[justify],
        alignItems: sides[align],
        alignSelf: alignSelf === undefined ? undefined : sides[alignSelf],
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
        gap: distance(gap),
        ...spacingStyle(props),
      }}
    >
      {props.children}
    </div>
  );
}

/** The predecessor of Flex. */
export function Stack(props: StackProps): ReactNode {
  const { direction = 'column', justify = 'start', align = 'stretch', width, distance: gap } = props;
  return (
    <div
      className={classes('uih-flex', direction === 'row' ? 'uih-flex-row' : 'uih-flex-column')}
      style={{
        flexDirection: direction,
        justifyContent: sides[justify],
        alignItems: sides[align],
        width: width === '100%' ? '100%' : undefined,
        gap: distance(gap, 'sm'),
      }}
    >
      {props.children}
    </div>
  );
}

const growths: Readonly<Record<string, string>> = { initial: '0 1 auto', auto: '1 1 auto', none: '0 0 auto' };

export function Box(props: BoxProps & Spacing): ReactNode {
  const { flex = 'auto', alignSelf = 'auto' } = props;
  return (
    <div
      className="uih-box"
      style={{
        flex: typeof flex === 'number' ? `${flex} ${flex} 0%` : (growths[flex] ?? growths['auto']),
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

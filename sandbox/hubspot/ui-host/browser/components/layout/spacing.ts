import type { CSSProperties } from 'react';
import { sizeOf } from '../../parts/sizes.ts';

/** Space that the experimental variants of the layouts and inputs accept. */
export type Spacing = Partial<
  Record<
    'padding' | 'paddingInline' | 'paddingBlock' | 'marginTop' | 'marginBottom' | 'marginLeft' | 'marginRight',
    string
  >
>;

export const sides: Readonly<Record<string, CSSProperties['justifyContent']>> = {
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

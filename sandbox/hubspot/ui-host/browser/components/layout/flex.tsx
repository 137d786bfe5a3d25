import { useRef, type ReactNode } from 'react';
import type { FlexProps, StackProps } from '@hubspot/ui-extensions';
import { useTightRow } from '../../parts/use-tight-row.ts';
import { distance, sides, spacingStyle, type Spacing } from './spacing.ts';

export function Flex(props: FlexProps & Spacing): ReactNode {
  const { direction = 'row', justify = 'start', align = 'stretch', alignSelf, wrap = 'nowrap', gap } = props;
  const row = useRef<HTMLDivElement>(null);
  useTightRow(row, direction === 'row', props.children);
  return (
    <div
      ref={row}
      className={direction === 'row' ? 'uih-flex uih-flex-row' : 'uih-flex'}
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
  const row = useRef<HTMLDivElement>(null);
  useTightRow(row, direction === 'row', props.children);
  return (
    <div
      ref={row}
      className={direction === 'row' ? 'uih-flex uih-flex-row' : 'uih-flex'}
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

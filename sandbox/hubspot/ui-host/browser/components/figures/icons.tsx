import type { ReactNode } from 'react';
import type { IconProps } from '@hubspot/ui-extensions';
import { Glyph } from '../../parts/glyphs.tsx';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { iconShapes } from './icon-shapes.ts';

const pixels: Readonly<Record<string, number>> = { sm: 12, md: 16, lg: 24 };

export function Icon({ name, color, size, screenReaderText }: IconProps): ReactNode {
  const look = variantOf(color, ['alert', 'warning', 'success', 'inherit'], 'inherit');
  return (
    <span className={classes('uih-icon', `uih-icon-${look}`)}>
      <IconShape name={name} size={pixels[sizeOf(size, 'md')] ?? 16} />
      {screenReaderText === undefined || screenReaderText === '' ? null : (
        <span className="uih-hidden">{screenReaderText}</span>
      )}
    </span>
  );
}

/** The shape of an icon's name; a name without a shape of its own is a ring, so that it is seen. */
export function IconShape({ name, size }: { name: string; size: number }): ReactNode {
  return <Glyph d={iconShapes[name] ?? iconShapes['circleHollow']!} size={size} isFilled={name === 'circleFilled'} />;
}

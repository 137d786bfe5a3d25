import type { ReactNode } from 'react';

/** A line drawing of 16 by 16; decoration only, so nobody reads it out. */
export function Glyph({ d, size = 16, isFilled = false }: { d: string; size?: number; isFilled?: boolean }): ReactNode {
  return (
    <svg className="uih-glyph" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d={d}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke={isFilled ? 'none' : 'currentColor'}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const CloseGlyph = (): ReactNode => <Glyph d="M4 4l8 8M12 4l-8 8" />;
export const DownGlyph = (): ReactNode => <Glyph d="M4 6l4 4 4-4" size={12} />;
export const OutGlyph = (): ReactNode => <Glyph d="M6 3H3v10h10v-3M9 3h4v4M13 3L7 9" size={12} />;
export const UpArrow = (): ReactNode => <Glyph d="M8 13V3M4 7l4-4 4 4" size={12} />;
export const DownArrow = (): ReactNode => <Glyph d="M8 3v10M4 9l4 4 4-4" size={12} />;

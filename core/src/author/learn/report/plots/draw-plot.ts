import { html, type Html } from '../../../report/html.ts';

/** What a picture is called and what it says, for those who do not see it. */
export type PlotWords = {
  /** Differs from every other id of the page. */
  id: string;
  title: string;
  description: string;
};

/** Size in pixels. With `isFluid` the picture takes the width that it gets and keeps its height, and x is given in per cent. */
export type PlotSize = { width: number; height: number; isFluid: boolean };

/**
 * Colours of a plot that stands alone, which are seen on light and on dark paper; text, axes and tracks take the colour of the text
 * around them. A style sheet that knows the classes wins over these attributes.
 */
export const plotColours = { fill: '#2f8a66', less: '#cf4a3d' } as const;

/** An SVG that needs no style sheet and no script. */
export function drawPlot({ id, title, description }: PlotWords, size: PlotSize, content: Html): Html {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="plot"
    role="img"
    width="${size.isFluid ? '100%' : size.width}"
    height="${size.height}"
    ${size.isFluid ? '' : html`viewBox="0 0 ${size.width} ${size.height}"`}
    font-size="12"
    font-family="system-ui, sans-serif"
    fill="currentColor"
    aria-labelledby="${id}-title ${id}-description"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}</desc>
    ${content}
  </svg>`;
}

/** A number as an attribute takes it, without a tail of decimals. */
export function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

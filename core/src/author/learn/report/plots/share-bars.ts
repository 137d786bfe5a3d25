import { html, type Html } from '../../../report/html.ts';
import { isFigure } from '../words.ts';
import { drawPlot, plotColours, rounded, type PlotWords } from './draw-plot.ts';

/** One bar: a share of 0 to 1, where it lies with 95 % confidence, and a mark beside it to compare with. */
export type ShareBar = {
  label: string;
  words: string;
  share: number;
  interval: { low: number; high: number } | null;
  mark: number | null;
};

const rowHeight = 50;
const barTop = 22;
const barHeight = 14;
const barMiddle = barTop + barHeight / 2;

/**
 * Shares as bars under their words, which stay readable at every width.
 *
 * @param whole the share that takes the full width
 */
export function shareBars(words: PlotWords, bars: readonly ShareBar[], whole: number): Html {
  const across = (share: number): string => `${rounded((Math.min(whole, share) / whole) * 100)}%`;
  const size = { width: 320, height: bars.length * rowHeight, isFluid: true };
  return drawPlot(
    words,
    size,
    html`${bars.map(
      (bar, row) =>
        html`<g transform="translate(0 ${row * rowHeight})">
          <text class="plot-label" x="0" y="14">${bar.label}</text>
          <text class="plot-label end" x="100%" y="14" text-anchor="end">${bar.words}</text>
          <rect
            class="bar-track"
            fill="currentColor"
            fill-opacity="0.14"
            y="${barTop}"
            width="100%"
            height="${barHeight}"
            rx="3"
          />
          ${
            isFigure(bar.share)
              ? html`<rect
                  class="bar-fill"
                  fill="${plotColours.fill}"
                  y="${barTop}"
                  width="${across(bar.share)}"
                  height="${barHeight}"
                  rx="3"
                />`
              : ''
          }
          ${bar.interval === null ? '' : whisker(across(bar.interval.low), across(bar.interval.high))}
          ${bar.mark === null ? '' : mark(across(bar.mark))}
        </g>`,
    )}`,
  );
}

/** The share that takes the full width, so that all bars have room. */
export function widestOf(bars: readonly ShareBar[]): number {
  return Math.max(
    0.01,
    ...bars.flatMap(({ share, interval, mark }) => [share, interval?.high ?? 0, mark ?? 0].filter(isFigure)),
  );
}

function whisker(from: string, to: string): Html {
  const end = (x: string): Html => html`<line x1="${x}" x2="${x}" y1="${barMiddle - 5}" y2="${barMiddle + 5}" />`;
  return html`<g class="whisker" stroke="currentColor" stroke-width="2">
    <line x1="${from}" x2="${to}" y1="${barMiddle}" y2="${barMiddle}" />
    ${end(from)}${end(to)}
  </g>`;
}

function mark(x: string): Html {
  return html`<line
    class="bar-mark"
    stroke="currentColor"
    stroke-width="2.5"
    x1="${x}"
    x2="${x}"
    y1="${barTop - 3}"
    y2="${barTop + barHeight + 3}"
  />`;
}

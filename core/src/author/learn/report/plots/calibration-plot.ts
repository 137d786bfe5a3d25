import { html, type Html } from '../../../report/html.ts';
import { interval } from '../../evaluate/lift.ts';
import type { CalibrationGroup } from '../../evaluate/measures.ts';
import { isFigure, wholePercentWords } from '../words.ts';
import { drawPlot, plotColours, rounded, type PlotWords } from './draw-plot.ts';
import { shareScale } from './share-scale.ts';

const left = 56;
const top = 10;
const side = 224;

/** What was said (to the right) against what happened (upward), a dot for each group. On the diagonal both are the same. */
export function calibrationPlot(words: PlotWords, groups: readonly CalibrationGroup[]): Html {
  const known = groups.filter(({ said, happened }) => isFigure(said) && isFigure(happened));
  const scale = shareScale(known.flatMap(({ said, happened }) => [said, happened]));
  const x = (share: number): number => rounded(left + (Math.min(scale.top, share) / scale.top) * side);
  const y = (share: number): number => rounded(top + side - (Math.min(scale.top, share) / scale.top) * side);
  const size = { width: left + side + 14, height: top + side + 42, isFluid: false };
  return drawPlot(
    words,
    size,
    html`${scale.ticks.map(
        (tick) =>
          html`<line
              class="grid-line"
              stroke="currentColor"
              stroke-opacity="0.15"
              x1="${left}"
              x2="${left + side}"
              y1="${y(tick)}"
              y2="${y(tick)}"
            />
            <text class="end" text-anchor="end" x="${left - 6}" y="${y(tick) + 4}">${wholePercentWords(tick)}</text>
            <text class="middle" text-anchor="middle" x="${x(tick)}" y="${top + side + 17}"
              >${wholePercentWords(tick)}</text
            >`,
      )}
      <line
        class="diagonal"
        stroke="currentColor"
        stroke-dasharray="4 3"
        x1="${x(0)}"
        y1="${y(0)}"
        x2="${x(scale.top)}"
        y2="${y(scale.top)}"
      />
      ${known.map((group) => {
        const range = interval(Math.round(group.happened * group.count), group.count);
        return html`<line
            class="whisker"
            stroke="currentColor"
            stroke-opacity="0.6"
            x1="${x(group.said)}"
            x2="${x(group.said)}"
            y1="${y(range.low)}"
            y2="${y(range.high)}"
          />
          <circle class="dot" fill="${plotColours.fill}" cx="${x(group.said)}" cy="${y(group.happened)}" r="5" />`;
      })}
      <text class="middle" text-anchor="middle" x="${left + side / 2}" y="${top + side + 36}"
        >chance that was said →</text
      >
      <text class="middle" text-anchor="middle" x="${-(top + side / 2)}" y="11" transform="rotate(-90)"
        >won in fact →</text
      >`,
  );
}

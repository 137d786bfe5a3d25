import { html, type Html } from '../../../report/html.ts';
import type { RiskAtCoverage } from '../../confidence/risk-by-coverage.ts';
import { isFigure, wholePercentWords } from '../words.ts';
import { drawPlot, plotColours, rounded, type PlotWords } from './draw-plot.ts';
import { shareScale } from './share-scale.ts';

const left = 56;
const top = 10;
const width = 224;
const height = 160;

/** How often deciding goes wrong (upward) as more of the least sure leads are given to a person (to the right). */
export function riskLine(words: PlotWords, steps: readonly RiskAtCoverage[]): Html {
  const known = steps.filter(({ risk }) => isFigure(risk)).toSorted((one, other) => other.coverage - one.coverage);
  const scale = shareScale(known.map(({ risk }) => risk));
  const most = Math.max(0.1, ...known.map(({ coverage }) => 1 - coverage));
  const x = (coverage: number): number => rounded(left + ((1 - coverage) / most) * width);
  const y = (risk: number): number => rounded(top + height - (risk / scale.top) * height);
  const size = { width: left + width + 20, height: top + height + 42, isFluid: false };
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
              x2="${left + width}"
              y1="${y(tick)}"
              y2="${y(tick)}"
            />
            <text class="end" text-anchor="end" x="${left - 6}" y="${y(tick) + 4}">${wholePercentWords(tick)}</text>`,
      )}
      <polyline
        class="line"
        fill="none"
        stroke="${plotColours.fill}"
        stroke-width="2.5"
        points="${known.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ')}"
      />
      ${known.map(
        ({ coverage, risk }) =>
          html`<circle class="dot" fill="${plotColours.fill}" cx="${x(coverage)}" cy="${y(risk)}" r="4" />
            <text class="middle" text-anchor="middle" x="${x(coverage)}" y="${top + height + 17}"
              >${wholePercentWords(1 - coverage)}</text
            >`,
      )}
      <text class="middle" text-anchor="middle" x="${left + width / 2}" y="${top + height + 36}"
        >least sure leads given to a person →</text
      >
      <text class="middle" text-anchor="middle" x="${-(top + height / 2)}" y="11" transform="rotate(-90)"
        >decided wrongly →</text
      >`,
  );
}

import { html, type Html } from '../../../report/html.ts';
import { plotColours, rounded } from './draw-plot.ts';

const height = 12;

/**
 * Points as a bar to the right or to the left of the average lead. It stands beside the figure that it shows, so it says nothing itself.
 *
 * @param most the points that reach the end, the same for all bars of a card
 * @param isThin true draws it pale: few leads are behind it
 */
export function pointsBar(points: number, most: number, isThin: boolean): Html {
  const size = most === 0 ? 0 : rounded((Math.min(most, Math.abs(points)) / most) * 50);
  const kind = points < 0 ? 'points-bar minus' : 'points-bar';
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="bar"
    width="100%"
    height="${height}"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="bar-track" fill="currentColor" fill-opacity="0.14" y="3" width="100%" height="6" rx="3" />
    <rect
      class="${isThin ? `${kind} thin` : kind}"
      fill="${points < 0 ? plotColours.less : plotColours.fill}"
      ${isThin ? html`fill-opacity="0.35"` : ''}
      x="${points < 0 ? 50 - size : 50}%"
      y="2"
      width="${size}%"
      height="8"
    />
    <line class="bar-mark" stroke="currentColor" stroke-width="1.5" x1="50%" x2="50%" y1="0" y2="${height}" />
  </svg>`;
}

import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';

/** One line of a story. Points stand before it, instants are written in the reader's zone and language. */
export default class SbxStoryLine extends LightningElement {
  timeZone = timeZone;
  /** { code, points, parts: [{ text, instant }] } */
  @api line;

  get points() {
    const { points } = this.line;
    if (!points) return null;
    return points > 0 ? `+${points}` : `−${-points}`;
  }

  get pointsClass() {
    return this.line.points > 0 ? 'points points_up' : 'points points_down';
  }

  get parts() {
    return this.line.parts.map((part, place) => ({ ...part, key: `${place}` }));
  }
}

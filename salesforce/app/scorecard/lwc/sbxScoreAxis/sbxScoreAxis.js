import { LightningElement, api } from 'lwc';
import { fill, labels } from './labels';

const names = {
  fit: labels.axisFit,
  engagement: labels.axisEngagement,
  intent: labels.axisIntent,
  capacity: labels.axisCapacity,
  confidence: labels.axisConfidence,
};

const bands = { high: labels.bandHigh, low: labels.bandLow, enough: labels.bandEnough };

/** One score of 0 to 100: a ring for the eye, a sentence for the ear. */
export default class SbxScoreAxis extends LightningElement {
  /** fit, engagement, intent, capacity or confidence. */
  @api name;
  @api score;
  /** high, low or enough. */
  @api band;
  /** A remark below, such as what the number is based on. */
  @api remark;

  get label() {
    return names[this.name] ?? this.name;
  }

  get bandLabel() {
    return bands[this.band] ?? '';
  }

  get sentence() {
    return fill(labels.axisSentence, this.label, this.score, this.bandLabel);
  }

  /** A low confidence is a warning; a low score is none. */
  get ringVariant() {
    return this.name === 'confidence' && this.band === 'low' ? 'warning' : 'base';
  }

  get bandClass() {
    return this.band === 'low' ? 'band' : 'band band_high';
  }
}

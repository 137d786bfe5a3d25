import axisFit from '@salesforce/label/c.SbxAxisFit';
import axisEngagement from '@salesforce/label/c.SbxAxisEngagement';
import axisIntent from '@salesforce/label/c.SbxAxisIntent';
import axisCapacity from '@salesforce/label/c.SbxAxisCapacity';
import axisConfidence from '@salesforce/label/c.SbxAxisConfidence';
import axisSentence from '@salesforce/label/c.SbxAxisSentence';
import bandHigh from '@salesforce/label/c.SbxBandHigh';
import bandLow from '@salesforce/label/c.SbxBandLow';
import bandEnough from '@salesforce/label/c.SbxBandEnough';

/** The texts of this component: an admin may translate or replace each of them. */
export const labels = {
  axisFit,
  axisEngagement,
  axisIntent,
  axisCapacity,
  axisConfidence,
  axisSentence,
  bandHigh,
  bandLow,
  bandEnough,
};

/** A text with its gaps filled: fill('from {0} past leads', '1,240') → 'from 1,240 past leads'. */
export function fill(text, ...values) {
  return values.reduce((filled, value, place) => filled.replace(`{${place}}`, value), text);
}

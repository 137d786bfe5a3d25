import agree from '@salesforce/label/c.SbxAgree';
import disagree from '@salesforce/label/c.SbxDisagree';
import reviewSendTo from '@salesforce/label/c.SbxReviewSendTo';
import reviewSend from '@salesforce/label/c.SbxReviewSend';
import reviewAside from '@salesforce/label/c.SbxReviewAside';
import reviewLow from '@salesforce/label/c.SbxReviewLow';
import reviewOwner from '@salesforce/label/c.SbxReviewOwner';
import reviewCaseOf from '@salesforce/label/c.SbxReviewCaseOf';

/** The texts of this component: an admin may translate or replace each of them. */
export const labels = {
  agree,
  disagree,
  reviewSendTo,
  reviewSend,
  reviewAside,
  reviewLow,
  reviewOwner,
  reviewCaseOf,
};

/** A text with its gaps filled: fill('from {0} past leads', '1,240') → 'from 1,240 past leads'. */
export function fill(text, ...values) {
  return values.reduce((filled, value, place) => filled.replace(`{${place}}`, value), text);
}

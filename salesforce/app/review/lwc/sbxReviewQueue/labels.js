import reviewTitle from '@salesforce/label/c.SbxReviewTitle';
import reviewEmpty from '@salesforce/label/c.SbxReviewEmpty';
import reviewDoubtful from '@salesforce/label/c.SbxReviewDoubtful';
import reviewShow from '@salesforce/label/c.SbxReviewShow';
import reviewSample from '@salesforce/label/c.SbxReviewSample';
import reviewSent from '@salesforce/label/c.SbxReviewSent';
import reviewMore from '@salesforce/label/c.SbxReviewMore';
import reviewRefresh from '@salesforce/label/c.SbxReviewRefresh';
import loading from '@salesforce/label/c.SbxLoading';
import toastSaid from '@salesforce/label/c.SbxToastSaid';

/** The texts of this component: an admin may translate or replace each of them. */
export const labels = {
  reviewTitle,
  reviewEmpty,
  reviewDoubtful,
  reviewShow,
  reviewSample,
  reviewSent,
  reviewMore,
  reviewRefresh,
  loading,
  toastSaid,
};

/** A text with its gaps filled: fill('from {0} past leads', '1,240') → 'from 1,240 past leads'. */
export function fill(text, ...values) {
  return values.reduce((filled, value, place) => filled.replace(`{${place}}`, value), text);
}

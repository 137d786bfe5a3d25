import reviewTitle from '@salesforce/label/c.SbxReviewTitle';
import reviewEmpty from '@salesforce/label/c.SbxReviewEmpty';
import reviewDoubtful from '@salesforce/label/c.SbxReviewDoubtful';
import reviewShow from '@salesforce/label/c.SbxReviewShow';
import reviewSample from '@salesforce/label/c.SbxReviewSample';
import reviewSent from '@salesforce/label/c.SbxReviewSent';
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
  reviewRefresh,
  loading,
  toastSaid,
};

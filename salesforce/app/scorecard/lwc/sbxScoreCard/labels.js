import cardTitle from '@salesforce/label/c.SbxCardTitle';
import axisConfidence from '@salesforce/label/c.SbxAxisConfidence';
import bandEnough from '@salesforce/label/c.SbxBandEnough';
import bandLow from '@salesforce/label/c.SbxBandLow';
import basisPolicy from '@salesforce/label/c.SbxBasisPolicy';
import basisHistory from '@salesforce/label/c.SbxBasisHistory';
import bucketWarm from '@salesforce/label/c.SbxBucketWarm';
import bucketLukewarm from '@salesforce/label/c.SbxBucketLukewarm';
import bucketCool from '@salesforce/label/c.SbxBucketCool';
import bucketCold from '@salesforce/label/c.SbxBucketCold';
import claim from '@salesforce/label/c.SbxClaim';
import undoClaim from '@salesforce/label/c.SbxUndoClaim';
import handBack from '@salesforce/label/c.SbxHandBack';
import wrongScore from '@salesforce/label/c.SbxWrongScore';
import wrongOwner from '@salesforce/label/c.SbxWrongOwner';
import agree from '@salesforce/label/c.SbxAgree';
import disagree from '@salesforce/label/c.SbxDisagree';
import saidMark from '@salesforce/label/c.SbxSaidMark';
import noteLabel from '@salesforce/label/c.SbxNoteLabel';
import noteSend from '@salesforce/label/c.SbxNoteSend';
import cancel from '@salesforce/label/c.SbxCancel';
import whyYours from '@salesforce/label/c.SbxWhyYours';
import whyThere from '@salesforce/label/c.SbxWhyThere';
import whyTheirs from '@salesforce/label/c.SbxWhyTheirs';
import whyFit from '@salesforce/label/c.SbxWhyFit';
import theirWords from '@salesforce/label/c.SbxTheirWords';
import wholeMessage from '@salesforce/label/c.SbxWholeMessage';
import lessMessage from '@salesforce/label/c.SbxLessMessage';
import askNext from '@salesforce/label/c.SbxAskNext';
import wouldChange from '@salesforce/label/c.SbxWouldChange';
import wholeStory from '@salesforce/label/c.SbxWholeStory';
import loading from '@salesforce/label/c.SbxLoading';
import retry from '@salesforce/label/c.SbxRetry';
import stateHidden from '@salesforce/label/c.SbxStateHidden';
import stateUnscored from '@salesforce/label/c.SbxStateUnscored';
import stateWaiting from '@salesforce/label/c.SbxStateWaiting';
import stateWaitingLong from '@salesforce/label/c.SbxStateWaitingLong';
import stateAside from '@salesforce/label/c.SbxStateAside';
import stateLeft from '@salesforce/label/c.SbxStateLeft';
import stateObserve from '@salesforce/label/c.SbxStateObserve';
import stateSuggest from '@salesforce/label/c.SbxStateSuggest';
import earlierDecision from '@salesforce/label/c.SbxEarlierDecision';
import ownerIs from '@salesforce/label/c.SbxOwnerIs';
import flagOwnerDiffers from '@salesforce/label/c.SbxFlagOwnerDiffers';
import flagWrongOwner from '@salesforce/label/c.SbxFlagWrongOwner';
import flagWrongScore from '@salesforce/label/c.SbxFlagWrongScore';
import flagOlderPolicy from '@salesforce/label/c.SbxFlagOlderPolicy';
import toastClaimed from '@salesforce/label/c.SbxToastClaimed';
import toastUndone from '@salesforce/label/c.SbxToastUndone';
import toastHandedBack from '@salesforce/label/c.SbxToastHandedBack';
import toastHandedBackWaits from '@salesforce/label/c.SbxToastHandedBackWaits';
import toastSaid from '@salesforce/label/c.SbxToastSaid';
import toastUnsaid from '@salesforce/label/c.SbxToastUnsaid';
import problemHint from '@salesforce/label/c.SbxProblemHint';
import flagUnreadable from '@salesforce/label/c.SbxFlagUnreadable';

/** The texts of this component: an admin may translate or replace each of them. */
export const labels = {
  cardTitle,
  axisConfidence,
  bandEnough,
  bandLow,
  basisPolicy,
  basisHistory,
  bucketWarm,
  bucketLukewarm,
  bucketCool,
  bucketCold,
  claim,
  undoClaim,
  handBack,
  wrongScore,
  wrongOwner,
  agree,
  disagree,
  saidMark,
  noteLabel,
  noteSend,
  cancel,
  whyYours,
  whyThere,
  whyTheirs,
  whyFit,
  theirWords,
  wholeMessage,
  lessMessage,
  askNext,
  wouldChange,
  wholeStory,
  loading,
  retry,
  stateHidden,
  stateUnscored,
  stateWaiting,
  stateWaitingLong,
  stateAside,
  stateLeft,
  stateObserve,
  stateSuggest,
  earlierDecision,
  ownerIs,
  flagOwnerDiffers,
  flagWrongOwner,
  flagWrongScore,
  flagOlderPolicy,
  flagUnreadable,
  problemHint,
  toastClaimed,
  toastUndone,
  toastHandedBack,
  toastHandedBackWaits,
  toastSaid,
  toastUnsaid,
};

/** A text with its gaps filled: fill('from {0} past leads', '1,240') → 'from 1,240 past leads'. */
export function fill(text, ...values) {
  return values.reduce((filled, value, place) => filled.replace(`{${place}}`, value), text);
}

import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill, labels } from './labels';

/** One doubtful case: why a person should look, until when, and the few things to do about it. It tells its parent what. */
export default class SbxReviewCase extends NavigationMixin(LightningElement) {
  labels = labels;
  @api reviewCase;
  /** Whom it can be sent to: [{ label, value }]. */
  @api receivers = [];
  @api isBusy = false;
  receiver = null;

  get caseLabel() {
    return fill(labels.reviewCaseOf, this.reviewCase.name);
  }

  get isAside() {
    return this.reviewCase.kind === 'aside';
  }

  /** What was put aside has no decision that one could agree with. */
  get isDecided() {
    return !this.isAside;
  }

  get confidence() {
    const { confidence } = this.reviewCase;
    return confidence === null || confidence === undefined ? null : fill(labels.reviewLow, confidence);
  }

  get owner() {
    return this.reviewCase.ownerName ? fill(labels.reviewOwner, this.reviewCase.ownerName) : null;
  }

  get reason() {
    return { points: 0, parts: this.reviewCase.reason };
  }

  get isSendDisabled() {
    return this.isBusy || this.receiver === null;
  }

  get agreeVariant() {
    return this.reviewCase.said.includes('agreed') ? 'brand-outline' : 'neutral';
  }

  get disagreeVariant() {
    return this.reviewCase.said.includes('disagreed') ? 'brand-outline' : 'neutral';
  }

  openRecord(event) {
    event.preventDefault();
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.reviewCase.recordId, actionName: 'view' },
    });
  }

  judge(event) {
    const { name } = event.target;
    this.dispatchEvent(new CustomEvent('judge', { detail: { recordId: this.reviewCase.recordId, kind: name } }));
  }

  chooseReceiver(event) {
    this.receiver = event.detail.value;
  }

  send() {
    const { recordId } = this.reviewCase;
    this.dispatchEvent(new CustomEvent('send', { detail: { recordId, receiver: this.receiver } }));
  }
}

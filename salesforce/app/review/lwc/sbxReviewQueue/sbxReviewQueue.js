import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import getCases from '@salesforce/apex/SbxReviewQueue.cases';
import getReceivers from '@salesforce/apex/SbxReviewQueue.receivers';
import sendTo from '@salesforce/apex/SbxReviewQueue.sendTo';
import judge from '@salesforce/apex/SbxCardActions.judge';
import { messageOf } from 'c/sbxErrors';
import { fill, labels } from './labels';

/** As many as a person looks through before they look up. */
const pageSize = 10;

/** What waits for a person, the most urgent first, and a weekly sample of what was turned away. */
export default class SbxReviewQueue extends LightningElement {
  labels = labels;
  kinds = [
    { label: labels.reviewDoubtful, value: 'review' },
    { label: labels.reviewSample, value: 'sample' },
  ];
  kind = 'review';
  wired = {};
  cases = null;
  shownCount = pageSize;
  problem = null;
  receivers = [];
  isBusy = false;

  @wire(getCases, { kind: '$kind' })
  takeCases(wired) {
    this.wired = wired;
    this.cases = wired.data ?? null;
    this.problem = wired.error ? messageOf(wired.error) : null;
  }

  @wire(getReceivers)
  takeReceivers({ data }) {
    if (data) this.receivers = data;
  }

  get isLoading() {
    return this.cases === null && this.problem === null;
  }

  get isEmpty() {
    return this.cases !== null && this.cases.length === 0;
  }

  get shownCases() {
    return this.cases.slice(0, this.shownCount);
  }

  get hiddenCount() {
    return Math.max(this.cases.length - this.shownCount, 0);
  }

  get moreLabel() {
    return fill(labels.reviewMore, Math.min(this.hiddenCount, pageSize), this.hiddenCount);
  }

  showMore() {
    this.shownCount += pageSize;
  }

  showKind(event) {
    this.cases = null;
    this.shownCount = pageSize;
    this.kind = event.detail.value;
  }

  async refresh() {
    this.isBusy = true;
    try {
      await refreshApex(this.wired);
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.isBusy = false;
  }

  async takeJudgement(event) {
    const { recordId, kind } = event.detail;
    await this.act(() => judge({ recordId, kind, note: null }), labels.toastSaid);
  }

  async takeSend(event) {
    await this.act(() => sendTo(event.detail), labels.reviewSent);
  }

  async act(doing, title) {
    this.isBusy = true;
    try {
      await doing();
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: messageOf(error), variant: 'error', mode: 'sticky' }));
    }
    await this.refresh();
  }
}

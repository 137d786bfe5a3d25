import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import timeZone from '@salesforce/i18n/timeZone';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import getCard from '@salesforce/apex/SbxLeadCard.get';
import claim from '@salesforce/apex/SbxCardActions.claim';
import undoClaim from '@salesforce/apex/SbxCardActions.undoClaim';
import handBack from '@salesforce/apex/SbxCardActions.handBack';
import judge from '@salesforce/apex/SbxCardActions.judge';
import unjudge from '@salesforce/apex/SbxCardActions.unjudge';
import { messageOf } from 'c/sbxErrors';
import { fill, labels } from './labels';
import { buttonsOf, judgementsOf } from './buttons';
import { bucketOf, decidingLinesOf, excerptOf, flagsOf, linesOf, sectionsBesides, strongestPointsOf } from './readCard';

/** How often a record that waits is looked at again, and for how long. */
const lookMillis = 4000;
const mostLooks = 15;
const excerptLength = 240;

/** The score card: four scores apart, the owner, the clock, and why. */
export default class SbxScoreCard extends LightningElement {
  @api recordId;

  labels = labels;
  timeZone = timeZone;
  wired = {};
  card = null;
  problem = null;
  isBusy = false;
  isWholeMessage = false;
  /** handBack, wrongScore or wrongOwner while its reason is asked for. */
  asking = null;
  note = '';
  looks = 0;
  timer = null;

  @wire(getCard, { recordId: '$recordId' })
  take(wired) {
    this.wired = wired;
    if (wired.data) {
      this.card = wired.data;
      this.problem = null;
      this.lookAgainWhileWaiting();
    } else if (wired.error) {
      this.card = null;
      this.problem = messageOf(wired.error);
    }
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  /** Deciding takes seconds: who opened the page first sees it happen. */
  lookAgainWhileWaiting() {
    clearTimeout(this.timer);
    if (this.card.state !== 'waiting' || this.looks >= mostLooks) return;
    this.looks += 1;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component, and after a minute
    this.timer = setTimeout(() => this.refresh(), lookMillis);
  }

  async refresh() {
    try {
      await refreshApex(this.wired);
    } catch (error) {
      this.problem = messageOf(error);
    }
    // A wire that gives the same data again calls nobody.
    if (this.card) this.lookAgainWhileWaiting();
  }

  get isLoading() {
    return this.card === null && this.problem === null;
  }

  get isHidden() {
    return this.card?.state === 'hidden';
  }

  get isWaiting() {
    return this.card?.state === 'waiting';
  }

  get isWaitingLong() {
    return this.isWaiting && this.looks >= mostLooks;
  }

  get isUnscored() {
    return this.card?.state === 'unscored';
  }

  get isAside() {
    return this.card?.state === 'aside';
  }

  get isLeft() {
    return this.card?.state === 'left';
  }

  /** What was only thought and not done says so. */
  get modeSentence() {
    if (!this.hasDecision) return null;
    if (this.card.mode === 'observe') return labels.stateObserve;
    return this.card.mode === 'suggest' ? labels.stateSuggest : null;
  }

  get hasDecision() {
    return Boolean(this.card?.decisionId);
  }

  get isEarlier() {
    return this.hasDecision && (this.isWaiting || this.isAside);
  }

  get hasClock() {
    return this.hasDecision || this.card?.clockState === 'running' || this.card?.clockState === 'missed';
  }

  get bucket() {
    return this.card && bucketOf(this.card);
  }

  get bucketShown() {
    return this.hasDecision && this.bucket !== null;
  }

  get hasConfidence() {
    return this.card.confidence !== null && this.card.confidence !== undefined;
  }

  get basis() {
    if (this.card.basis === 'policy') return labels.basisPolicy;
    return this.card.basis ? fill(labels.basisHistory, Number(this.card.trainedOn).toLocaleString()) : null;
  }

  get flags() {
    return flagsOf(this.card);
  }

  get headline() {
    return { points: 0, parts: this.card.headline };
  }

  get reasonTitle() {
    if (this.card.flags.some(({ code }) => code === 'ownerDiffers')) return labels.whyThere;
    return this.card.isMine ? labels.whyYours : labels.whyTheirs;
  }

  get reasonLines() {
    return decidingLinesOf(this.card);
  }

  get fitLines() {
    return strongestPointsOf(this.card);
  }

  get fitTitle() {
    return fill(labels.whyFit, this.card.axes.find(({ name }) => name === 'fit')?.score ?? '');
  }

  get changeLines() {
    return linesOf(this.card, 'changes');
  }

  get storySections() {
    return sectionsBesides(this.card, ['changes', 'question']).map((section) => {
      return section.code === 'reason' ? { ...section, title: this.reasonTitle } : section;
    });
  }

  get message() {
    const { message } = this.card;
    return this.isWholeMessage || !this.isMessageLong ? message : excerptOf(message, excerptLength);
  }

  get isMessageLong() {
    return (this.card.message ?? '').length > excerptLength;
  }

  get messageButton() {
    return this.isWholeMessage ? labels.lessMessage : labels.wholeMessage;
  }

  get buttons() {
    return buttonsOf(this.card);
  }

  get judgements() {
    return judgementsOf(this.card);
  }

  get askingLabel() {
    return this.asking && labels[this.asking];
  }

  toggleMessage() {
    this.isWholeMessage = !this.isWholeMessage;
  }

  takeNote(event) {
    this.note = event.detail.value;
  }

  cancelNote() {
    this.asking = null;
  }

  async sendNote() {
    const kind = this.asking;
    if (kind === 'handBack') {
      await this.act(async () => {
        const state = await handBack({ recordId: this.recordId, reason: this.note });
        return state === 'waiting' ? labels.toastHandedBackWaits : labels.toastHandedBack;
      });
    } else {
      await this.act(async () => {
        await judge({ recordId: this.recordId, kind, note: this.note });
        return labels.toastSaid;
      });
    }
    this.asking = null;
  }

  async press(event) {
    const { name } = event.target;
    const isSaid = this.card.said.includes(name);
    if (name === 'claim') {
      await this.act(() => claim({ recordId: this.recordId }).then(() => labels.toastClaimed));
    } else if (name === 'undoClaim') {
      await this.act(() => undoClaim({ recordId: this.recordId }).then(() => labels.toastUndone));
    } else if (isSaid) {
      await this.act(() => unjudge({ recordId: this.recordId, kind: name }).then(() => labels.toastUnsaid));
    } else if (name === 'agreed' || name === 'disagreed') {
      await this.act(() => judge({ recordId: this.recordId, kind: name, note: null }).then(() => labels.toastSaid));
    } else {
      this.note = '';
      this.asking = name;
    }
  }

  /** Does something, says what came of it, and shows the record as it then is. */
  async act(doing) {
    this.isBusy = true;
    try {
      const title = await doing();
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: messageOf(error), variant: 'error', mode: 'sticky' }));
    }
    this.looks = 0;
    await this.refresh();
    notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.isBusy = false;
  }
}

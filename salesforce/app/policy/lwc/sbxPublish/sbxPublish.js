import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import timeZone from '@salesforce/i18n/timeZone';
import { messageOf } from 'c/sbxErrors';
import readView from '@salesforce/apex/SbxPublishPage.view';
import publishRows from '@salesforce/apex/SbxPublishPage.publish';
import compareWith from '@salesforce/apex/SbxPublishPage.compare';
import restoreRows from '@salesforce/apex/SbxPublishPage.restore';

/** A learned card changes hundreds of rows; nobody shall have to pass them all to publish. */
const mostShown = 20;
const numbered = (list) => list.map((each, place) => ({ ...each, place: `${place}` }));

/** What is wrong with the rules, what would change, publishing with a reason, and the way back. */
export default class SbxPublish extends LightningElement {
  timeZone = timeZone;
  view = null;
  problem = null;
  isLoading = true;
  note = '';
  /** The number of the revision with which the rows are compared; null for the live one. */
  comparedWith = null;
  isAllShown = false;

  connectedCallback() {
    this.load();
  }

  get status() {
    if (this.view.problems.length > 0) {
      return 'The rules have problems and cannot be published.';
    }
    if (this.view.liveNumber === null || this.view.liveNumber === undefined) {
      return 'Nothing is published yet.';
    }
    return this.view.isUnchanged
      ? `Revision ${this.view.liveNumber} is live; the rules are the same.`
      : `Revision ${this.view.liveNumber} is live; the rules differ from it.`;
  }

  get problems() {
    return numbered(this.view.problems);
  }

  get hasProblems() {
    return this.view.problems.length > 0;
  }

  get changes() {
    return numbered(this.isAllShown ? this.view.changes : this.view.changes.slice(0, mostShown));
  }

  get hasMore() {
    return !this.isAllShown && this.view.changes.length > mostShown;
  }

  get moreLabel() {
    return `Show ${this.view.changes.length - mostShown} more`;
  }

  get hasChanges() {
    return this.isComparing || this.view.changes.length > 0;
  }

  get isComparing() {
    return this.comparedWith !== null;
  }

  get changesTitle() {
    const count = this.view.changes.length;
    const things = `${count} ${count === 1 ? 'thing' : 'things'}`;
    return this.isComparing
      ? `Bringing back revision ${this.comparedWith} would change ${things}`
      : `Publishing would change ${things}`;
  }

  get hasNoRevisions() {
    return this.view.revisions.length === 0;
  }

  get isPublishLocked() {
    return this.isLoading || this.hasProblems || this.view.isUnchanged || this.note.trim() === '';
  }

  showAll() {
    this.isAllShown = true;
  }

  takeNote(event) {
    this.note = event.detail.value;
  }

  async load() {
    await this.attempt(() => this.read());
  }

  async read() {
    this.view = await readView();
    this.comparedWith = null;
  }

  async publish() {
    await this.attempt(async () => {
      const outcome = await publishRows({ note: this.note });
      await this.read();
      if (outcome.revisionNumber) {
        this.note = '';
        this.tell('success', `Revision ${outcome.revisionNumber} is live.`);
      } else {
        this.tell('warning', 'Nothing was published. See what keeps the rules from it.');
      }
    });
  }

  async compare(event) {
    const revision = this.revisionOf(event);
    await this.attempt(async () => {
      const changes = await compareWith({ revisionId: revision.id });
      this.view = { ...this.view, changes };
      this.comparedWith = revision.revisionNumber;
    });
  }

  async restore(event) {
    const revision = this.revisionOf(event);
    await this.attempt(async () => {
      const outcome = await restoreRows({ revisionId: revision.id });
      await this.read();
      const changed = outcome.added + outcome.removed + outcome.moved;
      this.tell(
        'success',
        `The rules are those of revision ${revision.revisionNumber} again: ${changed} rows changed. Publish to make them live.`,
      );
    });
  }

  revisionOf(event) {
    return this.view.revisions.find((each) => each.id === event.target.value);
  }

  async attempt(action) {
    this.isLoading = true;
    this.problem = null;
    try {
      await action();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  tell(variant, message) {
    this.dispatchEvent(new ShowToastEvent({ title: 'Signalbox', message, variant }));
  }
}

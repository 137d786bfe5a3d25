import { LightningElement } from 'lwc';
import { messageOf } from 'c/sbxErrors';
import verifySeals from '@salesforce/apex/SbxVerifySeals.verify';
import startExport from '@salesforce/apex/SbxExport.start';
import erase from '@salesforce/apex/SbxErase.erase';

/** Checks the sealed log, exports decisions, erases a person. */
export default class SbxRecords extends LightningElement {
  formOptions = [
    { label: 'Table (CSV)', value: 'csv' },
    { label: 'Lines of JSON', value: 'jsonl' },
  ];

  form = 'csv';
  days = {};
  email = '';
  isSure = false;
  isBusy = false;
  problem = null;
  verified = '';
  exported = '';
  erased = '';

  get isEraseLocked() {
    return this.isBusy || !this.isSure || this.email.trim() === '';
  }

  takeDay(event) {
    this.days = { ...this.days, [event.target.name]: event.detail.value };
  }

  takeForm(event) {
    this.form = event.detail.value;
  }

  takeEmail(event) {
    this.email = event.detail.value;
  }

  takeSure(event) {
    this.isSure = event.detail.checked;
  }

  /** Goes through the whole log a piece at a time, since one call checks only so many. */
  verify() {
    return this.attempt(async () => {
      let checked = 0;
      let erasedCount = 0;
      let piece = { lastNumber: 0, lastSeal: null, isEnd: false };
      while (!piece.isEnd) {
        // Each piece begins with the seal at which the one before it ended.
        // eslint-disable-next-line no-await-in-loop
        piece = await verifySeals({ afterNumber: piece.lastNumber, keptSeal: piece.lastSeal });
        if (piece.problem) {
          this.verified = `${piece.code}: ${piece.problem}`;
          return;
        }
        checked += piece.checked;
        erasedCount += piece.erased;
        this.verified = `Checked so far: ${checked}.`;
      }
      const kept = piece.lastSeal ? ` The last seal is ${piece.lastSeal}.` : '';
      this.verified = `Checked: ${checked}, all sound. Erased: ${erasedCount}.${kept}`;
    });
  }

  exportDays() {
    return this.attempt(async () => {
      await startExport({ ...this.days, form: this.form });
      this.exported = 'The export has begun. Its files appear under Files, in pieces of 200 decisions.';
    });
  }

  erasePerson() {
    return this.attempt(async () => {
      const { decisions, activities, notes } = await erase({ email: this.email });
      this.erased = `Erased: ${decisions} personal parts, ${activities} activities, ${notes} notes. A job now looks through everything that is left.`;
      this.email = '';
      this.isSure = false;
    });
  }

  async attempt(action) {
    this.isBusy = true;
    this.problem = null;
    try {
      await action();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import { messageOf } from 'c/sbxErrors';
import readSizes from '@salesforce/apex/SbxLists.sizes';
import addEntries from '@salesforce/apex/SbxLists.add';
import removeEntries from '@salesforce/apex/SbxLists.remove';

/** Adds entries to the long lists, pasted or from a file, and takes them away. */
export default class SbxLists extends LightningElement {
  listName = 'competitorDomain';
  text = '';
  isBusy = false;
  problem = null;
  outcome = null;
  sizes = {};

  @wire(readSizes)
  takeSizes(result) {
    this.sizes = result;
    if (result.error) {
      this.problem = messageOf(result.error);
    }
  }

  get listOptions() {
    return (this.sizes.data ?? []).map(({ name, label, entries }) => ({
      value: name,
      label: `${label} (${entries})`,
    }));
  }

  get isLocked() {
    return this.isBusy || this.text.trim() === '';
  }

  get summary() {
    if (this.outcome === null) {
      return null;
    }
    const { added, present, removed, refused } = this.outcome;
    const said = [
      [added, 'added'],
      [present, 'there already'],
      [removed, 'taken away'],
      [refused, 'refused'],
    ];
    const told = said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return told.length === 0 ? 'Nothing has changed.' : `${told.join(', ')}.`;
  }

  get refusals() {
    return this.outcome?.problems.length > 0 ? [...new Set(this.outcome.problems)] : null;
  }

  chooseList(event) {
    this.listName = event.detail.value;
    this.outcome = null;
  }

  takeText(event) {
    this.text = event.detail.value;
  }

  async takeFile(event) {
    const [file] = event.detail.files ?? event.target.files;
    if (file !== undefined) {
      this.text = await file.text();
    }
  }

  add() {
    return this.send(addEntries);
  }

  remove() {
    return this.send(removeEntries);
  }

  async send(change) {
    this.isBusy = true;
    this.problem = null;
    this.outcome = null;
    try {
      this.outcome = await change({ listName: this.listName, text: this.text });
      this.text = '';
      await refreshApex(this.sizes);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

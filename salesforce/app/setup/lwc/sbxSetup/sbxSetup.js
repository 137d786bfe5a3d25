import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { messageOf } from 'c/sbxErrors';
import readView from '@salesforce/apex/SbxSetup.view';
import makeWhatIsMissing from '@salesforce/apex/SbxSetup.makeMissing';
import tellMode from '@salesforce/apex/SbxSetup.tellMode';
import publishMode from '@salesforce/apex/SbxSetup.changeMode';

const looks = {
  done: { icon: 'utility:success', variant: 'success', stateLabel: 'Done' },
  todo: { icon: 'utility:error', variant: 'error', stateLabel: 'To do' },
  warning: { icon: 'utility:warning', variant: 'warning', stateLabel: 'Look at this' },
  unknown: { icon: 'utility:help', variant: '', stateLabel: 'Unknown' },
};

/** What is ready, what is missing and what to do next; and the mode, with what another one would change. */
export default class SbxSetup extends LightningElement {
  modeOptions = [
    { label: 'Observe: decide and record, change nothing', value: 'observe' },
    { label: 'Suggest: show scores and destination on leads', value: 'suggest' },
    { label: 'Live: give leads their owners, tasks and clocks', value: 'live' },
  ];

  view = null;
  problem = null;
  isLoading = true;
  chosenMode = null;
  modeSentences = [];

  connectedCallback() {
    this.load();
  }

  get items() {
    return this.view.items.map((item) => ({ ...item, ...(looks[item.state] ?? looks.unknown) }));
  }

  get summary() {
    const open = this.view.items.filter((item) => item.state === 'todo').length;
    return open === 0 ? 'Nothing is left to do.' : `${open} of ${this.view.items.length} things are left to do.`;
  }

  get isModeLocked() {
    return this.isLoading || !this.view.mayChangeMode;
  }

  get isConfirming() {
    return this.chosenMode !== this.view.mode && this.modeSentences.length > 0;
  }

  get confirmLabel() {
    return `Change to ${this.chosenMode}`;
  }

  async load() {
    await this.attempt(async () => {
      this.view = await readView();
      this.cancelMode();
    });
  }

  async makeMissing() {
    await this.attempt(async () => {
      const steps = await makeWhatIsMissing();
      const failed = steps.filter((step) => step.state === 'failed');
      const started = steps.filter((step) => step.state === 'started');
      this.tell(
        failed.length === 0 ? 'success' : 'error',
        failed.length === 0
          ? ['Everything is set up.', ...started.map((step) => step.found)].join(' ')
          : failed.map((step) => `${step.name}: ${step.found}`).join(' '),
      );
      this.view = await readView();
    });
  }

  async chooseMode(event) {
    this.chosenMode = event.detail.value;
    this.modeSentences = [];
    await this.attempt(async () => {
      this.modeSentences = await tellMode({ mode: this.chosenMode });
    });
  }

  async changeMode() {
    await this.attempt(async () => {
      const revisionNumber = await publishMode({ mode: this.chosenMode });
      this.tell('success', `Revision ${revisionNumber} is live in mode ${this.chosenMode}.`);
      this.view = await readView();
      this.cancelMode();
    });
  }

  cancelMode() {
    this.chosenMode = this.view.mode;
    this.modeSentences = [];
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

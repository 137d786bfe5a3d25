import { LightningElement, api } from 'lwc';

/** Salesforce's package for tests has the parts of a dialog but not the dialog. */
export default class LightningModal extends LightningElement {
  @api size = 'medium';
  @api label = '';
  @api description = '';
  @api disableClose = false;

  static open() {
    throw new Error('Unsupported: nothing opens dialogs in a component test; let jest.fn() stand for open.');
  }

  @api
  close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}

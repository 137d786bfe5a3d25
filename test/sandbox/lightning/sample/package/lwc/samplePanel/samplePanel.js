import { LightningElement, api } from 'lwc';

/** A component that only another one uses. */
export default class SamplePanel extends LightningElement {
  @api lines = [];
}

import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import decide from '@salesforce/apex/SampleScore.decide';
import getScore from '@salesforce/apex/SampleScore.getScore';
import mayOverride from '@salesforce/customPermission/SampleOverride';
import timeZone from '@salesforce/i18n/timeZone';
import title from '@salesforce/label/c.SampleTitle';
import COMPANY from '@salesforce/schema/Lead.Company';
import userId from '@salesforce/user/Id';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import SampleModal from 'c/sampleModal';

/** Uses one of everything that the harness answers for. */
export default class SampleCard extends NavigationMixin(LightningElement) {
  @api recordId;
  title = title;
  timeZone = timeZone;
  userId = userId;
  mayOverride = mayOverride;
  columns = [
    { label: 'Reason', fieldName: 'text' },
    { label: 'Points', fieldName: 'points', type: 'number' },
  ];
  wired;
  message = '';
  kind = 'sales';
  kinds = ['sales', 'support'].map((value) => ({ label: `About ${value}`, value }));

  @wire(getScore, { recordId: '$recordId' })
  takeScore(provided) {
    this.wired = provided;
    this.message = provided.error ? provided.error.body.message : '';
  }

  @wire(getRecord, { recordId: '$recordId', fields: [COMPANY] })
  lead;

  get score() {
    return this.wired?.data;
  }

  get company() {
    return getFieldValue(this.lead.data, COMPANY);
  }

  takeKind(event) {
    this.kind = event.detail.value;
  }

  async decideAgain() {
    try {
      const { bucket } = await decide({ recordId: this.recordId });
      await refreshApex(this.wired);
      this.dispatchEvent(
        new ShowToastEvent({ title: 'Decided', message: `Now {0}`, messageData: [bucket], variant: 'success' }),
      );
    } catch (error) {
      this.message = error.body.message;
    }
  }

  async rename() {
    await updateRecord({ fields: { Id: this.recordId, Company: 'Renamed Ltd' } });
  }

  async explain() {
    const answer = await SampleModal.open({ size: 'small', label: 'Why' });
    this.message = `Closed with ${answer}`;
  }

  openOther() {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: '00Q000000000002AAA', objectApiName: 'Lead', actionName: 'view' },
    });
  }
}

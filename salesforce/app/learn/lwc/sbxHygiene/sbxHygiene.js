import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

const grades = {
  inPlace: { label: 'In place', icon: 'utility:success', variant: 'success' },
  partial: { label: 'Partial', icon: 'utility:warning', variant: 'warning' },
  missing: { label: 'Missing', icon: 'utility:error', variant: 'error' },
};
const mostWitnesses = 5;

/** What a history has and lacks, line by line, with the leads behind each finding. */
export default class SbxHygiene extends NavigationMixin(LightningElement) {
  /** A HygieneReport of core. */
  @api report;

  get lines() {
    return this.report.lines.map((line) => ({
      ...line,
      ...grades[line.grade],
      // What is in place needs no proof.
      witnesses: line.grade === 'inPlace' ? [] : numbered(line.witnesses.slice(0, mostWitnesses)),
    }));
  }

  get summary() {
    const count = (grade) => this.report.lines.filter((line) => line.grade === grade).length;
    const counted = `${count('inPlace')} in place, ${count('partial')} partial, ${count('missing')} missing.`;
    return this.report.isStopped ? `${counted} Nothing is learned until what stops it is mended.` : counted;
  }

  get excluded() {
    return this.report.excludedFields;
  }

  get hasExcluded() {
    return this.report.excludedFields.length > 0;
  }

  open(event) {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.target.value, objectApiName: 'Lead', actionName: 'view' },
    });
  }
}

function numbered(list) {
  return list.map((each, place) => ({ ...each, place: `${place}` }));
}

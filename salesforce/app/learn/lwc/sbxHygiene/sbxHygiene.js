import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

const grades = {
  partial: { label: 'Partial', icon: 'utility:warning', variant: 'warning' },
  missing: { label: 'Missing', icon: 'utility:error', variant: 'error' },
};
const mostWitnesses = 5;

/** What a history has and lacks, line by line, with the leads behind each finding. */
export default class SbxHygiene extends NavigationMixin(LightningElement) {
  /** A HygieneReport of core. */
  @api report;

  /** What is not in place, the worst first. */
  get faults() {
    const isWorst = (line) => line.grade === 'missing' && line.isStopping;
    const rank = (line) => (isWorst(line) ? 0 : line.grade === 'missing' ? 1 : 2);
    return this.report.lines
      .filter((line) => line.grade !== 'inPlace')
      .map((line) => ({
        ...line,
        ...grades[line.grade],
        gradeLabel: isWorst(line) ? 'Missing, and it stops learning' : grades[line.grade].label,
        witnesses: numbered(line.witnesses.slice(0, mostWitnesses)),
      }))
      .sort((one, other) => rank(one) - rank(other));
  }

  get inPlace() {
    return this.report.lines.filter((line) => line.grade === 'inPlace');
  }

  get inPlaceLabel() {
    return `What is in place: ${this.inPlace.length}`;
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

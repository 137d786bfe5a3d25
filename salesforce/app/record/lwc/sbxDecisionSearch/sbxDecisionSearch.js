import { LightningElement } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import { messageOf } from 'c/sbxErrors';
import searchDecisions from '@salesforce/apex/SbxDecisionSearch.search';

/** With widths of their own the columns stay readable on a phone, where the table scrolls sideways. */
const columns = [
  { label: 'Decided', fieldName: 'decidedAt', type: 'date', typeAttributes: moment(), initialWidth: 180 },
  { label: 'About', ...link('subjectAddress', 'subjectName'), initialWidth: 180 },
  { label: 'In one line', fieldName: 'headline', type: 'text', wrapText: true, initialWidth: 330 },
  { label: 'Decided by', fieldName: 'source', type: 'text', initialWidth: 120 },
  { label: 'Confidence', fieldName: 'confidence', type: 'number', initialWidth: 120 },
  { label: 'Counts now', fieldName: 'isCurrent', type: 'boolean', initialWidth: 110 },
  { label: 'Decision', ...link('address', 'name'), initialWidth: 130 },
];

function link(address, name) {
  return { fieldName: address, type: 'url', typeAttributes: { label: { fieldName: name } } };
}

function moment() {
  return { year: 'numeric', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', timeZone };
}

/** Finds decisions by person, owner, destination and days; what is empty is not asked. */
export default class SbxDecisionSearch extends LightningElement {
  columns = columns;
  sourceOptions = [
    { label: 'Anything', value: '' },
    { label: 'A guard', value: 'guard' },
    { label: 'A rule', value: 'rule' },
    { label: 'The matrix', value: 'matrix' },
    { label: 'The fallback', value: 'fallback' },
  ];

  wanted = { source: '', page: 0 };
  found = null;
  problem = null;
  isLoading = false;

  get rows() {
    return this.found.rows.map((row) => ({
      ...row,
      address: `/${row.id}`,
      subjectAddress: row.subjectId ? `/${row.subjectId}` : null,
    }));
  }

  get hasRows() {
    return this.found !== null && this.found.rows.length > 0;
  }

  get hint() {
    return this.found?.advice ?? null;
  }

  get summary() {
    if (this.found === null) {
      return null;
    }
    const count = this.found.rows.length;
    if (count === 0) {
      return 'No decision was found.';
    }
    return this.found.hasMore || this.found.page > 0
      ? `Page ${this.found.page + 1}, ${count} decisions.`
      : `${count} ${count === 1 ? 'decision' : 'decisions'}.`;
  }

  get isFirstPage() {
    return this.isLoading || this.found.page === 0;
  }

  get isLastPage() {
    return this.isLoading || !this.found.hasMore;
  }

  take(event) {
    this.wanted = { ...this.wanted, [event.target.name]: event.detail.value };
  }

  takeCheck(event) {
    this.wanted = { ...this.wanted, [event.target.name]: event.detail.checked };
  }

  searchFirst(event) {
    event.preventDefault();
    return this.search(0);
  }

  searchNewer() {
    return this.search(this.found.page - 1);
  }

  searchOlder() {
    return this.search(this.found.page + 1);
  }

  async search(page) {
    this.isLoading = true;
    this.problem = null;
    const asked = Object.entries(this.wanted).filter(([, value]) => value !== '' && value !== null);
    try {
      this.found = await searchDecisions({ wanted: { ...Object.fromEntries(asked), page } });
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }
}

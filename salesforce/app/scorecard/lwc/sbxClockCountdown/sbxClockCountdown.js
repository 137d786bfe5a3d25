import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import { labels } from './labels';

const secondMillis = 1000;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const two = (number) => String(number).padStart(2, '0');

/** A length of time as a clock shows it: writeLength(252) → '4:12', writeLength(90061) → '1 d 1 h'. */
export function writeLength(seconds) {
  const days = Math.floor(seconds / day);
  const hours = Math.floor((seconds % day) / hour);
  const minutes = Math.floor((seconds % hour) / minute);
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds % minute)}`;
  return `${minutes}:${two(seconds % minute)}`;
}

/** The time until the first touch is due, or since; it runs while somebody looks at it. */
export default class SbxClockCountdown extends LightningElement {
  timeZone = timeZone;
  /** An instant as ISO 8601. */
  @api dueAt;
  /** running, missed, met, closed or none. */
  @api state;

  now = Date.now();
  ticker = null;

  connectedCallback() {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a clock ticks; it stops with the component
    this.ticker = setInterval(() => {
      this.now = Date.now();
    }, secondMillis);
  }

  disconnectedCallback() {
    clearInterval(this.ticker);
  }

  get isOpen() {
    return (this.state === 'running' || this.state === 'missed') && Boolean(this.dueAt);
  }

  get isOverdue() {
    return new Date(this.dueAt).getTime() < this.now;
  }

  get words() {
    if (this.isOpen) return this.isOverdue ? labels.overdueBy : labels.dueIn;
    if (this.state === 'met') return labels.clockMet;
    return this.state === 'closed' ? labels.clockClosed : labels.clockNone;
  }

  get length() {
    return writeLength(Math.floor(Math.abs(new Date(this.dueAt).getTime() - this.now) / secondMillis));
  }

  get lengthClass() {
    return this.isOverdue ? 'length length_overdue' : 'length';
  }

  get dueLabel() {
    return labels.clockDueAt;
  }

  get iconName() {
    if (this.isOpen) return this.isOverdue ? 'utility:warning' : 'utility:clock';
    return this.state === 'met' ? 'utility:success' : 'utility:clock';
  }

  get iconVariant() {
    if (this.isOpen && this.isOverdue) return 'error';
    return this.state === 'met' ? 'success' : '';
  }
}

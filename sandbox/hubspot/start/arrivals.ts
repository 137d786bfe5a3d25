import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { RecordChange } from '../records/record-change.ts';

/** A contact that came in and was decided: what was written on it, and when. */
export type DecidedArrival = {
  readonly contactId: string;
  readonly decisionId: string;
  /** UTC milliseconds. */
  readonly arrivedAt: number;
  /** When the decision stood on the contact. */
  readonly writtenAt: number;
};

const contactType = '0-1';
/** A form makes a contact and counts its conversion: both are one arrival. */
const sameArrivalMillis = 1_000;

/**
 * Who came into a portal and which decision they got, by nothing but what happens to its contacts. It begins when it is made.
 */
export class Arrivals {
  readonly decided: DecidedArrival[] = [];
  readonly #portal: HubPortal;
  readonly #waiting = new Map<string, number[]>();
  readonly #contactIds = new Set<string>();
  readonly #listeners: ((arrival: DecidedArrival) => void)[] = [];
  readonly #stop: () => void;
  #again = 0;

  constructor(portal: HubPortal) {
    this.#portal = portal;
    this.#stop = portal.records.onChange((change) => this.#note(change));
  }

  /** Tells of each arrival that was decided. */
  onDecided(listener: (arrival: DecidedArrival) => void): void {
    this.#listeners.push(listener);
  }

  /** Everybody who came in since. */
  get contactIds(): ReadonlySet<string> {
    return this.#contactIds;
  }

  /** The contacts with an arrival after which no decision was written: it waits, or came to what stands there already. */
  get waitingIds(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /** Decisions that nobody's arrival waited for: more was known of the contact, and it changed something. */
  get decidedAgain(): number {
    return this.#again;
  }

  close(): void {
    this.#stop();
  }

  #note(change: RecordChange): void {
    if (change.objectTypeId !== contactType) return;
    if (change.kind === 'creation') this.#arrive(change.objectId, change.at);
    if (change.kind !== 'propertyChange') return;
    if (change.property === 'recent_conversion_date') this.#arrive(change.objectId, change.at);
    if (change.property === 'sbx_decision_id' && change.value !== '') this.#decide(change.objectId, change.value, change.at);
  }

  #arrive(contactId: string, at: number): void {
    this.#contactIds.add(contactId);
    const arrivals = this.#waiting.get(contactId) ?? [];
    if (at - (arrivals.at(-1) ?? 0) > sameArrivalMillis) this.#waiting.set(contactId, [...arrivals, at]);
  }

  /** Whoever came in twice before they were decided has one decision for both. */
  #decide(contactId: string, decisionId: string, writtenAt: number): void {
    const decidedAt = this.#decidedAt(contactId);
    const arrivals = this.#waiting.get(contactId) ?? [];
    const answered = arrivals.filter((at) => at <= decidedAt);
    const later = arrivals.filter((at) => at > decidedAt);
    if (later.length === 0) this.#waiting.delete(contactId);
    else this.#waiting.set(contactId, later);
    if (answered.length === 0) {
      this.#again += 1;
      return;
    }
    const arrival = { contactId, decisionId, arrivedAt: answered[0]!, writtenAt };
    this.decided.push(arrival);
    for (const listener of this.#listeners) listener(arrival);
  }

  #decidedAt(contactId: string): number {
    const value = this.#portal.records.findRecord(contactType, contactId)?.value('sbx_decided_at') ?? '';
    return Date.parse(value) || 0;
  }
}

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

type WaitingArrival = { readonly at: number; readonly isConverted: boolean };

/**
 * Who came into a portal and which decision they got, by nothing but what happens to its contacts. It begins when it is made.
 */
export class Arrivals {
  readonly decided: DecidedArrival[] = [];
  readonly #portal: HubPortal;
  readonly #waiting = new Map<string, readonly WaitingArrival[]>();
  readonly #contactIds = new Set<string>();
  readonly #listeners: ((arrival: DecidedArrival) => void)[] = [];
  readonly #stop: () => void;
  #merged = 0;
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

  /** The contact of each arrival after which no decision was written: it waits, or came to what stands there already. */
  get waitingIds(): readonly string[] {
    return [...this.#waiting].flatMap(([contactId, arrivals]) => arrivals.map(() => contactId));
  }

  /** Arrivals that share the decision of an earlier one: whoever came in twice before they were decided. */
  get merged(): number {
    return this.#merged;
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
    if (change.kind === 'creation') this.#arrive(change.objectId, { at: change.at, isConverted: false });
    if (change.kind !== 'propertyChange') return;
    if (change.property === 'recent_conversion_date')
      this.#arrive(change.objectId, { at: change.at, isConverted: true });
    if (change.property === 'sbx_decision_id' && change.value !== '')
      this.#decide(change.objectId, change.value, change.at);
  }

  #arrive(contactId: string, arrival: WaitingArrival): void {
    this.#contactIds.add(contactId);
    const before = this.#waiting.get(contactId) ?? [];
    const last = before.at(-1);
    const isOfCreation =
      last !== undefined && arrival.isConverted && !last.isConverted && arrival.at - last.at < sameArrivalMillis;
    const kept = isOfCreation ? [...before.slice(0, -1), { ...last, isConverted: true }] : [...before, arrival];
    this.#waiting.set(contactId, kept);
  }

  /** Whoever came in twice before they were decided has one decision for both. */
  #decide(contactId: string, decisionId: string, writtenAt: number): void {
    const decidedAt = this.#decidedAt(contactId);
    const arrivals = this.#waiting.get(contactId) ?? [];
    const answered = arrivals.filter(({ at }) => at <= decidedAt);
    const later = arrivals.filter(({ at }) => at > decidedAt);
    if (later.length === 0) this.#waiting.delete(contactId);
    else this.#waiting.set(contactId, later);
    const [first] = answered;
    if (first === undefined) {
      this.#again += 1;
      return;
    }
    this.#merged += answered.length - 1;
    const arrival = { contactId, decisionId, arrivedAt: first.at, writtenAt };
    this.decided.push(arrival);
    for (const listener of this.#listeners) listener(arrival);
  }

  #decidedAt(contactId: string): number {
    const value = this.#portal.records.findRecord(contactType, contactId)?.value('sbx_decided_at') ?? '';
    return Date.parse(value) || 0;
  }
}

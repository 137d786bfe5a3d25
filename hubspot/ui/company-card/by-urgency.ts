import type { DecidedContact } from './decided-contact.ts';

/** Those who wait for a first touch first, the one due soonest on top; then the best fit; then the id. What is not known is last. */
export function byUrgency(one: DecidedContact, other: DecidedContact): number {
  return (
    compare(openDueAt(one), openDueAt(other)) || compare(negated(one.fit), negated(other.fit)) || one.id - other.id
  );
}

/** When somebody has to be called; null where nobody waits any more. */
export function openDueAt({ clock }: DecidedContact): number | null {
  const isOpen =
    clock !== null && (clock.state === 'running' || clock.state === 'reminded' || clock.state === 'missed');
  return isOpen ? clock.dueAt : null;
}

function negated(score: number | null): number | null {
  return score === null ? null : -score;
}

function compare(one: number | null, other: number | null): number {
  if (one === null || other === null) {
    return one === other ? 0 : one === null ? 1 : -1;
  }
  return one - other;
}

import type { Queryable } from '../database/database.ts';

/** Why a contact is to be decided, and when that happened. */
export type Mark = { readonly contactId: string; readonly reason: MarkReason; readonly at: number };

/**
 * `created` and `submitted` are arrivals. `changed` decides an arrival again with what is known now. `asked` is a workflow or a
 * person who wants a decision, whatever was before. `handedBack` names who is not asked again.
 */
export type MarkReason = 'created' | 'submitted' | 'changed' | 'asked';

/** A form submission sets several properties, and creates the contact: what comes so close together is one arrival. */
const oneArrivalMillis = 60_000;
/** What changed in the instant of the arrival is read with it. */
const sameInstantMillis = 250;

/**
 * Marks contacts as waiting. The mark is the truth and may be set any number of times: a contact that waits already only
 * learns that there is more to take into account. A change of a contact that never came in is nobody's arrival and marks
 * nothing: installing Signalbox must not stir up what was there before.
 *
 * @returns how many marks were set
 */
export async function markSubjects(
  transaction: Queryable,
  portalId: number,
  marks: readonly Mark[],
  urgency: number = 0,
): Promise<number> {
  let marked = 0;
  // Rows are locked in the order of their ids wherever several are, so that nobody waits for each other in a ring.
  for (const mark of withoutBetween(inOrder(marks))) {
    const rows = await transaction.query<{ is_marked: boolean }>(statementOf(mark.reason), [
      portalId,
      mark.contactId,
      mark.at,
      // Whoever comes in goes before what is only decided again.
      Math.max(urgency, mark.reason === 'changed' ? 0 : 1),
      ...(mark.reason === 'submitted' ? [oneArrivalMillis] : []),
      ...(mark.reason === 'submitted' || mark.reason === 'changed' ? [sameInstantMillis] : []),
    ]);
    marked += rows.length;
  }
  return marked;
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort(
    (one, other) => compare(one.contactId, other.contactId) || one.at - other.at || compare(one.reason, other.reason),
  );
}

/**
 * Of several marks of one contact for one reason the first and the last do: a form that sets twenty properties would ask for twenty
 * statements, and what lies between changes nothing.
 */
function withoutBetween(marks: readonly Mark[]): Mark[] {
  const first = new Map<string, Mark>();
  const last = new Map<string, Mark>();
  const nameOf = ({ contactId, reason }: Mark): string => `${reason} ${contactId}`;
  for (const mark of marks) {
    const name = nameOf(mark);
    if (!first.has(name)) {
      first.set(name, mark);
    }
    last.set(name, mark);
  }
  return marks.filter((mark) => {
    const name = nameOf(mark);
    return mark === first.get(name) || (mark === last.get(name) && mark.at !== first.get(name)!.at);
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What waits again has a new number, so that the same submission under the same rules is not taken for decided. */
const again = `
  version = subject.version + 1,
  urgency = greatest(subject.urgency, excluded.urgency),
  not_before = 0,
  attempts = case when subject.is_waiting then subject.attempts else 0 end,
  arrival = case when subject.is_waiting then subject.arrival else subject.arrival + 1 end,
  arrived_at = case when subject.is_waiting then subject.arrived_at else excluded.arrived_at end,
  is_waiting = true,
  put_aside_at = null`;

const arrive = `
insert into subject (portal_id, contact_id, arrived_at, is_waiting, urgency) values ($1, $2, $3, true, $4)
on conflict (portal_id, contact_id) do update set`;

function statementOf(reason: MarkReason): string {
  switch (reason) {
    case 'created':
      // Whoever is known was created before; only one that came back from deletion arrives again.
      return `${arrive} ${again}, deleted_at = null where subject.deleted_at is not null and subject.deleted_at < $3
        returning true as is_marked`;
    case 'submitted':
      return `${arrive} ${again},
          earlier_decision_id = case
            when subject.is_waiting or $3 - subject.arrived_at <= $5 then subject.earlier_decision_id
            else subject.current_decision_id end,
          deleted_at = null
        where (subject.deleted_at is null or subject.deleted_at < $3) and $3 > subject.arrived_at + $6
        returning true as is_marked`;
    case 'asked':
      return `${arrive} ${again}, deleted_at = null where subject.deleted_at is null or subject.deleted_at < $3
        returning true as is_marked`;
    case 'changed':
      return `update subject set version = subject.version + 1,
          urgency = greatest(subject.urgency, $4),
          attempts = case when subject.is_waiting then subject.attempts else 0 end,
          arrival = case when subject.is_waiting then subject.arrival else subject.arrival + 1 end,
          arrived_at = case when subject.is_waiting then subject.arrived_at else $3 end,
          is_waiting = true,
          put_aside_at = null
        where portal_id = $1 and contact_id = $2 and deleted_at is null and $3 > arrived_at + $5
        returning true as is_marked`;
  }
}

/** Marks a contact so that it is decided again and somebody is not asked: who handed it back, or missed it. */
export async function markHandedBack(
  transaction: Queryable,
  portalId: number,
  contactId: string,
  repKey: string,
  at: number,
): Promise<void> {
  await transaction.query(
    `update subject set version = version + 1, not_before = 0, attempts = 0, urgency = 1,
       arrival = case when is_waiting then arrival else arrival + 1 end,
       arrived_at = case when is_waiting then arrived_at else $4 end,
       is_waiting = true,
       handed_back = case when $3 = any(string_to_array(handed_back, ';')) then handed_back
         when handed_back = '' then $3 else handed_back || ';' || $3 end
     where portal_id = $1 and contact_id = $2 and deleted_at is null`,
    [portalId, contactId, repKey, at],
  );
}

import * as z from 'zod';
import type { Entry, NewEntry } from '../log/entry.ts';
import type { EntryLog } from '../log/entry-log.ts';
import { claimKey, decisionEntryKey } from '../log/keys.ts';
import { findNewest } from '../turns/find-newest.ts';
import type { EarlierDecision } from '../../handlers/subjects/subject.ts';
import { standingOf } from './outcome-entry.ts';

/** Why a contact is decided. */
export type ClaimReason =
  /** A person or a workflow asks for a decision with what is known now. */
  | 'asked'
  /** They came in again, which is a new arrival. */
  | 'submitted'
  /** Somebody gave it back. */
  | 'handedBack';

const claimBody = z.object({
  reason: z.enum(['asked', 'submitted', 'handedBack']),
  handedBackKeys: z.array(z.string()),
});

/** A contact that is to be decided, or was. */
export type Claim = z.infer<typeof claimBody> & {
  readonly entryId: string;
  readonly contactId: string;
  readonly arrival: number;
  readonly at: number;
  readonly isOpen: boolean;
  readonly call: string | null;
};

/** The last arrivals of a contact, the newest first; at most two. */
export type ContactHistory = {
  readonly arrivals: readonly { readonly claim: Claim; readonly outcome: Entry | null }[];
};

const nothing: ContactHistory = { arrivals: [] };

/** What is known of contacts: their newest claim, the one before it, and what these came to. Two rounds of calls for all. */
export async function readHistories(
  log: EntryLog,
  contactIds: readonly string[],
): Promise<Map<string, ContactHistory>> {
  const newest = await findNewest(new Map(contactIds.map((id) => [id, 0])), async (asked) => {
    const found = await log.findByKeys(
      asked.map(({ name, sequence }) => claimKey(name, sequence)),
      ['body'],
    );
    return asked.flatMap((one) => {
      const entry = found.get(claimKey(one.name, one.sequence));
      return entry === undefined ? [] : [{ ...one, entry }];
    });
  });
  const numbers = [...newest].flatMap(([contactId, { sequence }]) =>
    [sequence, sequence - 1].filter((number) => number > 0).map((number) => ({ contactId, number })),
  );
  const [claims, outcomes] = await Promise.all([
    log.findByKeys(
      numbers.map(({ contactId, number }) => claimKey(contactId, number)),
      ['body'],
    ),
    log.findByKeys(
      numbers.map(({ contactId, number }) => decisionEntryKey(contactId, number)),
      ['ledger', 'body', 'due'],
    ),
  ]);
  return new Map(
    contactIds.map((contactId) => {
      const theirs = numbers.filter((one) => one.contactId === contactId);
      const arrivals = theirs.flatMap(({ number }) => {
        const claim = claimOf(claims.get(claimKey(contactId, number)), contactId, number);
        return claim === null ? [] : [{ claim, outcome: outcomes.get(decisionEntryKey(contactId, number)) ?? null }];
      });
      return [contactId, theirs.length === 0 ? nothing : { arrivals }];
    }),
  );
}

/** The decision that counts for a contact, before one of its arrivals is decided. */
export function standingBefore(history: ContactHistory, arrival: number): EarlierDecision | null {
  for (const { claim, outcome } of history.arrivals) {
    const standing = claim.arrival < arrival && outcome !== null ? standingOf(outcome) : null;
    if (standing !== null) {
      return standing;
    }
  }
  return null;
}

/** A claim as it is made. */
export function entryOfClaim(
  contactId: string,
  arrival: number,
  given: {
    readonly reason: ClaimReason;
    readonly handedBackKeys: readonly string[];
    readonly call: string | null;
    readonly at: number;
  },
): NewEntry {
  return {
    key: claimKey(contactId, arrival),
    turnKey: null,
    kind: 'claim',
    state: 'open',
    contactId,
    at: given.at,
    columns: { call: given.call },
    texts: { body: JSON.stringify({ reason: given.reason, handedBackKeys: given.handedBackKeys }) },
  };
}

function claimOf(entry: Entry | undefined, contactId: string, arrival: number): Claim | null {
  if (entry === undefined) {
    return null;
  }
  const read = claimBody.safeParse(jsonOf(entry.texts.body ?? ''));
  const { reason, handedBackKeys } = read.success ? read.data : { reason: 'asked' as const, handedBackKeys: [] };
  return {
    entryId: entry.id,
    contactId,
    arrival,
    at: entry.at,
    isOpen: entry.state === 'open',
    call: entry.columns.call ?? null,
    reason,
    handedBackKeys,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

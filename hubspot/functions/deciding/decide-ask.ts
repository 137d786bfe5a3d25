import type { EarlierDecision } from '../../handlers/subjects/subject.ts';
import type { Entry } from '../log/entry.ts';
import type { ClaimReason } from './contact-history.ts';
import { standingOf } from './outcome-entry.ts';

/** Somebody wants a contact decided. */
export type DecideAsk = {
  readonly contactId: string;
  /** `keep` answers the decision that stands, where there is one. */
  readonly reason: ClaimReason | 'keep';
  /** Who is not to be asked again for it, where somebody hands it back. */
  readonly handedBackKey?: string;
  /**
   * When it happened that makes somebody ask: what was claimed since then has taken it into account. Events come twice, late, and
   * several for one thing.
   */
  readonly happenedAt?: number;
  /** A change of a contact that never came in is nobody's arrival: nothing is done then. */
  readonly isOnlyIfKnown?: boolean;
  /** Of two with the same call the second changes nothing; null where each is a call of its own. */
  readonly call: string | null;
};

export type DecideAnswer = { readonly contactId: string } & (
  | {
      readonly state: 'decided' | 'repeated';
      readonly standing: EarlierDecision;
      /** What was decided, where it was decided now or is the last outcome. */
      readonly entry: Entry;
    }
  /** It is claimed and will be decided by whoever comes by: ask again. */
  | { readonly state: 'waiting' }
  /** It never came in, and nothing was asked that makes it come in. */
  | { readonly state: 'leftAlone' }
  /** The portal has no such contact any more, or has it under another id. */
  | { readonly state: 'gone'; readonly mergedInto: string | null }
);

/** What an outcome answers to whoever asked. */
export function answerOf(contactId: string, entry: Entry): DecideAnswer {
  const standing = standingOf(entry);
  return standing === null
    ? { contactId, state: 'waiting' }
    : { contactId, state: entry.kind === 'repeat' ? 'repeated' : 'decided', standing, entry };
}

import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import type { Crm } from '../../handlers/crm/crm.ts';
import type { LastLive } from '../../handlers/rules/live-rules.ts';
import type { RuleStore } from '../../handlers/rules/rule-store.ts';
import type { EntryLog } from '../log/entry-log.ts';

/** What the app noted of itself in the portal. */
export type SelfEntry = {
  readonly id: string;
  readonly hasLeads: boolean;
  /** Properties that the portal could not be given, such as contacts.sbx_fit_score. */
  readonly missingProperties: ReadonlySet<string>;
  /** The revision that decided last; null where none did. */
  readonly lastLive: LastLive | null;
};

/** Time and chance of an invocation. */
export type Moment = {
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly chance: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  /** A name that no other invocation has. */
  readonly newName: () => string;
};

/** One portal as an invocation of a function sees it. Nothing of it outlives the invocation. */
export type PrivatePortal = Moment & {
  readonly portalId: number;
  /** The app's own id: an owner whom it set was chosen by nobody. */
  readonly appId: number;
  readonly accountType: string;
  readonly crm: Crm;
  readonly store: RuleStore;
  readonly log: EntryLog;
  readonly lists: LookupLists;
  readonly self: SelfEntry;
};

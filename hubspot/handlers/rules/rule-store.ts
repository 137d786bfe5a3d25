import type { PolicyRow } from '../../../core/src/decide/index.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';

/** The rows as ops left them, not validated. */
export type DraftRows = {
  readonly rows: readonly PolicyRow[];
  readonly configuration: PortalConfiguration;
  /** What could not even be read as a row; shown with the policy's own problems. */
  readonly problems: readonly RuleProblem[];
};

/** Something that is wrong with the draft, as it is told to ops. */
export type RuleProblem = {
  readonly code: string;
  /** Where: "rule row 3, destinationKey". */
  readonly about: string;
  readonly found: string;
  /** What to do about it. */
  readonly next: string;
};

/** A published revision. `text` is the canonical text, whose SHA-256 is `hash`. */
export type Revision = {
  readonly number: number;
  readonly hash: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly publishedBy: string;
  /** The hash of the revision before; null for the first. */
  readonly previousHash: string | null;
};

/** A revision without its text, for lists. */
export type RevisionEntry = Omit<Revision, 'text'> & { readonly isLive: boolean };

/**
 * Where a portal keeps its rules. All of it lives in the portal: what the app has is a copy. Methods throw `CrmError`, and
 * `RuleStoreError` where the portal holds something that cannot be what was written.
 */
export interface RuleStore {
  /** `records` are native rows in list views; `files` is for plans without custom objects. */
  readonly form: 'records' | 'files';
  /** Makes what is missing: object types and properties, or the folder. Doing it twice changes nothing. */
  prepare(): Promise<void>;
  readDraft(): Promise<DraftRows>;
  /** Replaces all rows: what the draft lacks is archived. */
  writeDraft(rows: readonly PolicyRow[], configuration: PortalConfiguration): Promise<void>;
  /** Writes at each row what is wrong with it, and takes away what no longer is. */
  noteProblems(problems: readonly RuleProblem[]): Promise<void>;
  /** Newest first. */
  listRevisions(): Promise<RevisionEntry[]>;
  /** The entry that decides now; null before the first publishing. One call, for it is asked often. */
  findLive(): Promise<RevisionEntry | null>;
  /** Null where the portal holds none of that hash, or holds a text that has another. */
  readRevision(hash: string): Promise<Revision | null>;
  /** Keeps a revision for ever and makes it the live one. One of the same hash is not written twice. */
  keepRevision(revision: Revision): Promise<void>;
  /** Makes a revision that is there the live one. */
  makeLive(hash: string): Promise<void>;
}

import type { PolicyRow } from '../../../core/src/decide/index.ts';
import type { Crm } from '../crm/crm.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';
import { ruleTypeNames, TypeIds, type RuleTypeNames } from './object-types.ts';
import { prepareTypes } from './prepare-types.ts';
import { RecordDraft } from './record-draft.ts';
import { RecordRevisions } from './record-revisions.ts';
import type { DraftRows, Revision, RevisionEntry, RuleProblem, RuleStore } from './rule-store.ts';

/**
 * Rules as records of two object types: a row a record, which ops read and edit in native list views, and a record for each
 * published revision. Where the types are missing there are no rows and no revisions; writing is HSR001 until prepare.
 */
export class RecordRuleStore implements RuleStore {
  readonly form = 'records';
  readonly #crm: Crm;
  readonly #types: TypeIds;
  readonly #draft: RecordDraft;
  readonly #revisions: RecordRevisions;

  constructor(crm: Crm, names: RuleTypeNames = ruleTypeNames) {
    this.#crm = crm;
    this.#types = new TypeIds(crm, names);
    this.#draft = new RecordDraft(crm, this.#types);
    this.#revisions = new RecordRevisions(crm, this.#types);
  }

  prepare(): Promise<void> {
    return prepareTypes(this.#crm, this.#types);
  }

  readDraft(): Promise<DraftRows> {
    return this.#draft.read();
  }

  writeDraft(rows: readonly PolicyRow[], configuration: PortalConfiguration): Promise<void> {
    return this.#draft.write(rows, configuration);
  }

  /** Also writes titles and sentences anew, which an edit has made old. */
  noteProblems(problems: readonly RuleProblem[]): Promise<void> {
    return this.#draft.note(problems);
  }

  /** Lists without texts. */
  listRevisions(): Promise<RevisionEntry[]> {
    return this.#revisions.list();
  }

  /** One call while the live revision stays the same; after a change, a listing. */
  findLive(): Promise<RevisionEntry | null> {
    return this.#revisions.findLive();
  }

  readRevision(hash: string): Promise<Revision | null> {
    return this.#revisions.read(hash);
  }

  /** Goes live only after its text came back byte for byte: HSR004 otherwise, and nothing changes. */
  keepRevision(revision: Revision): Promise<void> {
    return this.#revisions.keep(revision);
  }

  makeLive(hash: string): Promise<void> {
    return this.#revisions.makeLive(hash);
  }
}

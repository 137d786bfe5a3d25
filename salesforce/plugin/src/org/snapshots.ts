import type { RunContext } from '../../../../core/src/author/run/run-context.ts';
import { contextOfTexts } from '../../../../core/src/author/run/read-snapshots.ts';
import type { Org } from './org.ts';
import { textOf } from './read-values.ts';
import { readRevisions, readRevisionText, type Revision } from './revisions.ts';
import { readParts } from './text-parts.ts';

/** The fingerprints of the three texts that made a decision, as its record names them. */
export type Named = { readonly policy: string; readonly roster: string; readonly calendars: string };

/** A text that the org does not have any more, or has otherwise than its fingerprint says. */
export type Missing = { readonly what: 'policy' | 'roster' | 'calendars'; readonly fingerprint: string };

/** Everything that decisions name: revisions, rosters and calendars, each read once and only when it is asked for. */
export class Snapshots {
  readonly revisions: readonly Revision[];
  readonly #org: Org;
  readonly #idsByFingerprint: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #contexts = new Map<string, Promise<RunContext | Missing>>();

  private constructor(org: Org, revisions: readonly Revision[], idsByFingerprint: ReadonlyMap<string, string>) {
    this.#org = org;
    this.revisions = revisions;
    this.#idsByFingerprint = idsByFingerprint;
  }

  static async of(org: Org): Promise<Snapshots> {
    const revisions = await readRevisions(org);
    const records = await org.selectAll('SbxSnapshot__c', ['Id', 'Kind__c', 'Fingerprint__c'], 'ORDER BY Id');
    const ids = records.map((each) => [textOf(each, 'Fingerprint__c'), textOf(each, 'Id')] as const);
    return new Snapshots(org, revisions, new Map(ids));
  }

  /** The text of a revision; null where it is gone or was changed. */
  policyText(fingerprint: string): Promise<string | null> {
    return this.#remember(`policy ${fingerprint}`, () => {
      const revision = this.revisions.find((each) => each.fingerprint === fingerprint);
      return revision === undefined ? Promise.resolve(null) : readRevisionText(this.#org, revision);
    });
  }

  /** The text of a roster or of calendars; null where it is gone or was changed. */
  snapshotText(fingerprint: string): Promise<string | null> {
    return this.#remember(`snapshot ${fingerprint}`, () => {
      const id = this.#idsByFingerprint.get(fingerprint);
      return id === undefined
        ? Promise.resolve(null)
        : readParts(this.#org, { object: 'SbxSnapshotPart__c', parent: 'Snapshot__c', id, fingerprint });
    });
  }

  /** The context of a decision, made again; or the first of its texts that is missing. */
  contextOf(named: Named): Promise<RunContext | Missing> {
    const key = `${named.policy} ${named.roster} ${named.calendars}`;
    const known = this.#contexts.get(key) ?? this.#makeContext(named);
    this.#contexts.set(key, known);
    return known;
  }

  async #makeContext(named: Named): Promise<RunContext | Missing> {
    const policy = await this.policyText(named.policy);
    if (policy === null) return { what: 'policy', fingerprint: named.policy };
    const roster = await this.snapshotText(named.roster);
    if (roster === null) return { what: 'roster', fingerprint: named.roster };
    const calendars = await this.snapshotText(named.calendars);
    if (calendars === null) return { what: 'calendars', fingerprint: named.calendars };
    return contextOfTexts({ policy, roster, calendars });
  }

  #remember(key: string, read: () => Promise<string | null>): Promise<string | null> {
    const known = this.#texts.get(key) ?? read();
    this.#texts.set(key, known);
    return known;
  }
}

/** Whether a context could not be made. */
export function isMissing(found: RunContext | Missing): found is Missing {
  return 'what' in found;
}

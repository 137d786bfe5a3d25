import type { FieldPast } from '../../../../core/src/author/learn/table/value-as-of.ts';
import { asInstant } from './read-cells.ts';

type Change = { readonly changedAt: number; readonly before: string | null; readonly after: string | null };

/** What the org wrote down of changes to leads, by lead and by field. */
export class FieldHistories {
  readonly #trackedSince: ReadonlyMap<string, number>;
  readonly #neverChanged: ReadonlySet<string>;
  readonly #changes = new Map<string, Map<string, Change[]>>();

  /**
   * @param trackedSince by field in lower case, the earliest change that the org still has of it in any lead
   * @param neverChanged fields in lower case of which the admin knows that nobody changes them after a lead arrived
   */
  constructor(trackedSince: ReadonlyMap<string, number>, neverChanged: ReadonlySet<string>) {
    this.#trackedSince = trackedSince;
    this.#neverChanged = neverChanged;
  }

  /** A row of LeadHistory: lead, field, time, old and new value. */
  add([leadId = '', field = '', at = '', before = '', after = '']: readonly string[]): void {
    const changedAt = asInstant(at);
    if (changedAt === null) return;
    const ofLead = this.#changes.get(leadId) ?? new Map<string, Change[]>();
    const ofField = ofLead.get(field.toLowerCase()) ?? [];
    ofField.push({ changedAt, before: before === '' ? null : before, after: after === '' ? null : after });
    ofLead.set(field.toLowerCase(), ofField);
    this.#changes.set(leadId, ofLead);
  }

  /**
   * What is known of a field's past. An org does not say since when it tracks a field, and forgets after 18 to 24 months; but where
   * it has a change of the field from before this lead came, it has those of this lead, too.
   *
   * A field that is not tracked is not known, whether its lead was ever saved again or not: a lead that was converted always was, so
   * "known" would come to mean "never won".
   */
  pastOf(leadId: string, field: string, createdAt: number, present: string | null): FieldPast<string> {
    const name = field.toLowerCase();
    const changes = this.changesOf(leadId, name);
    const since = this.#trackedSince.get(name);
    // Of a long text the history says only that it was changed.
    const isTold = changes.every(({ before, after }) => before !== null || after !== null);
    if (since !== undefined && since <= createdAt && isTold) {
      const [first] = changes;
      const initial = first === undefined ? present : first.before;
      return {
        kind: 'history',
        changes: [
          { changedAt: createdAt, value: initial },
          ...changes.map(({ changedAt, after }) => ({ changedAt, value: after })),
        ],
      };
    }
    return { kind: 'present', value: present, isUntouched: this.#neverChanged.has(name) };
  }

  /** Changes of a field, the first one first. */
  changesOf(leadId: string, field: string): readonly Change[] {
    const changes = this.#changes.get(leadId)?.get(field.toLowerCase()) ?? [];
    return changes.toSorted((one, other) => one.changedAt - other.changedAt);
  }

  /** The last change of a field after a moment; null where there was none. */
  lastChangeAfter(leadId: string, field: string, moment: number): number | null {
    const last = this.changesOf(leadId, field).at(-1);
    return last !== undefined && last.changedAt > moment ? last.changedAt : null;
  }
}

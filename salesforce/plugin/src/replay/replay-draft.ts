import { recordOfText } from '../../../../core/src/author/run/read-record.ts';
import { rosterOfPolicy } from '../../../../core/src/author/run/roster-file.ts';
import { contextOf, type RunContext } from '../../../../core/src/author/run/run-context.ts';
import { assess, assign } from '../../../../core/src/decide/index.ts';
import type { DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Captured } from './captured.ts';
import { DraftLedgers } from './draft-ledgers.ts';
import { DraftReviewLoad, isReviewed } from './review-load.ts';

/** A decision as it was made, and as the draft makes it. */
export type Replayed = {
  readonly captured: Captured;
  readonly after: DecisionRecord;
  /** The context in which the draft decided. */
  readonly run: RunContext;
};

/** Who got an earlier lead, and who gets it by the draft. */
type Owners = { readonly before: string; readonly after: string };

/**
 * Decides past leads by a draft: each from the input that was captured, with the roster and the calendars of its day, one
 * after the other, so that turns, open work, reviews and owners of returning people follow from the draft's own decisions.
 * By the policy that decided them, everything comes out as it was.
 *
 * Example: `replayDraft(decisions, draft)` has one entry for each decision.
 */
export function* replayDraft(decisions: readonly Captured[], draft: Policy): Generator<Replayed> {
  const contexts = new DraftContexts(draft);
  const ledgers = new DraftLedgers(decisions);
  const reviews = new DraftReviewLoad();
  const ownersBySubmission = new Map<string, Owners>();
  for (const captured of decisions) {
    const run = contexts.of(captured.run);
    const input: DecisionInput = {
      ...captured.input,
      crm: { ...captured.input.crm, earlierOwnerKey: earlierOwner(captured, run, ownersBySubmission) },
      reviewLoad: reviews.of(captured.input.reviewLoad),
    };
    const assessment = assess(input, run.context);
    const decision = assign(assessment, ledgers.before(captured, run.context.prepared), run.context);
    ledgers.after(captured, decision);
    const after = recordOfText(decision.decisionText);
    reviews.count(isReviewed(captured.record, captured.run), isReviewed(after, run));
    const owners = { before: captured.record.assignment.owner, after: after.assignment.owner };
    ownersBySubmission.set(captured.input.submission.submissionKey, owners);
    yield { captured, after, run };
  }
}

/** Somebody who comes again goes to whom the draft gave them, where the record says that they went to their earlier owner. */
function earlierOwner(
  { input }: Captured,
  { context }: RunContext,
  ownersBySubmission: ReadonlyMap<string, Owners>,
): string | null {
  const { earlierSubmissionKey, earlierOwnerKey } = input.crm;
  const owners = earlierSubmissionKey === null ? undefined : ownersBySubmission.get(earlierSubmissionKey);
  if (owners === undefined || owners.before !== earlierOwnerKey || owners.before === owners.after) {
    return earlierOwnerKey;
  }
  return context.reps.has(owners.after) ? owners.after : null;
}

/** The draft's context for each roster with its calendars. */
class DraftContexts {
  readonly #draft: Policy;
  readonly #contexts = new Map<string, RunContext>();

  constructor(draft: Policy) {
    this.#draft = draft;
  }

  of({ roster, context }: RunContext): RunContext {
    const key = `${context.rosterHash} ${context.calendarsHash}`;
    const known =
      this.#contexts.get(key) ??
      contextOf(this.#draft, rosterOfPolicy(this.#draft), roster, [...context.calendars.values()]);
    this.#contexts.set(key, known);
    return known;
  }
}

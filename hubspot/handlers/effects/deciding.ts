import type { Decision } from '../../../core/src/decide/index.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Destination, Policy } from '../../../core/src/decide/model/policy.ts';
import type { ActionKind, PlannedAction } from '../../../core/src/decide/act/plan-actions.ts';
import type { Story } from '../../../core/src/decide/record/story.ts';
import type { Team } from '../people/team.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { GatheredSubject } from '../subjects/subject.ts';

/** A decision with everything that says what it comes to in this portal. */
export type Deciding = {
  readonly subject: GatheredSubject;
  readonly decision: Decision;
  /** The policy that decided. */
  readonly policy: Policy;
  /** The people at that moment. */
  readonly team: Team;
  readonly settings: PortalSettings;
  readonly revision: { readonly number: number; readonly hash: string };
  /** Whether the portal's plan has lead records. */
  readonly hasLeads: boolean;
  /** See `isRepeatOf`. */
  readonly isRepeat: boolean;
  /** Such as Europe/Berlin. */
  readonly portalTimeZone: string;
};

/** A decision, and what it reads like. */
export type DecidedSubject = Deciding & {
  readonly record: DecisionRecord;
  readonly story: Story;
  readonly destination: Destination;
};

/** Something that ops should look at. It never repeats what a lead said. */
export type EffectProblem = {
  readonly code: string;
  /** The thing: rep "nurture-queue". */
  readonly about: string;
  readonly found: string;
  /** What to do about it. */
  readonly next: string;
};

/** What of a kind is really done: mode and trial leave the rest a plan. */
export function performed(decision: Decision, kind: ActionKind): PlannedAction[] {
  return decision.plan.actions.filter((action) => action.isPerformed && action.kind === kind);
}

/** Whether the lead is only recorded, as an import is. */
export function isQuiet(destination: Destination): boolean {
  return destination.kind === 'recordOnly';
}

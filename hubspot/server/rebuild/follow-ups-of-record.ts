import { assess, assign, type Decision } from '../../../core/src/decide/index.ts';
import type { ActionKind, PlannedAction } from '../../../core/src/decide/act/plan-actions.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Destination } from '../../../core/src/decide/model/policy.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import { planEffects } from '../../handlers/effects/plan-effects.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { DecidingView } from '../portals/portal-session.ts';

/**
 * What followed from a decision beside the contact's own properties, made again of its record: the note, the tasks, the lead. They
 * are to be applied as something that may have been done already.
 */
export function followUpsOf(
  stored: { readonly decisionId: string; readonly text: string; readonly record: DecisionRecord },
  subject: GatheredSubject,
  view: DecidingView,
  hasLeads: boolean,
): Effect[] {
  const { policy } = view.rules;
  const destinationPosition = policy.destinations.findIndex(
    (destination) => destination.destinationKey === stored.record.choice.destination,
  );
  if (destinationPosition < 0) {
    return [];
  }
  const { effects } = planEffects({
    subject,
    decision: decisionOf(stored, subject, view, destinationPosition),
    policy,
    team: view.team,
    settings: view.configuration.settings,
    revision: view.rules,
    hasLeads,
    isRepeat: false,
    portalTimeZone: view.configuration.calendars[0]?.timeZone ?? 'UTC',
  });
  return effects.filter((effect) => effect.kind !== 'record');
}

/** The contact decided once more, with everything that the record says put in the place of what came out now. */
function decisionOf(
  { decisionId, text, record }: { readonly decisionId: string; readonly text: string; readonly record: DecisionRecord },
  subject: GatheredSubject,
  view: DecidingView,
  destinationPosition: number,
): Decision {
  const anew = assign(assess(subject.input, view.context), [], view.context);
  const destination = view.rules.policy.destinations[destinationPosition]!;
  return {
    ...anew,
    decisionText: text,
    assessment: {
      ...anew.assessment,
      now: record.decidedAt,
      choice: { ...anew.assessment.choice, destinationPosition },
    },
    clock: {
      ...anew.clock,
      slaKey: record.clock.sla,
      startedAt: record.decidedAt,
      dueAt: record.clock.dueAt,
      ownerKey: record.clock.owner,
    },
    plan: {
      decisionKey: decisionId,
      arm: record.arm,
      actions: record.actions.map((written) => actionOf(written, record, destination)),
    },
  };
}

/** "+createTask ana" → the task for ana, which is performed. */
function actionOf(written: string, record: DecisionRecord, destination: Destination): PlannedAction {
  const [kind, ...subject] = written.slice(1).split(' ');
  const action = { kind: kind as ActionKind, subject: subject.join(' ') };
  return { ...action, content: contentOf(action, record, destination), isPerformed: written.startsWith('+') };
}

function contentOf(
  { kind, subject }: { readonly kind: ActionKind; readonly subject: string },
  record: DecisionRecord,
  destination: Destination,
): string {
  switch (kind) {
    case 'createTask':
      return destination.taskLabel ?? '';
    case 'startClock':
      return String(record.clock.dueAt);
    case 'alert':
      if (subject === record.clock.owner && record.choice.overflow) {
        return 'reviewOverflow';
      }
      return record.assignment.basis === 'kept' &&
        record.assignment.passedOver !== null &&
        subject === record.clock.owner
        ? 'keptOwnerAway'
        : destination.destinationKey;
    default:
      return '';
  }
}

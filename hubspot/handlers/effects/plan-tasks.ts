import { html } from '../../../core/src/author/report/html.ts';
import type { PlannedAction } from '../../../core/src/decide/act/plan-actions.ts';
import { missingUser } from './plan-owner.ts';
import { performed, type EffectProblem, type DecidedSubject } from './deciding.ts';
import type { TaskEffect } from './effect.ts';
import { taskMarker } from './marker.ts';
import { plainLine } from './plain-line.ts';
import { withInstants } from './write-instant.ts';

type Draft = {
  readonly reason: string;
  readonly subject: string;
  readonly ownerId: string | null;
  isUrgent: boolean;
  readonly remarks: string[];
};

const mostSubjectCharacters = 200;
const mostLineCharacters = 1_000;

/**
 * The task of whoever has the lead, and the alerts. HubSpot has no bell that an app can ring, so that an alert is an urgent task:
 * for the owner it makes theirs urgent, for anybody else it is one of its own.
 *
 * @param holderId the user who holds the lead now; null where it is somebody without a user
 */
export function planTasks(
  told: DecidedSubject,
  holderId: string | null,
): { tasks: TaskEffect[]; problems: EffectProblem[] } {
  if (told.isRepeat) {
    return { tasks: [], problems: [] };
  }
  const holderKey = told.record.assignment.owner;
  const drafts: Draft[] = performed(told.decision, 'createTask').map((action) =>
    draftOf('owner', action.content, holderId),
  );
  const problems: EffectProblem[] = [];
  for (const alert of performed(told.decision, 'alert')) {
    const words = alertWords(alert, told);
    const recipientId = alert.subject === holderKey ? holderId : (told.team.ownerIdOf.get(alert.subject) ?? null);
    const theirs = drafts.find(
      ({ reason, ownerId }) => reason === 'owner' && (alert.subject === holderKey || ownerId === recipientId),
    );
    if (theirs === undefined) {
      if (recipientId === null && alert.subject !== holderKey) {
        problems.push(missingUser(alert.subject, told.team, 'Its alert went to whoever looks after Signalbox.'));
      }
      drafts.push({
        ...draftOf(words.reason, words.subject, recipientId ?? stewardId(told)),
        isUrgent: true,
        remarks: words.remarks,
      });
    } else {
      theirs.isUrgent = true;
      theirs.remarks.push(...words.remarks);
    }
  }
  return { tasks: drafts.map((draft) => taskOf(draft, told)), problems };
}

function draftOf(reason: string, subject: string, ownerId: string | null): Draft {
  return { reason, subject, ownerId, isUrgent: false, remarks: [] };
}

/** An alert must reach somebody: where its recipient has no user, whoever looks after what goes wrong. */
function stewardId({ settings, team }: DecidedSubject): string | null {
  return settings.alertKey === null ? null : (team.ownerIdOf.get(settings.alertKey) ?? null);
}

function alertWords(
  alert: PlannedAction,
  told: DecidedSubject,
): { reason: string; subject: string; remarks: string[] } {
  switch (alert.content) {
    case 'reviewOverflow':
      return {
        reason: 'reviewOverflow',
        subject: 'Review is full: a lead took the overflow setting',
        remarks: ['Review has had its share of the day, so the overflow setting took this lead.'],
      };
    case 'keptOwnerAway':
      return {
        reason: 'keptOwnerAway',
        subject: 'The owner who was kept cannot take the lead',
        remarks: [
          'A person chose the owner, who is kept and cannot take it now: see "Why not the others" in the note.',
        ],
      };
    default:
      return { reason: 'alert', subject: `Look at it now: ${told.destination.label}`, remarks: [] };
  }
}

function taskOf(draft: Draft, told: DecidedSubject): TaskEffect {
  const marker = taskMarker(told.decision.plan.decisionKey, draft.reason);
  const question = told.story.sections.find(({ code }) => code === 'question')?.lines[0]?.text;
  const lines = [
    told.story.headline,
    ...draft.remarks,
    ...(question === undefined ? [] : [`Ask next: ${question}`]),
  ].map((line) => plainLine(withInstants(line, told.portalTimeZone), mostLineCharacters));
  return {
    kind: 'task',
    contactId: told.subject.waiting.contactId,
    marker,
    subject: plainLine(draft.subject, mostSubjectCharacters),
    body: [...lines, marker].map((line) => html`<p>${line}</p>`.markup).join(''),
    ownerId: draft.ownerId,
    dueAt: told.decision.clock.dueAt,
    isUrgent: draft.isUrgent,
  };
}

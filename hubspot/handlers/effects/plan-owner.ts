import type { DestinationKind } from '../../../core/src/decide/model/policy.ts';
import type { Team } from '../people/team.ts';
import type { EffectProblem, DecidedSubject } from './deciding.ts';
import { performed } from './deciding.ts';
import { isLeadPlanned } from './plan-lead.ts';
import type { OwnerChange } from './effect.ts';

/** Where a name without a user is what ops mean: nobody works these leads. */
const kindsWithoutUser: ReadonlySet<DestinationKind> = new Set(['nurture', 'closeOut', 'recordOnly']);

/**
 * The user who holds the lead now that it is decided, as HubSpot calls them; null where it is somebody without a user. An owner
 * whom the team does not know and who has the record already is taken at the portal's word.
 */
export function holderIdOf(told: DecidedSubject): string | null {
  const { record, subject, team } = told;
  const key = record.assignment.owner;
  const isOnRecord = record.ownerBasis === 'record' && record.owner === key;
  return team.ownerIdOf.get(key) ?? (isOnRecord ? subject.ownerId : null);
}

/**
 * What is written as the owner; null where nothing is to be. Where it belongs on a lead and the contact has none and gets none,
 * it stands on the contact: somebody must see it.
 */
export function planOwner(told: DecidedSubject): OwnerChange | null {
  const ownerId = holderIdOf(told);
  if (ownerId === null || !isOwnerSet(told)) {
    return null;
  }
  const { settings, subject } = told;
  if (settings.ownerOn === 'lead' && isLeadPlanned(told)) {
    return null;
  }
  const on = settings.ownerOn !== 'contact' && subject.openLeads.length === 0 ? 'contact' : settings.ownerOn;
  const isThere = [
    ...(on === 'lead' ? [] : [subject.ownerId]),
    ...(on === 'contact' ? [] : subject.openLeads.map((lead) => lead.ownerId)),
  ].every((present) => present === ownerId);
  return isThere ? null : { ownerId, on, decidedAt: told.decision.assessment.now, isOverPerson: false };
}

/** What keeps the owner from being written: the policy gives the lead to a name that is no user of this portal. */
export function ownerProblems(told: DecidedSubject): EffectProblem[] {
  if (!isOwnerSet(told) || holderIdOf(told) !== null || kindsWithoutUser.has(told.destination.kind)) {
    return [];
  }
  return [
    missingUser(told.record.assignment.owner, told.team, 'The owner was left as it was; the clock runs all the same.'),
  ];
}

/** A name of the policy that nobody in the portal answers to. `left` says what became of it. */
export function missingUser(key: string, team: Team, left: string): EffectProblem {
  const isRep = team.roster.reps.some((rep) => rep.repKey === key);
  const lack = isRep
    ? 'their user is not there or cannot own records'
    : 'no user of this portal stands behind the name';
  return {
    code: 'HSE001',
    about: `rep "${key}"`,
    found: `The policy names them, but ${lack}. ${left}`,
    next: 'Give the name the e-mail address of a user in Settings → People, or name somebody else in the policy.',
  };
}

function isOwnerSet(told: DecidedSubject): boolean {
  return !told.isRepeat && performed(told.decision, 'setField').some((action) => action.subject === 'owner');
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decide, prepare, type Decision } from '../../../core/src/decide/index.ts';
import type { CalendarWindows } from '../../../core/src/decide/model/calendar.ts';
import type { CrmContext } from '../../../core/src/decide/model/crm-context.ts';
import type { Mode, Policy } from '../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import type { Deciding } from '../../../hubspot/handlers/effects/deciding.ts';
import type { Effect } from '../../../hubspot/handlers/effects/effect.ts';
import type { Team } from '../../../hubspot/handlers/people/team.ts';
import { portalSettingsSchema, type PortalSettings } from '../../../hubspot/handlers/portal/portal-settings.ts';
import type { GatheredSubject } from '../../../hubspot/handlers/subjects/subject.ts';

/** A Wednesday, 10:00 in Berlin. */
export const now = Date.UTC(2026, 2, 18, 9);

export const dayMillis = 86_400_000;

const starterText = readFileSync(path.resolve('core/policies/starter.json'), 'utf8');

export function starterPolicy(): Policy {
  return JSON.parse(starterText) as Policy;
}

export const starterDestinations = starterPolicy().destinations;

/** The starter policy with everything sent to one destination, long after its trial. */
export function policyTo(destinationKey: string, mode: Mode): Policy {
  const starter = starterPolicy();
  return {
    ...starter,
    mode,
    launchedAt: 0,
    guards: starter.guards.map((guard) => ({ ...guard, isActive: guard.guardKey === 'ownerSetByPerson' })),
    rules: [],
    cells: starter.cells.map((cell) => ({ ...cell, destinationKey })),
  };
}

const names: Readonly<Record<string, string>> = {
  ana: 'Ana Ruiz',
  ben: 'Ben Cole',
  mara: 'Mara Lind',
  tom: 'Tom Berg',
};
const users = ['ana', 'ben', 'chiara', 'dev', 'ewa', 'finn', 'mara', 'tom'];
const skills = ['enterprise', 'small-business'];

export const ownerIds: ReadonlyMap<string, string> = new Map(users.map((key, place) => [key, String(1001 + place)]));

/** Everybody works around the clock, so that it is always the same one's turn. */
export function teamOf(change: (rep: Rep) => Rep = (rep) => rep): Team {
  return {
    takenAt: now,
    roster: {
      reps: users.map((repKey) =>
        change({
          repKey,
          displayName: names[repKey] ?? repKey,
          isActive: true,
          calendarKey: null,
          skills,
          languages: ['en', 'de'],
          timeOff: [],
        }),
      ),
    },
    calendars: ['business', 'business-emea', 'business-americas'].map(alwaysOpen),
    ownerIdOf: ownerIds,
    keyOfOwner: new Map([...ownerIds].map(([key, ownerId]) => [ownerId, key])),
    problems: [],
  };
}

export function alwaysOpen(calendarKey: string): CalendarWindows {
  const coversFrom = now - 30 * dayMillis;
  const coversUntil = now + 60 * dayMillis;
  return {
    calendarKey,
    coversFrom,
    coversUntil,
    windows: [{ opensAt: coversFrom, closesAt: coversUntil }],
    dayStartsAt: Array.from({ length: 90 }, (_, day) => coversFrom - (coversFrom % dayMillis) + day * dayMillis),
    weekStartsAt: [],
  };
}

const noWords = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  company: null,
  jobTitle: null,
  website: null,
  country: null,
  region: null,
  postcode: null,
  city: null,
  industry: null,
  language: null,
  leadSource: null,
  campaign: null,
  entryPage: null,
  lastPage: null,
  productInterest: null,
  currentTool: null,
  timeline: null,
  budget: null,
  buyingGroup: null,
  subject: null,
  message: null,
};

/** The fields of a submission that a stranger types. */
export const typedFields = Object.keys(noWords) as (keyof typeof noWords)[];

const lena: Submission = {
  ...noWords,
  submissionKey: '501-1',
  channel: 'demoRequest',
  receivedAt: now,
  firstName: 'Lena',
  lastName: 'Vogt',
  email: 'lena.vogt@speditor.example',
  company: 'Speditor GmbH',
  jobTitle: 'VP Operations',
  country: 'Germany',
  industry: 'logistics',
  message: 'We have to renew in March and the team hates it.\nCan you show us a demo?',
  employees: 500,
  annualRevenue: null,
  teamSize: 40,
  expectedValue: null,
  optedOut: false,
  extras: [],
  activities: [],
  problems: [],
};

const nobodyKnown: CrmContext = {
  ownerKey: null,
  ownerSetter: null,
  contacts: [],
  accounts: [],
  earlierSubmissionKey: null,
  earlierOwnerKey: null,
  earlierDecidedAt: null,
  handedBackKeys: [],
};

export type SceneChanges = {
  readonly policy?: Policy;
  readonly team?: Team;
  readonly lead?: Partial<Submission>;
  readonly crm?: Partial<CrmContext>;
  readonly subject?: Partial<GatheredSubject>;
  readonly settings?: Partial<PortalSettings>;
  readonly hasLeads?: boolean;
  readonly isRepeat?: boolean;
  readonly portalTimeZone?: string;
};

/** Lena's demo request, decided: contact 501 of a portal in Berlin. Every scene decides for itself, from nothing. */
export function sceneOf(changes: SceneChanges = {}): Deciding {
  const policy = changes.policy ?? policyTo('sales', 'live');
  const team = changes.team ?? teamOf();
  const crm = { ...nobodyKnown, ...changes.crm };
  const subject: GatheredSubject = {
    waiting: { contactId: '501', arrival: 1, waitingSince: now, handedBackKeys: crm.handedBackKeys },
    contact: { id: '501', properties: {}, history: {}, createdAt: now, updatedAt: now, isArchived: false },
    input: {
      submission: { ...lena, ...changes.lead },
      crm,
      answers: {
        isFreeMail: false,
        isDisposableMail: false,
        isTestDomain: false,
        isEmployeeDomain: false,
        isCompetitorDomain: false,
        isNamedAccount: false,
        employees: null,
        annualRevenue: null,
        industry: null,
        country: null,
        enrichmentSource: null,
      },
      reviewLoad: { decidedToday: 0, reviewedToday: 0 },
      now,
    },
    ownerId: null,
    openLeads: [],
    earlier: null,
    ...changes.subject,
  };
  return {
    subject,
    decision: decisionOf(subject, policy, team),
    policy,
    team,
    settings: { ...portalSettingsSchema.parse({}), ...changes.settings },
    revision: { number: 12, hash: 'cafe'.repeat(16) },
    hasLeads: changes.hasLeads ?? true,
    isRepeat: changes.isRepeat ?? false,
    portalTimeZone: changes.portalTimeZone ?? 'Europe/Berlin',
  };
}

export function decisionOf(subject: GatheredSubject, policy: Policy, team: Team): Decision {
  return decide(subject.input, [], {
    prepared: prepare(policy),
    policyHash: 'cafe'.repeat(16),
    reps: new Map(team.roster.reps.map((rep) => [rep.repKey, rep])),
    rosterHash: 'beef'.repeat(16),
    calendars: new Map(team.calendars.map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: 'feed'.repeat(16),
  });
}

export function effectOf<Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): Extract<Effect, { kind: Kind }> {
  const found = effects.find((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
  if (found === undefined) {
    throw new Error(`there is no ${kind} among ${effects.map((effect) => effect.kind).join(', ')}`);
  }
  return found;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { decide, prepare } from '../../../core/src/decide/index.ts';
import { decisionContextOf } from '../../../hubspot/handlers/people/decision-context.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import {
  personSchema,
  portalSettingsSchema,
  type PortalConfiguration,
} from '../../../hubspot/handlers/portal/portal-settings.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { gatherOne, newPortal } from '../subjects/gather-scene.ts';

const starter = path.join(import.meta.dirname, '../../../core/policies/starter.json');
const policy = readPolicy(readFileSync(starter, 'utf8'), 'starter.json').policy!;
const prepared = prepare(policy);
const members = [...new Set(policy.members.map((member) => member.memberKey))];
const hour = 3_600_000;
const morning = Date.UTC(2026, 10, 20, 0, 1);

const configuration: PortalConfiguration = {
  settings: portalSettingsSchema.parse({}),
  people: members.map((repKey) =>
    personSchema.parse({ repKey, displayName: repKey, ownerEmail: `${repKey}@signal.test`, languages: ['en', 'es'] }),
  ),
  calendars: [...new Set(policy.pools.map((pool) => pool.calendarKey))].map((calendarKey) => ({
    calendarKey,
    timeZone: 'Europe/Berlin',
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    holidays: [],
  })),
};

function portalOfMembers(): MemoryCrm {
  const crm = new MemoryCrm({ now: morning });
  for (const [place, repKey] of members.entries()) {
    const email = `${repKey}@signal.test`;
    const userId = String(500 + place);
    crm.owners.push({ id: String(900 + place), userId, email, firstName: null, lastName: null, isArchived: false });
    crm.seed('users', {
      hs_internal_user_id: userId,
      hs_working_hours: '[{"days":"EVERY_DAY","startMinute":480,"endMinute":1080}]',
      hs_standard_time_zone: 'Europe/Madrid',
      hs_availability_status: place === 0 ? 'away' : 'available',
    });
  }
  return crm;
}

describe('what leads are decided with', () => {
  test('names roster and calendars by the hashes of their texts', async () => {
    const team = await takeTeam(portalOfMembers(), configuration, morning);
    const { context, rosterText, calendarsText } = decisionContextOf(prepared, 'p'.repeat(64), team);
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(context.rosterHash).toBe(sha(rosterText));
    expect(context.calendarsHash).toBe(sha(calendarsText));
    expect(context.policyHash).toBe('p'.repeat(64));
    expect(context.prepared).toBe(prepared);
    expect([...context.reps.keys()]).toEqual(team.roster.reps.map((rep) => rep.repKey));
    expect([...context.calendars.keys()]).toEqual(team.calendars.map((calendar) => calendar.calendarKey));
  });

  test('is the same text all day, and another one when somebody changes', async () => {
    const crm = portalOfMembers();
    const hashesAt = async (now: number): Promise<string> => {
      const { context } = decisionContextOf(prepared, 'p', await takeTeam(crm, configuration, now));
      return `${context.rosterHash} ${context.calendarsHash}`;
    };
    const first = await hashesAt(morning);
    expect(await hashesAt(morning + 12 * hour)).toBe(first);
    const [one] = crm.idsOf('users');
    crm.change('users', one!, { hs_availability_status: 'available' }, { sourceType: 'CRM_UI' });
    expect((await hashesAt(morning)).split(' ')[0]).not.toBe(first.split(' ')[0]);
  });

  test('decides a lead of the portal from end to end', async () => {
    const portal = newPortal();
    portal.seed('companies', {
      domain: 'depot.test',
      numberofemployees: '700',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
    });
    const contactId = portal.seed('contacts', {
      firstname: 'Ana',
      lastname: 'Ruiz',
      email: 'ana@depot.test',
      jobtitle: 'Chief Operations Officer',
      country: 'Spain',
      numemployees: '500-1000',
      hs_object_source: 'FORM',
      recent_conversion_event_name: 'Request a demo',
      message: 'We want a demo and a price for our depots, our contract ends in March.',
    });
    const team = await takeTeam(portalOfMembers(), configuration, morning);
    const { context } = decisionContextOf(prepared, 'p'.repeat(64), team);
    const subject = await gatherOne(portal, contactId, { team });
    const decision = decide(subject.input, [], context);
    expect(decision.assessment.known.inbound.submission.channel).toBe('demoRequest');
    expect(decision.assessment.known.enrichment.emailKind).toBe('corporate');
    expect(decision.assessment.scores.fit.score).toBeGreaterThan(50);
    expect(decision.clock.dueAt).toBeGreaterThan(subject.input.now);
    expect(JSON.parse(decision.decisionText)).toMatchObject({ roster: context.rosterHash });
  });
});

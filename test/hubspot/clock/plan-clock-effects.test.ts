import { describe, expect, test } from '@jest/globals';
import { climbRungs } from '../../../hubspot/handlers/clock/climb-rungs.ts';
import { endClock } from '../../../hubspot/handlers/clock/end-clock.ts';
import { missCauseOf } from '../../../hubspot/handlers/clock/miss-cause.ts';
import {
  planClimbEffects,
  planEndEffects,
  type ClockContext,
} from '../../../hubspot/handlers/clock/plan-clock-effects.ts';
import type { RunningClock } from '../../../hubspot/handlers/clock/running-clock.ts';
import { applyEffects } from '../../../hubspot/handlers/effects/apply-effects.ts';
import type { Effect } from '../../../hubspot/handlers/effects/effect.ts';
import { isMarked } from '../../../hubspot/handlers/effects/marker.ts';
import { portalSettingsSchema } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { appId, preparedCrm } from '../effects/prepared-crm.ts';
import { foreignMarkup } from '../effects/hostile-texts.ts';
import { alwaysOpen, dayMillis, ownerIds, teamOf } from '../effects/scene.ts';
import { at, fiveMinutes } from './clocks.ts';

function contextAt(minutes: number, change: Partial<ClockContext> = {}): ClockContext {
  return {
    team: teamOf(),
    settings: portalSettingsSchema.parse({ alertKey: 'tom' }),
    leadIds: ['901'],
    slaLabel: 'Within 5 business minutes',
    portalTimeZone: 'Europe/Berlin',
    now: at(minutes),
    ...change,
  };
}

const climbAt = (clock: RunningClock, minutes: number, change: Partial<ClockContext> = {}) =>
  planClimbEffects(climbRungs(clock, at(minutes)), contextAt(minutes, change));

const tasksOf = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'task' ? [effect] : []));

const stateOn = (state: string) => ({
  kind: 'record',
  contactId: '501',
  properties: { [decided.slaState]: state },
  owner: null,
  leadIds: ['901'],
});

describe('climbing', () => {
  test('reminds whoever has the lead, before it is due', () => {
    const { effects, problems } = climbAt(fiveMinutes(), 3);
    expect(effects[0]).toEqual(stateOn('reminded'));
    expect(effects.slice(1)).toEqual([
      {
        kind: 'task',
        contactId: '501',
        marker: 'Signalbox task remind ana of 501-1/cafe',
        subject: 'A first touch is due soon',
        body: '<p>The first touch is due Wed, 18 Mar 2026, 10:05 CET (Within 5 business minutes).</p><p>Signalbox task remind ana of 501-1/cafe</p>',
        ownerId: ownerIds.get('ana'),
        dueAt: at(5),
        isUrgent: true,
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('tells of a miss with its cause, and that a lead moves on', () => {
    const { effects, problems } = climbAt(fiveMinutes(), 30);
    expect(effects[0]).toEqual(stateOn('missed'));
    expect(tasksOf(effects).map(({ subject, ownerId }) => [subject, ownerId])).toEqual([
      ['A lead moves on to somebody else', ownerIds.get('ana')],
      ['A promise was missed', ownerIds.get('mara')],
    ]);
    expect(tasksOf(effects)[1]!.body).toContain('Missed: not touched by Ana Ruiz.');
    expect(problems).toEqual([]);
  });

  test('writes no state that has not changed', () => {
    expect(climbAt(fiveMinutes({ state: 'missed', climbed: 2 }), 10).effects.map(({ kind }) => kind)).toEqual(['task']);
    expect(climbAt(fiveMinutes(), 1)).toEqual({ effects: [], problems: [] });
  });

  test('does nothing about what was only recorded', () => {
    expect(climbAt(fiveMinutes({ isQuiet: true }), 30)).toEqual({ effects: [], problems: [] });
  });

  test('tells of a miss in any case: whoever looks after Signalbox, where its owner has no user', () => {
    const { effects, problems } = climbAt(fiveMinutes({ ownerKey: 'head-of-inbound', rungs: [] }), 6);
    expect(tasksOf(effects)).toMatchObject([{ ownerId: ownerIds.get('tom'), subject: 'A promise was missed' }]);
    expect(problems).toMatchObject([{ code: 'HSE001', about: 'rep "head-of-inbound"' }]);
    const settings = portalSettingsSchema.parse({});
    const nobody = climbAt(fiveMinutes({ ownerKey: 'head-of-inbound', rungs: [] }), 6, { settings });
    expect(tasksOf(nobody.effects)).toMatchObject([{ ownerId: null }]);
    expect(nobody.problems[0]!.found).toContain('Nobody was told');
  });

  test('says that an alert reached nobody, and reminds no queue', () => {
    const rungs = [
      { dueAt: at(1), action: 'remind' as const, recipientKey: 'review-queue' },
      { dueAt: at(2), action: 'alert' as const, recipientKey: 'founders-queue' },
    ];
    const { effects, problems } = climbAt(fiveMinutes({ rungs }), 2);
    expect(tasksOf(effects)).toEqual([]);
    expect(problems).toMatchObject([{ code: 'HSE001', about: 'rep "founders-queue"' }]);
  });

  test('makes tasks that are found again, in a real portal', async () => {
    const crm = await preparedCrm();
    crm.seed('contacts', {}, { id: '501' });
    crm.seed('leads', { hs_lead_name: 'Lena' }, { id: '901' });
    const { effects } = climbAt(fiveMinutes(), 30);
    const apply = (isRetry: boolean) =>
      applyEffects(
        crm,
        effects.map((effect) => ({ effect, isRetry })),
        { appId, now: at(30), freshMillis: 2_000 },
      );
    const first = await apply(false);
    expect(first.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(await apply(true)).toEqual(first);
    expect(crm.idsOf('tasks')).toHaveLength(2);
    expect(crm.valueOf('leads', '901', decided.slaState)).toBe('missed');
  });

  test('escapes what ops typed', () => {
    const slaLabel = '<script>alert(1)</script>\u202e';
    const [task] = tasksOf(climbAt(fiveMinutes({ givenToKey: 'ana' }), 3, { slaLabel }).effects);
    expect(task!.body).not.toMatch(foreignMarkup);
    expect(task!.body).not.toContain('\u202e');
    expect(isMarked(task!.body, task!.marker)).toBe(true);
  });
});

describe('ending', () => {
  test('in time shows that the promise was met, and tells nobody', () => {
    const ended = endClock(fiveMinutes(), 'touched', at(2))!;
    expect(planEndEffects(ended, contextAt(3))).toEqual({ effects: [stateOn('met')], problems: [] });
  });

  test('too late tells whoever answers for it', () => {
    const ended = endClock(fiveMinutes(), 'touched', at(6))!;
    const { effects } = planEndEffects(ended, contextAt(7));
    expect(effects[0]).toEqual(stateOn('missed'));
    expect(tasksOf(effects)).toMatchObject([{ ownerId: ownerIds.get('mara') }]);
  });

  test('of what was only recorded shows nothing', () => {
    const ended = endClock(fiveMinutes({ isQuiet: true }), 'touched', at(6))!;
    expect(planEndEffects(ended, contextAt(7))).toEqual({ effects: [], problems: [] });
  });
});

describe('the cause of a miss', () => {
  const cause = (change: object, calendars = teamOf().calendars) =>
    missCauseOf(fiveMinutes(), {
      ...teamOf((rep) => (rep.repKey === 'ana' ? { ...rep, ...change } : rep)),
      calendars,
    });

  test('lies with whoever had the lead and was on duty', () => {
    expect(cause({})).toBe('not touched by Ana Ruiz');
  });

  test('is that nobody was on duty, and why', () => {
    const timeOff = [{ opensAt: at(0) - dayMillis, closesAt: at(0) + dayMillis }];
    expect(cause({ isActive: false })).toBe('nobody on duty: Ana Ruiz is not active');
    expect(cause({ timeOff })).toBe('nobody on duty: Ana Ruiz was on leave');
    const shut = { ...alwaysOpen('hours of ana'), windows: [] };
    expect(cause({ calendarKey: 'hours of ana' }, [shut])).toBe('nobody on duty: Ana Ruiz was outside working hours');
    expect(missCauseOf(fiveMinutes({ givenToKey: 'review-queue' }), teamOf())).toBe(
      'nobody on duty: it was with "review-queue", which no user stands behind',
    );
  });

  test('does not accuse hours that are not known', () => {
    expect(cause({ calendarKey: 'hours of ana' }, [])).toBe('not touched by Ana Ruiz');
  });
});

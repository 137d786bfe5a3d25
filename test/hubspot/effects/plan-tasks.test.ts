import { describe, expect, test } from '@jest/globals';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { dayMillis, effectOf, now, ownerIds, policyTo, sceneOf, teamOf } from './scene.ts';

describe('tasks', () => {
  test('the taker’s is urgent where the destination alerts, and due with the promise', () => {
    const scene = sceneOf();
    const tasks = planEffects(scene).effects.filter(({ kind }) => kind === 'task');
    expect(tasks).toMatchObject([
      {
        subject: 'Call the lead',
        ownerId: ownerIds.get(scene.decision.assignment.ownerKey),
        dueAt: scene.decision.clock.dueAt,
        isUrgent: true,
      },
    ]);
    expect(effectOf(planEffects(sceneOf({ policy: policyTo('triage', 'live') })).effects, 'task').isUrgent).toBe(false);
  });

  test('an alert without a task is a task of its own', () => {
    const { effects } = planEffects(sceneOf({ policy: policyTo('press', 'live'), settings: { alertKey: 'tom' } }));
    expect(effectOf(effects, 'task')).toMatchObject({
      subject: 'Look at it now: Press desk',
      ownerId: ownerIds.get('tom'),
      isUrgent: true,
    });
  });

  const away = teamOf((rep) =>
    rep.repKey === 'ana' ? { ...rep, timeOff: [{ opensAt: now - dayMillis, closesAt: now + dayMillis }] } : rep,
  );
  const keptWithAna = {
    team: away,
    crm: { ownerKey: 'ana', ownerSetter: 'person' },
    subject: { ownerId: ownerIds.get('ana')! },
  } as const;

  test('who answers for the promise gets one of their own where the kept owner is away', () => {
    const scene = sceneOf(keptWithAna);
    expect(scene.decision.assignment).toMatchObject({ ownerKey: 'ana', basis: 'kept' });
    const { effects, problems } = planEffects(scene);
    expect(effectOf(effects, 'record').owner).toBeNull();
    const tasks = effects.flatMap((effect) => (effect.kind === 'task' ? [effect] : []));
    const answering = ownerIds.get(scene.decision.clock.ownerKey);
    expect(tasks.map(({ ownerId }) => ownerId)).toEqual([ownerIds.get('ana'), answering]);
    expect(tasks[1]).toMatchObject({ isUrgent: true, subject: 'The owner who was kept cannot take the lead' });
    expect(new Set(tasks.map(({ marker }) => marker)).size).toBe(2);
    expect(problems).toEqual([]);
  });

  test('where they have no user, whoever looks after Signalbox gets it, and ops are told', () => {
    const team = { ...away, ownerIdOf: new Map([...ownerIds].filter(([key]) => key !== 'mara')) };
    const { effects, problems } = planEffects(sceneOf({ ...keptWithAna, team, settings: { alertKey: 'tom' } }));
    const tasks = effects.flatMap((effect) => (effect.kind === 'task' ? [effect] : []));
    expect(tasks[1]!.ownerId).toBe(ownerIds.get('tom'));
    expect(problems).toMatchObject([{ code: 'HSE001', about: 'rep "mara"' }]);
  });
});

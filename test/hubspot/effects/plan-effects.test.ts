import { describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../core/src/decide/model/policy.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { effectOf, now, ownerIds, policyTo, sceneOf, starterDestinations } from './scene.ts';

const always = [
  decided.decisionId,
  decided.decidedAt,
  decided.mode,
  decided.record,
  decided.revision,
  decided.rule,
  decided.givenTo,
  decided.handedBack,
].toSorted();
const scores = [
  decided.fitScore,
  decided.engagementScore,
  decided.intentScore,
  decided.capacityScore,
  decided.confidence,
  decided.band,
  decided.destination,
];
const clock = [decided.slaKey, decided.slaDueAt, decided.slaState, decided.slaOwner];
const following = [decided.campaign, decided.reply];

const modes: readonly Mode[] = ['observe', 'suggest', 'live'];
const cases = starterDestinations.flatMap((destination) => modes.map((mode) => ({ destination, mode })));

describe('every destination of the starter policy', () => {
  test.each(cases.map((one) => [`${one.destination.destinationKey} in ${one.mode}`, one] as const))(
    '%s writes what its plan performs and nothing else',
    (_, { destination, mode }) => {
      const scene = sceneOf({ policy: policyTo(destination.destinationKey, mode) });
      const { effects } = planEffects(scene);
      const record = effectOf(effects, 'record');
      const isQuiet = destination.kind === 'recordOnly';
      const isLive = mode === 'live';
      const isWritten = mode !== 'observe' && !isQuiet;
      expect(Object.keys(record.properties).toSorted()).toEqual(
        [
          ...always,
          ...(isWritten ? [...scores, decided.reasons] : []),
          ...(isLive && !isQuiet ? clock : []),
          ...(isLive ? following : []),
        ].toSorted(),
      );
      expect(record.properties[decided.givenTo]).toBe(scene.decision.assignment.ownerKey);
      const ownerId = ownerIds.get(scene.decision.assignment.ownerKey) ?? null;
      expect(record.owner?.ownerId ?? null).toBe(isLive && !isQuiet ? ownerId : null);
      const isForSales = destination.kind === 'owner' || destination.kind === 'pool';
      const hasTask = destination.taskLabel !== null || destination.isAlerted;
      expect(effects.map(({ kind }) => kind)).toEqual([
        'record',
        ...(isLive && isForSales ? ['lead'] : []),
        ...(isWritten ? ['note'] : []),
        ...(isLive && !isQuiet && hasTask ? ['task'] : []),
      ]);
    },
  );
});

test('a live decision says in the portal what was decided, until when and for whom', () => {
  const scene = sceneOf();
  const { effects, problems } = planEffects(scene);
  const record = effectOf(effects, 'record');
  expect(problems).toEqual([]);
  expect(record.contactId).toBe('501');
  expect(record.properties).toMatchObject({
    [decided.decisionId]: `501-1/${'cafe'.repeat(16)}`,
    [decided.decidedAt]: '2026-03-18T09:00:00.000Z',
    [decided.mode]: 'live',
    [decided.revision]: `12 ${'cafe'.repeat(16)}`,
    [decided.rule]: expect.stringMatching(/^Matrix: fit (high|low), engagement (high|low), confidence (high|low)$/),
    [decided.destination]: 'sales',
    [decided.slaKey]: 'fiveMinutes',
    [decided.slaState]: 'running',
    [decided.slaDueAt]: '2026-03-18T09:05:00.000Z',
    [decided.slaOwner]: 'mara',
    [decided.record]: scene.decision.decisionText,
    [decided.campaign]: '',
  });
  expect(record.owner).toEqual({
    ownerId: ownerIds.get(scene.decision.assignment.ownerKey),
    on: 'contact',
    decidedAt: now,
    isOverPerson: false,
  });
});

test('the reasons are the headline in the portal’s own time and the weightiest values of each axis', () => {
  const { effects } = planEffects(sceneOf());
  const [headline, fit] = effectOf(effects, 'record').properties[decided.reasons]!.split('\n');
  expect(headline).toContain('first touch due Wed, 18 Mar 2026, 10:05 CET');
  expect(fit).toMatch(/^fit \d+: [+−]\d+ .+, [+−]\d+ .+, [+−]\d+ /);
});

test('campaign and reply stand as keys, for workflows', () => {
  const { effects } = planEffects(sceneOf({ policy: policyTo('keepInTouch', 'live') }));
  expect(effectOf(effects, 'record').properties).toMatchObject({
    [decided.campaign]: 'selfServiceNurture',
    [decided.reply]: 'politeSelfService',
  });
});

test('nothing but our own properties is ever written', () => {
  const ours = new Set<string>(Object.values(decided));
  for (const { destination, mode } of cases) {
    const { effects } = planEffects(sceneOf({ policy: policyTo(destination.destinationKey, mode) }));
    const written = effects.flatMap((effect) =>
      effect.kind === 'record' || effect.kind === 'lead' ? Object.keys(effect.properties) : [],
    );
    expect(written.filter((property) => !ours.has(property))).toEqual([]);
  }
});

test('what was handed back stands on the record', () => {
  const { effects } = planEffects(sceneOf({ crm: { handedBackKeys: ['ana', 'ben'] } }));
  expect(effectOf(effects, 'record').properties[decided.handedBack]).toBe('ana;ben');
});

test('the control share of a trial is left to the present process and only recorded', () => {
  const policy = {
    ...policyTo('sales', 'live'),
    experiments: [{ experimentKey: 'trial', label: 'Trial', isActive: true, controlPercent: 100 }],
  };
  const { effects } = planEffects(sceneOf({ policy }));
  expect(effects.map(({ kind }) => kind)).toEqual(['record']);
  expect(Object.keys(effectOf(effects, 'record').properties).toSorted()).toEqual(always);
});

describe('a lead record', () => {
  test('is called as people would, belongs to the taker and shows the decision', () => {
    const scene = sceneOf();
    const { effects } = planEffects(scene);
    expect(effectOf(effects, 'lead')).toEqual({
      kind: 'lead',
      contactId: '501',
      name: 'Lena Vogt · Speditor GmbH',
      ownerId: ownerIds.get(scene.decision.assignment.ownerKey),
      properties: effectOf(effects, 'record').properties,
    });
  });

  test('is called by the address or the contact where there is no name', () => {
    const nameless = { firstName: null, lastName: ' ', company: null };
    expect(effectOf(planEffects(sceneOf({ lead: nameless })).effects, 'lead').name).toBe('lena.vogt@speditor.example');
    const unknown = sceneOf({ lead: { ...nameless, email: null } });
    expect(effectOf(planEffects(unknown).effects, 'lead').name).toBe('Contact 501');
  });

  test('is not made where one is open, the portal has none, or ops want none', () => {
    const changes = [
      { subject: { openLeads: [{ id: '901', ownerId: null }] } },
      { hasLeads: false },
      { settings: { isLeadCreated: false } },
    ];
    for (const change of changes) {
      expect(planEffects(sceneOf(change)).effects.map(({ kind }) => kind)).not.toContain('lead');
    }
  });
});

describe('a repeat', () => {
  test('writes scores on contact and leads, and nothing else', () => {
    const { effects, problems } = planEffects(
      sceneOf({ isRepeat: true, subject: { openLeads: [{ id: '901', ownerId: null }] } }),
    );
    expect(effects).toHaveLength(1);
    expect(Object.keys(effectOf(effects, 'record').properties).toSorted()).toEqual(scores.toSorted());
    expect(effectOf(effects, 'record')).toMatchObject({ owner: null, leadIds: ['901'] });
    expect(problems).toEqual([]);
  });

  test('does nothing in observe', () => {
    expect(planEffects(sceneOf({ isRepeat: true, policy: policyTo('sales', 'observe') })).effects).toEqual([]);
  });
});

test('the same decision plans the same effects', () => {
  expect(planEffects(sceneOf())).toEqual(planEffects(sceneOf()));
});

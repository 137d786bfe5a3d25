import { describe, expect, test } from '@jest/globals';
import { cardDataSchema } from '../../../hubspot/handlers/card/card-data.ts';
import { cardFromProperties } from '../../../hubspot/handlers/card/card-from-properties.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { hostileTexts } from '../effects/hostile-texts.ts';
import { effectOf, policyTo, sceneOf } from '../effects/scene.ts';

const propertiesOf = (scene = sceneOf()) => effectOf(planEffects(scene).effects, 'record').properties;

describe('the card without a backend', () => {
  test('shows what was written on the contact, and says so', () => {
    const scene = sceneOf();
    const card = cardFromProperties(propertiesOf(scene));
    expect(cardDataSchema.parse(card)).toEqual(card);
    const { scores } = scene.decision.assessment;
    expect(card).toMatchObject({
      decisionId: scene.decision.plan.decisionKey,
      decidedAt: scene.decision.assessment.now,
      mode: 'live',
      destination: 'sales',
      confidence: { value: scores.confidence.confidence },
      owner: { key: scene.decision.assignment.ownerKey },
      clock: { state: 'running', dueAt: scene.decision.clock.dueAt, promise: 'fiveMinutes', answersFor: 'mara' },
      staleness: [{ code: 'withoutBackend' }],
    });
    expect(card.axes.map(({ score }) => score)).toEqual([
      scores.fit.score,
      scores.engagement.score,
      scores.intent.score,
      scores.capacity.score,
    ]);
    expect(JSON.stringify(card.axes[0]!.reasons)).toContain(`fit ${scores.fit.score}: `);
    expect(JSON.stringify(card.headline)).toContain('first touch due Wed, 18 Mar 2026, 10:05 CET');
    expect(JSON.stringify(card.why)).toContain('Matrix: fit');
  });

  test('of a decision in observe has neither scores nor clock, because none were written', () => {
    const card = cardFromProperties(propertiesOf(sceneOf({ policy: policyTo('sales', 'observe') })));
    expect(card.axes.every(({ score }) => score === null)).toBe(true);
    expect(card).toMatchObject({ confidence: null, clock: null, mode: 'observe' });
  });

  test('of a contact that nobody decided about says that', () => {
    for (const properties of [{}, { [decided.decisionId]: null }, { [decided.decisionId]: '' }]) {
      const card = cardFromProperties(properties);
      expect(cardDataSchema.parse(card)).toEqual(card);
      expect(card.staleness).toMatchObject([{ code: 'notDecided' }]);
    }
  });

  test('does not believe values that are none', () => {
    const card = cardFromProperties({
      [decided.decisionId]: 'x',
      [decided.fitScore]: '820',
      [decided.engagementScore]: '6.5',
      [decided.confidence]: '-1',
      [decided.mode]: 'reckless',
      [decided.slaState]: 'late',
      [decided.decidedAt]: 'yesterday',
    });
    expect(card.axes.every(({ score }) => score === null)).toBe(true);
    expect(card).toMatchObject({ confidence: null, mode: null, clock: null, decidedAt: null });
  });

  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('takes %s in any property', (_, text) => {
    const everywhere = Object.fromEntries(Object.values(decided).map((property) => [property, text.repeat(500)]));
    const card = cardFromProperties({ ...everywhere, [decided.slaState]: 'missed' });
    expect(cardDataSchema.parse(card)).toEqual(card);
    expect(JSON.stringify(card)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000/);
    expect(JSON.stringify(card).length).toBeLessThan(10_000);
  });
});

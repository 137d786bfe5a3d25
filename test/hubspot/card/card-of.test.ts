import { describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../core/src/decide/model/policy.ts';
import { cardDataSchema, type CardData, type CardLine } from '../../../hubspot/handlers/card/card-data.ts';
import { cardOf, type CardGiven } from '../../../hubspot/handlers/card/card-of.ts';
import { clockOf } from '../../../hubspot/handlers/clock/running-clock.ts';
import type { Deciding } from '../../../hubspot/handlers/effects/deciding.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { hostileTexts } from '../effects/hostile-texts.ts';
import {
  effectOf,
  now,
  ownerIds,
  policyTo,
  sceneOf,
  starterDestinations,
  starterPolicy,
  typedFields,
  type SceneChanges,
} from '../effects/scene.ts';

const hash = 'cafe'.repeat(16);

/** What the portal has after a scene was carried out. */
function givenOf(scene: Deciding, change: Partial<CardGiven> = {}): CardGiven {
  const record = effectOf(planEffects(scene).effects, 'record');
  return {
    recordText: scene.decision.decisionText,
    policy: scene.policy,
    roster: scene.team.roster,
    properties: { ...record.properties, hubspot_owner_id: record.owner?.ownerId ?? null },
    keyOfOwner: scene.team.keyOfOwner,
    clock: clockOf(scene.decision, '501', scene.policy),
    liveHash: hash,
    now: now + 60_000,
    ...change,
  };
}

const cardOfScene = (changes: SceneChanges = {}, change: Partial<CardGiven> = {}): CardData =>
  cardOf(givenOf(sceneOf(changes), change));

const wordsOf = (lines: readonly CardLine[]): string[] =>
  lines.map(({ parts }) => parts.map((part) => ('text' in part ? part.text : `{${part.at}}`)).join(''));

describe('the card of a live decision', () => {
  const live = { ...starterPolicy(), mode: 'live' as const, launchedAt: 0 };
  const scene = sceneOf({ policy: live, lead: { phone: '+49 30 1234567' } });
  const card = cardOf(givenOf(scene));

  test('has the four scores apart, each with its band and its three weightiest reasons', () => {
    expect(card.axes.map(({ axis }) => axis)).toEqual(['fit', 'engagement', 'intent', 'capacity']);
    const { scores } = scene.decision.assessment;
    expect(card.axes.map(({ score }) => score)).toEqual([
      scores.fit.score,
      scores.engagement.score,
      scores.intent.score,
      scores.capacity.score,
    ]);
    const [fit] = card.axes;
    expect(fit).toMatchObject({ highFrom: 60, band: fit!.score! >= 60 ? 'high' : 'low' });
    expect(fit!.reasons).toHaveLength(3);
    const weights = fit!.reasons.map(({ points }) => Math.abs(points));
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  test('says how sure it is, and that points of people are no chance of winning', () => {
    expect(card.confidence).toMatchObject({ basis: 'policy', trainedOn: null });
    expect(card.confidence!.band).toBe(card.confidence!.value < 40 ? 'low' : 'enough');
  });

  test('says whose it is, why it is theirs and why not the others’', () => {
    const taker = scene.decision.assignment.ownerKey;
    expect(card.owner).toMatchObject({ key: taker });
    expect(wordsOf(card.why).length).toBeGreaterThan(0);
    expect(wordsOf(card.why).join(' ')).not.toContain('did not apply');
    expect(wordsOf(card.sections.find(({ code }) => code === 'reason')!.lines).length).toBeGreaterThan(card.why.length);
    expect(scene.decision.assignment.basis).toBe('turn');
    expect(card.others.map(({ code }) => code)).toContain('candidate');
    expect(wordsOf(card.others).join(' ')).toContain('it was not their turn');
  });

  test('leaves instants to the reader’s own time zone', () => {
    expect(card.headline).toContainEqual({ at: scene.decision.clock.dueAt });
    expect(JSON.stringify(card)).not.toContain('{at:');
  });

  test('has the clock as it stands, with the promise and who answers for it', () => {
    expect(card.clock).toMatchObject({ state: 'running', dueAt: scene.decision.clock.dueAt, colour: 'info' });
    expect(card.clock!.answersFor).toBe('Mara Lind');
    const missed = cardOf(givenOf(scene, { clock: { ...clockOf(scene.decision, '501', live)!, state: 'missed' } }));
    expect(missed.clock).toMatchObject({ state: 'missed', colour: 'danger' });
  });

  test('asks one question and says what would change it', () => {
    const asked = scene.decision.assessment.questionPosition;
    expect(card.question).toBe(asked < 0 ? null : live.questions[asked]!.question);
    expect(card.question).not.toBeNull();
    expect(card.changes.length).toBeGreaterThan(0);
  });

  test('is plain data that fits its schema, and fresh', () => {
    expect(cardDataSchema.parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(card.staleness).toEqual([]);
  });
});

const cases = starterDestinations.flatMap(({ destinationKey }) =>
  (['observe', 'suggest', 'live'] satisfies Mode[]).map((mode) => [destinationKey, mode] as const),
);

test.each(cases)('the card of %s in %s fits its schema', (destinationKey, mode) => {
  const card = cardOfScene({ policy: policyTo(destinationKey, mode) });
  expect(cardDataSchema.parse(card)).toEqual(card);
  expect(card).toMatchObject({
    mode,
    destination: starterDestinations.find((one) => one.destinationKey === destinationKey)!.label,
    staleness: [],
  });
  expect(card.clock === null).toBe(mode !== 'live');
});

describe('what the reader should know before they trust it', () => {
  const codes = (card: CardData) => card.staleness.map(({ code }) => code);

  test('the rules have changed since', () => {
    expect(codes(cardOfScene({}, { liveHash: 'another' }))).toEqual(['olderPolicy']);
    expect(codes(cardOfScene({}, { liveHash: null }))).toEqual([]);
  });

  test('somebody else owns it now, but not where nobody was given anything', () => {
    const properties = { hubspot_owner_id: ownerIds.get('tom')! };
    expect(codes(cardOfScene({}, { properties }))).toEqual(['ownerDiffers']);
    expect(codes(cardOfScene({ policy: policyTo('sales', 'suggest') }, { properties }))).toEqual([]);
  });

  test('scores have moved since', () => {
    const properties = { [decided.fitScore]: '99', [decided.intentScore]: 'none' };
    const { staleness } = cardOfScene({}, { properties });
    expect(staleness).toMatchObject([{ code: 'scoresMoved' }]);
    expect(staleness[0]!.text).toContain('fit is 99 now');
  });

  test.each([
    ['is gone', ''],
    ['is no JSON', '{"version":1,'],
    ['is something else', '["version"]'],
    ['is of a newer version', '{"version":2}'],
    ['misses something', '{"version":1,"policy":"x"}'],
  ])('a record that %s is told from what stands on the contact', (_, recordText) => {
    const scene = sceneOf();
    const card = cardOf(givenOf(scene, { recordText }));
    expect(codes(card)).toEqual(['unreadable']);
    expect(cardDataSchema.parse(card)).toEqual(card);
    expect(card.axes[0]!.score).toBe(scene.decision.assessment.scores.fit.score);
    expect(card.sections).toEqual([]);
  });

  test('so is one whose policy nobody has any more, or that does not fit it', () => {
    expect(codes(cardOfScene({}, { policy: null }))).toEqual(['unreadable']);
    const { decisionText } = sceneOf().decision;
    const changed = decisionText.replace(/"bins":\[[^\]]*\]/, '"bins":[]');
    expect(changed).not.toBe(decisionText);
    expect(codes(cardOfScene({}, { recordText: changed }))).toEqual(['unreadable']);
    const tooHigh = decisionText.replace(/"fit":\{"score":\d+/, '"fit":{"score":4000');
    expect(codes(cardOfScene({}, { recordText: tooHigh }))).toEqual(['unreadable']);
  });
});

describe('whatever strangers typed', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s disturbs nothing', (_, text) => {
    const lead = Object.fromEntries(typedFields.map((field) => [field, text]));
    const card = cardOfScene({ lead });
    expect(cardDataSchema.parse(card)).toEqual(card);
    expect(JSON.stringify(card)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000|\\ud83d(?!\\ude)/);
  });

  test('is not in the card: what a reader may see of it, their own rights say', () => {
    const secret = 'Zaphod Beeblebrox';
    const lead = {
      firstName: secret,
      lastName: secret,
      email: `${secret}@x.example`,
      message: secret,
      subject: secret,
    };
    expect(JSON.stringify(cardOfScene({ lead }))).not.toContain('Zaphod');
  });

  test('nor does a policy of very many rules make it too long to read', () => {
    const policy = policyTo('sales', 'live');
    const rules = Array.from({ length: 400 }, (_, place) => ({
      ruleKey: `rule${place}`,
      label: 'x'.repeat(5_000),
      isActive: true,
      conditions: [{ fieldKey: 'employees', operator: 'atLeast' as const, texts: [], low: 100_000, high: null }],
      logic: '',
      destinationKey: 'enterprise',
      slaKey: null,
    }));
    const card = cardOfScene({ policy: { ...policy, rules } });
    const reason = card.sections.find(({ code }) => code === 'reason')!;
    expect(reason.lines).toHaveLength(101);
    expect(wordsOf(reason.lines).at(-1)).toMatch(/^and \d+ more$/);
    expect(JSON.stringify(card).length).toBeLessThan(200_000);
  });
});

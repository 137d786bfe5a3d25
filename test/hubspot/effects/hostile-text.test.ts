import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../hubspot/handlers/effects/effect.ts';
import { isMarked } from '../../../hubspot/handlers/effects/marker.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import { foreignMarkup, hostileTexts } from './hostile-texts.ts';
import { effectOf, policyTo, sceneOf, teamOf, typedFields } from './scene.ts';

const everywhere = (text: string) => Object.fromEntries(typedFields.map((field) => [field, text]));

/** Marks that turn the reading direction, and characters that nobody sees. */
const disturbing = /[\u202a-\u202e\u2066-\u2069\u200b]|(?!\n)\p{Cc}/u;

function bodiesOf(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.kind === 'note' || effect.kind === 'task' ? [effect.body] : []));
}

describe('whatever stands in every field of a submission', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s stays a text', (_, text) => {
    const { effects } = planEffects(sceneOf({ lead: everywhere(text) }));
    for (const body of bodiesOf(effects)) {
      expect(body).not.toMatch(foreignMarkup);
    }
    const { marker, body } = effectOf(effects, 'note');
    expect(isMarked(body, marker)).toBe(true);
    const lines = [effectOf(effects, 'lead').name, effectOf(effects, 'record').properties[decided.reasons]!];
    for (const line of [...lines, ...effects.flatMap((effect) => (effect.kind === 'task' ? effect.subject : []))]) {
      expect(line).not.toMatch(disturbing);
    }
  });

  test('ten thousand characters of it fit as well', () => {
    const { effects } = planEffects(sceneOf({ lead: everywhere('<b>&"\''.repeat(1_500)) }));
    expect(bodiesOf(effects).every((body) => body.length <= 60_000)).toBe(true);
    expect(effectOf(effects, 'lead').name.length).toBeLessThanOrEqual(203);
    expect(effectOf(effects, 'record').properties[decided.record]!.length).toBeLessThanOrEqual(12_000);
  });
});

test('labels that ops typed and names of people are escaped as well', () => {
  const policy = policyTo('sales', 'live');
  const hostile = '<script>alert("label")</script>';
  const { effects } = planEffects(
    sceneOf({
      policy: {
        ...policy,
        destinations: policy.destinations.map((destination) => ({
          ...destination,
          label: hostile,
          taskLabel: hostile,
        })),
        slas: policy.slas.map((sla) => ({ ...sla, label: hostile })),
        pools: policy.pools.map((pool) => ({ ...pool, label: hostile })),
        questions: policy.questions.map((question) => ({ ...question, question: hostile })),
      },
      team: teamOf((rep) => ({ ...rep, displayName: hostile })),
    }),
  );
  for (const body of bodiesOf(effects)) {
    expect(body).not.toMatch(foreignMarkup);
    expect(body).toContain('&lt;script&gt;');
  }
});

test('what strangers wrote is in no problem', () => {
  const secret = 'Zaphod Beeblebrox';
  const { problems } = planEffects(sceneOf({ policy: policyTo('review', 'live'), lead: everywhere(secret) }));
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('Zaphod');
});

test('and outside of note, lead name and their properties it is in no effect', () => {
  const { effects } = planEffects(sceneOf({ lead: { message: 'Zaphod Beeblebrox', subject: 'Zaphod' } }));
  const { body, ...note } = effectOf(effects, 'note');
  expect(body).toContain('Zaphod Beeblebrox');
  expect(JSON.stringify([note, ...effects.filter(({ kind }) => kind !== 'note')])).not.toContain('Zaphod');
});

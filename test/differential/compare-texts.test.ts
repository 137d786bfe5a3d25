import { describe, expect, it } from '@jest/globals';
import { canonicalText, textsOf, textsOfJson, type Texts } from './answer.ts';
import { compareTexts, describeDifference } from './compare-texts.ts';
import { answerInTypeScript, expectedTexts, recordJsonOf } from './decide-in-typescript.ts';
import { drawPair } from './generate-pairs.ts';

const pair = drawPair(3, 1, 4);
const answer = answerInTypeScript(pair);

function changed(change: (texts: Texts) => void): Texts {
  const texts = structuredClone(expectedTexts(pair));
  change(texts);
  return texts;
}

describe('comparing the texts of two engines', () => {
  it('finds nothing where they agree', () => {
    expect(compareTexts(expectedTexts(pair), expectedTexts(pair))).toBeNull();
  });

  it('names the lead, the part, the place and what stands around it', () => {
    const actual = changed((texts) => {
      const part = texts.leads[2]!.find(({ name }) => name === 'decisionText')!;
      part.text = part.text.replace('"decidedAt"', '"decidedAT"');
    });
    const difference = compareTexts(expectedTexts(pair), actual)!;
    expect(difference.of).toBe('lead 2');
    expect(difference.part).toBe('decisionText');
    const { decisionText } = answer.leads[2]!;
    expect(difference.offset).toBe(decisionText.indexOf('"decidedAt"') + '"decidedA'.length);
    expect(difference.expected).toHaveLength(80);
    expect(difference.expected.slice(30, 42)).toContain('"decidedAt');
    expect(describeDifference(difference)).toMatch(/^lead 2, decisionText, at character \d+\n {2}expected "/);
  });

  it('finds a text that only goes on longer', () => {
    const actual = changed((texts) => (texts.policy[1]!.text += ' '));
    expect(compareTexts(expectedTexts(pair), actual)).toMatchObject({
      of: 'policy',
      part: 'policyText',
      offset: expectedTexts(pair).policy[1]!.text.length,
    });
  });

  it('takes a missing part, a surplus part and a missing lead for differences', () => {
    const withoutStory = changed((texts) => texts.leads[0]!.pop());
    const withMore = changed((texts) => texts.leads[0]!.push({ name: 'more', text: '' }));
    const withoutLead = changed((texts) => texts.leads.pop());
    expect(compareTexts(expectedTexts(pair), withoutStory)).toMatchObject({ part: 'story', actual: 'missing' });
    expect(compareTexts(expectedTexts(pair), withMore)).toMatchObject({ part: 'more', expected: 'missing' });
    expect(compareTexts(expectedTexts(pair), withoutLead)).toMatchObject({ of: 'leads', expected: '4', actual: '3' });
  });

  it('reads an answer that came as JSON, whatever the order of its fields', () => {
    const turned = {
      leads: answer.leads.map((lead) => Object.fromEntries(Object.entries(lead).reverse())),
      policy: answer.policy,
    };
    expect(compareTexts(textsOf(answer), textsOfJson(JSON.stringify(turned)))).toBeNull();
    const without = { ...answer, leads: answer.leads.map(({ plan, ...rest }) => ({ ...rest, planned: plan })) };
    expect(compareTexts(textsOf(answer), textsOfJson(JSON.stringify(without)))).toMatchObject({ part: 'plan' });
  });

  it('writes a value in one way, and tells null from a missing field', () => {
    expect(canonicalText({ b: [1, 'x'], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,"x"]}');
    expect(canonicalText({ a: null })).not.toBe(canonicalText({}));
  });

  it('hands out records for an engine that cannot read them', () => {
    const record = JSON.parse(recordJsonOf(answer.leads[0]!.decisionText)) as { version: number; phrases?: unknown };
    expect(record.version).toBe(1);
    expect(record).toHaveProperty('assignment.tries');
  });
});

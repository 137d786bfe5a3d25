import { describe, expect, test } from '@jest/globals';
import { withInstants } from './fixtures.ts';
import { isCall, outcomeOf, readTopics, valueAt, type DecideCase } from './topics.ts';

const topics = readTopics();

describe.each(topics)('$topic.topic', ({ topic }) => {
  test('has the form that this version reads', () => {
    expect(topic.caseFormat).toBe(1);
    expect(new Set(topic.cases.map((one) => one.name)).size).toBe(topic.cases.length);
    expect(topic.cases.length).toBeGreaterThanOrEqual(8);
  });

  test.each(topic.cases)('$name', (one) => {
    const outcome = outcomeOf(one);
    if (!isCall(one)) {
      const { decisionText } = outcome as DecideCase['expect'];
      const found = Object.fromEntries(Object.keys(one.assert).map((place) => [place, valueAt(decisionText, place)]));
      expect(found).toEqual(withInstants(one.assert));
    }
    expect(outcome).toEqual(one.expect);
  });
});

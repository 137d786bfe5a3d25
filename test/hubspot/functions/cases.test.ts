import { describe, expect, test } from '@jest/globals';
import { decideCase } from '../../bench/hubspot-apps/decide-case.ts';
import { questionOf } from '../../cases/given.ts';
import { isCall, outcomeOf, readTopics } from '../../cases/topics.ts';

/** The contract that every edition signs, signed here by what the private edition puts around the engine. */
describe.each(readTopics())('$topic.topic in the private edition', ({ topic }) => {
  test.each(topic.cases)('$name', async (one) => {
    const outcome = isCall(one) ? outcomeOf(one) : await decideCase(questionOf(one.given));
    expect(outcome).toEqual(one.expect);
  });
});

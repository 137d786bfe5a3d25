import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  feedbackWords,
  otherFeedback,
  reviewKindOf,
  verdictsOf,
} from '../../../../core/src/author/learn/loop/review-kinds.ts';
import { uiCalls } from '../../../../hubspot/handlers/ui/ui-calls.ts';

const kindField = path.join(
  __dirname,
  '../../../../salesforce/app/review/objects/SbxFeedback__c/fields/Kind__c.field-meta.xml',
);

describe('kinds of review', () => {
  test('each word stands for one kind, and each kind for one word of each way to say it', () => {
    for (const part of ['kind', 'about', 'said'] as const) {
      expect(new Set(feedbackWords.map((words) => words[part])).size).toBe(feedbackWords.length);
    }
    expect(feedbackWords.map(({ kind }) => kind).sort()).toEqual(Object.keys(verdictsOf).sort());
    for (const { kind, about, said } of feedbackWords) {
      expect([reviewKindOf(about), reviewKindOf(said)]).toEqual([kind, kind]);
    }
  });

  test('the HubSpot card reports about exactly these', () => {
    expect(feedbackWords.map(({ about }) => about).sort()).toEqual(
      [...uiCalls.report.input.shape.about.options].sort(),
    );
  });

  test('whatever the Salesforce package records is a kind of review or known to be none', () => {
    const recorded = [...readFileSync(kindField, 'utf8').matchAll(/<fullName>([a-z]\w*)<\/fullName>/g)].map(
      (found) => found[1]!,
    );
    expect(recorded.length).toBeGreaterThan(5);
    for (const word of recorded) {
      expect([word, otherFeedback.includes(word)]).toEqual([word, reviewKindOf(word) === null]);
    }
    expect(recorded).toEqual(expect.arrayContaining(['wrongScore', 'wrongOwner']));
  });

  test.each([...otherFeedback, '', 'Score'])('"%s" opens no review', (word) => {
    expect(reviewKindOf(word)).toBeNull();
  });
});

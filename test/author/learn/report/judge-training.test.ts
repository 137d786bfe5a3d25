import { describe, expect, test } from '@jest/globals';
import { judgeTraining } from '../../../../core/src/author/learn/report/judge-training.ts';
import type { LearnedCard } from '../../../../core/src/author/learn/training.ts';
import { engagementCard, fitCard, sampleTraining, stoppedTraining } from './sample-training.ts';

const timeSplit = fitCard.evaluation.timeSplit!;

function judgeFit(over: Partial<LearnedCard>) {
  return judgeTraining(sampleTraining({ fit: { ...fitCard, ...over } })).axes[0]!;
}

function judgeSplit(over: Partial<typeof timeSplit> | null) {
  return judgeFit({
    evaluation: { ...fitCard.evaluation, timeSplit: over === null ? null : { ...timeSplit, ...over } },
  });
}

describe('the verdict on a training', () => {
  test('names which axis may be published and which wants a second look', () => {
    const { headline, axes, toFix } = judgeTraining(sampleTraining());
    expect(headline).toBe('Fit may be published. Engagement wants a second look before it is published.');
    expect(axes.map(({ lamp }) => lamp)).toEqual(['green', 'amber']);
    expect(toFix).toEqual([]);
  });

  test('says one sentence of two axes with the same answer', () => {
    const { headline } = judgeTraining(sampleTraining({ engagement: { ...fitCard, axis: 'engagement' } }));
    expect(headline).toBe('Fit and engagement may be published.');
  });

  test('says what to put right when the history stops training', () => {
    const { headline, toFix, axes } = judgeTraining(stoppedTraining());
    expect(headline).toMatch(/^Nothing was learned: one thing in the history/);
    expect(toFix).toEqual(['Enough wins: Wait until there are 30, or connect the CRM in which deals are closed.']);
    expect(axes.map(({ lamp }) => lamp)).toEqual(['red', 'red']);
  });

  test('is never green without later leads, with a top that may be chance, with a weakness, or while leaning on present points', () => {
    expect(judgeSplit(null).lamp).toBe('amber');
    expect(judgeSplit({ isTopClearlyAhead: false }).title).toBe('Learned, but not proven');
    expect(judgeFit({ weaknesses: ['It gives nearly all leads the same chance.'] }).lamp).toBe('amber');
    expect(judgeFit({ isPriorDriven: true }).lamp).toBe('amber');
  });

  test('keeps the present card where that orders later leads as well', () => {
    const { areaUnderCurve } = timeSplit.frozen;
    const verdict = judgeSplit({ present: { ...timeSplit.present!, areaUnderCurve } });
    expect([verdict.lamp, verdict.title]).toEqual(['red', 'Learned, but no better than today']);
    expect(judgeSplit({ present: { ...timeSplit.present!, areaUnderCurve: areaUnderCurve - 0.01 } }).lamp).toBe(
      'green',
    );
  });

  test('tells why an axis learned nothing as a whole sentence', () => {
    const refused = {
      kind: 'refused',
      axis: 'fit',
      code: 'LRN050',
      reason: 'no field has values',
      next: 'map fields',
    } as const;
    const { headline, axes } = judgeTraining(sampleTraining({ fit: refused, engagement: engagementCard }));
    expect(headline).toContain('Fit keeps the card that decides today.');
    expect(axes[0]).toMatchObject({ why: 'No field has values.', next: 'Map fields.' });
  });
});

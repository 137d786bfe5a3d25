import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { layOutTraining } from '../../../../core/src/author/learn/report/lay-out-training.ts';
import { gapWords } from '../../../../core/src/author/learn/report/parts/measures.ts';
import { nameBins } from '../../../../core/src/author/learn/report/parts/name-bins.ts';
import { percentWords, rangeWords } from '../../../../core/src/author/learn/report/words.ts';
import type { Training } from '../../../../core/src/author/learn/training.ts';
import { engagementCard, fitCard, hostile, sampleTraining, stoppedTraining } from './sample-training.ts';

const pageOf = (training: Training): string => layOutTraining(training).markup;

/** What a reader sees of a part: its words with single blanks. */
function wordsOf(page: string, id: string): string {
  const from = page.indexOf(`<section id="${id}"`);
  expect(from).toBeGreaterThanOrEqual(0);
  const markup = page.slice(from, page.indexOf('</section>', from));
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** A training in which everything that can lack lacks. */
function bareTraining(): Training {
  const sample = sampleTraining();
  const bare = {
    ...fitCard,
    card: { basePoints: 0, attributes: [], signals: [] },
    evaluation: {
      crossValidation: { ...fitCard.evaluation.crossValidation, areaUnderCurve: Number.NaN },
      timeSplit: null,
      confidence: [],
    },
  };
  return {
    ...sample,
    horizon: { days: 30, reason: 'nothing was won yet, so a month was taken', daysToWin: [] },
    hygiene: { lines: [], recentDeals: [], excludedFields: [], isStopped: false },
    fit: bare,
    engagement: { kind: 'refused', axis: 'engagement', code: 'LRN050', reason: 'no field', next: 'map one' },
  };
}

const trainings = { learned: sampleTraining(), stopped: stoppedTraining(), bare: bareTraining() };

describe.each(Object.entries(trainings))('the page of a training, %s', (_, training) => {
  const page = pageOf(training);

  test('has each id once, and every name that is pointed at', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const pointedAt = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, names]) => names!.split(' '));
    expect(pointedAt.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('names every table, and every picture that is not hidden', () => {
    expect(page.match(/<table/g) ?? []).toHaveLength((page.match(/<caption>/g) ?? []).length);
    for (const [picture] of page.matchAll(/<svg[^>]*>/g)) {
      expect(picture).toMatch(/role="img"[^]*aria-labelledby|aria-hidden="true"/);
    }
  });

  test('leaves no level of headings out', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(2);
    levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 2)).toBeLessThanOrEqual(1));
  });

  test('shows no figure that is none, and runs and styles nothing', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
    for (const [element] of page.matchAll(/<[a-z][^>]*>/g)) {
      expect(element).not.toMatch(/^<(script|style|img|iframe|link)\b|\s(on\w+|style|src|href)=/);
    }
  });
});

describe('the page of a training', () => {
  const page = pageOf(trainings.learned);

  test('shows what people typed as text', () => {
    expect(page).not.toContain('<img');
    for (const id of ['hygiene', 'deals', 'fit']) expect(wordsOf(page, id)).toContain(hostile);
  });

  test('begins with the verdict and ends with the model card', () => {
    const parts = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(parts).toEqual(['verdict', 'hygiene', 'deals', 'excluded', 'fit', 'engagement', 'labels', 'model-card']);
  });

  test('puts what is worst about the history first, with what to do and the records behind it', () => {
    const words = wordsOf(pageOf(trainings.stopped), 'hygiene');
    const places = ['Enough wins', 'Lost deals say why', 'Won and lost mean the same', 'Every closed deal'].map(
      (title) => words.indexOf(title),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(words).toContain('missing, stops training Enough wins');
    expect(words).toContain('What to do: Make the close reason required');
    expect(words).toContain('1,904 records behind it, 1 shown');
    expect(words).toContain('1 in place, 1 partial, 2 missing');
  });

  test('counts the recent deals with a fault, and names it', () => {
    const words = wordsOf(page, 'deals');
    const faulty = trainings.learned.hygiene.recentDeals.filter(({ faults }) => faults.length > 0).length;
    expect(words).toContain(`${faulty} of 20 have something wrong`);
    expect(words).toContain('no close time');
  });

  test('names fields that were left out for the same reason together', () => {
    const { hygiene } = trainings.learned;
    const empty = ['city', 'region'].map((fieldKey) => ({ fieldKey, code: 'LRN024', reason: 'no value on any lead' }));
    const excludedFields = [...hygiene.excludedFields, ...empty];
    const words = wordsOf(pageOf(sampleTraining({ hygiene: { ...hygiene, excludedFields } })), 'excluded');
    expect(words).toContain('contractValue LRN021 It was set after the deal closed');
    expect(words).toContain('city region LRN024 No value on any lead.');
  });

  test('says why the horizon is what it is, and what became of leads that are too young', () => {
    const words = wordsOf(page, 'labels');
    expect(words).toContain('Why 90 days: 78 % of all wins come within 90 days of arrival.');
    expect(words).toContain('1,301 are too young');
    expect(words).toContain('44 young leads won already.');
    const labels = { ...trainings.learned.labels, censoredCount: 0, censoredWonCount: 0 };
    const without = wordsOf(pageOf(sampleTraining({ labels })), 'labels');
    expect(without).toContain('None is too young for an answer.');
    expect(without).not.toContain('won already');
  });

  test('says of each axis whether the top clearly beats the middle', () => {
    expect(wordsOf(page, 'fit')).toContain(
      'Yes. The top fifth was won 34 % of the time, the middle 14 %: the top clearly beats',
    );
    expect(wordsOf(page, 'engagement')).toContain(
      'Not clearly. The top fifth was won 19 % of the time, the middle 14 %',
    );
  });

  test('marks an axis that leans on present points, and no other', () => {
    expect(wordsOf(page, 'engagement')).toContain('Prior-driven. Only 268 of these leads were won');
    expect(wordsOf(page, 'fit')).not.toContain('Prior-driven');
  });

  test('shows every bin that somebody had with its points and leads, and marks what is thin', () => {
    const words = wordsOf(page, 'fit');
    expect(words).toContain('below 11 −24 × 0.44 611');
    expect(words).toContain('50 +2 × 1.1 17 thin');
    expect(words).toContain('not known −8 × 0.76 540');
    expect(words.match(/\d thin\b/g)).toHaveLength(2);
  });

  test('shows signals with half-life and cap, and says of a silent one that it counts nothing', () => {
    const words = wordsOf(page, 'engagement');
    expect(words).toContain('Looked at prices +14 14 days +42');
    expect(words).toContain('Unsubscribed −20 90 days −20');
    expect(words).toContain('Was at a webinar nothing — —');
  });

  test('compares with the present card and the score of the CRM on the same leads', () => {
    const words = wordsOf(page, 'fit');
    expect(words).toContain('The card that decides today 894 0.742 0.651');
    expect(words).toContain('The CRM’s own score 611 0.738 0.604');
  });

  test('says how a history without later leads is to be read', () => {
    const words = wordsOf(pageOf(trainings.bare), 'fit');
    expect(words).toContain('Nobody can say yet: the history is too short');
    expect(words).toContain('There is one split only, by chance.');
    expect(words).toContain('Area under the curve how often');
    expect(words).toContain('not known');
  });

  test('keeps every figure when the training comes back from JSON with lists for arrays', () => {
    const asLists = (_: string, value: unknown): unknown => (value instanceof Int32Array ? Array.from(value) : value);
    const back = JSON.parse(JSON.stringify(trainings.learned, asLists)) as Training;
    expect(pageOf(back)).toBe(page);
  });

  test('needs nothing of Node', () => {
    const start = path.join(__dirname, '../../../../core/src/author/learn/report/lay-out-training.ts');
    const known = new Set<string>();
    const visit = (file: string): void => {
      if (known.has(file)) return;
      known.add(file);
      for (const [, kind, from] of readFileSync(file, 'utf8').matchAll(/^import (type )?[^;]*?'([^']+)';/gm)) {
        if (kind !== undefined) continue;
        expect([file, from]).toEqual([file, expect.stringMatching(/^\.\.?\//)]);
        visit(path.join(path.dirname(file), from!));
      }
    };
    visit(start);
    expect(known.size).toBeGreaterThan(20);
  });
});

describe('the words of a page', () => {
  test('tell what the distance between the two splits means', () => {
    expect(gapWords(fitCard.evaluation)).toMatch(/^Both splits agree \(0\.75 by chance, 0\.74 on later leads\)/);
    expect(gapWords(engagementCard.evaluation)).toMatch(
      /far apart \(0\.79 by chance, 0\.65 on later leads\).*Times are changing/,
    );
    const { crossValidation, timeSplit } = fitCard.evaluation;
    const some = { ...timeSplit!, frozen: { ...timeSplit!.frozen, areaUnderCurve: 0.72 } };
    expect(gapWords({ ...fitCard.evaluation, crossValidation, timeSplit: some })).toContain('somewhat worse');
  });

  test('name ranges without a gap between them', () => {
    const wordsOfBins = (lows: number[]) =>
      nameBins({ kind: 'number', fieldKey: 'n', label: 'n', lows }).map(({ words }) => words);
    expect(wordsOfBins([1, 50, 51, 200])).toEqual([
      'not known',
      'any other value',
      'below 50',
      '50',
      '51 to 199',
      '200 and more',
    ]);
    expect(wordsOfBins([7]).at(-1)).toBe('any number');
  });

  test('show a short group as a whole, of a large one what a line holds, and lose none', () => {
    const texts = Array.from({ length: 40 }, (_, place) => `text ${place}`);
    const [, , large, empty, long] = nameBins({
      kind: 'text',
      fieldKey: 't',
      label: 't',
      groups: [texts, ['', 'b'], ['x'.repeat(96), 'y']],
    });
    expect(large!.words.length).toBeLessThan(60);
    expect([...large!.words.split(', '), ...large!.more]).toEqual(texts);
    expect(empty).toEqual({ words: '(empty), b', more: [] });
    expect(long).toEqual({ words: 'x'.repeat(96), more: ['y'] });
  });

  test('keep a figure and its sign on one line', () => {
    expect([percentWords(0), percentWords(0.004), percentWords(0.0996), percentWords(0.34), percentWords(1)]).toEqual([
      '0\u00a0%',
      '0.4\u00a0%',
      '10\u00a0%',
      '34\u00a0%',
      '100\u00a0%',
    ]);
    expect(percentWords(Number.NaN)).toBe('not known');
    expect(rangeWords(0.266, 0.412)).toBe('27\u00a0–\u00a041\u00a0%');
  });
});

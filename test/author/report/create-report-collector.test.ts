import { describe, expect, test } from '@jest/globals';
import { createReportCollector } from '../../../core/src/author/report/create-report-collector.ts';
import type { ReportData, ReportOptions } from '../../../core/src/author/report/report-data.ts';
import { decideSample } from './decide-sample.ts';

const sample = decideSample(400);

function collect(settings: Partial<ReportOptions> = {}): ReportData {
  const collector = createReportCollector(sample.policy, sample.roster, {
    runName: 'May',
    policyHash: sample.policyHash,
    listCap: 3000,
    timeZone: 'Europe/Madrid',
    problemTexts: new Map(),
    ...settings,
  });
  for (const entry of sample.entries) collector.add(entry);
  return collector.finish();
}

const sum = (counts: readonly { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

describe('a report collector', () => {
  test('counts every lead once in every aggregate', () => {
    const data = collect();
    expect(data.leadCount).toBe(400);
    expect(data.list).toHaveLength(400);
    for (const counts of [data.destinations, data.reps, data.sources, data.buckets, data.months]) {
      expect(sum(counts)).toBe(400);
    }
    expect(data.scoreGrid.flat().reduce((total, count) => total + count, 0)).toBe(400);
    expect(sum(data.guards) + sum(data.rules) + sum(data.cells) + data.sources.at(-1)!.count).toBe(400);
  });

  test('keeps the last leads of a run when the list is full, in their order', () => {
    const data = collect({ listCap: 30 });
    expect(data.leadCount).toBe(400);
    expect(data.list.map(({ rowNumber }) => rowNumber)).toEqual(
      sample.entries.slice(-30).map(({ rowNumber }) => rowNumber),
    );
    expect({ ...data, list: [] }).toEqual({ ...collect(), list: [] });
  });

  test('weighs turns against the shares of those who could take them', () => {
    const { pools, turnCount } = collect();
    expect(pools.reduce((total, { turns }) => total + turns, 0)).toBe(turnCount);
    for (const { turns, members, largestDeviation } of pools) {
      expect(members.reduce((total, { taken }) => total + taken, 0)).toBe(turns);
      expect(members.reduce((total, { share }) => total + share, 0)).toBeCloseTo(turns, 6);
      expect(largestDeviation).toBeLessThan(2);
    }
  });

  test('says what a problem code means where it is told', () => {
    const coded = collect({ problemTexts: new Map([['INT002', 'longer than its room']]) }).problems;
    expect(coded.find(({ key }) => key === 'INT002')?.label).toBe('INT002 longer than its room');
  });

  test('has nothing to show for a run without leads, and says so in numbers', () => {
    const { policy, roster, policyHash } = sample;
    const options = { runName: '', policyHash, listCap: 10, timeZone: 'UTC', problemTexts: new Map<string, string>() };
    const data = createReportCollector(policy, roster, options).finish();
    expect([data.leadCount, data.firstAt, data.list, data.pools]).toEqual([0, null, [], []]);
  });
});

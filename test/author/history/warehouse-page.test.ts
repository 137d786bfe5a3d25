import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { countTicks, fadedActivitiesSql } from '../../../core/src/author/history/faded-activities-sql.ts';
import { halfLivesOf } from '../../../core/src/author/history/half-lives-of.ts';
import { halfLives } from '../../../core/src/author/learn/engagement/choose-signal-form.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';

const read = (file: string): string => readFileSync(path.resolve(file), 'utf8');
const page = read('docs/learning-on-a-warehouse.md');
const starter = JSON.parse(read('core/policies/starter.json')) as Policy;

test('the page shows the very statement that is run', () => {
  expect(/```sql\n([\s\S]*?)\n```/.exec(page)?.[1]).toBe(fadedActivitiesSql(halfLives, 30));
});

test('the page counts ticks as the program does', () => {
  const count = countTicks(halfLives, starter.decayTable);
  expect(page).toContain(`range(${count})`);
  expect(page).toContain(`generate_series(0::bigint, ${count - 1})`);
  expect(page).toContain(`GENERATE_ARRAY(0, ${count - 1})`);
  expect(page).toContain(`ROWCOUNT => ${count}`);
});

test('the half-lives of the present card are counted as well', () => {
  const [signal] = starter.signals;
  const policy = { ...starter, signals: [{ ...signal!, halfLifeDays: 45 }] };
  expect(halfLivesOf(policy)).toEqual([3, 7, 14, 30, 45, 60, 90, 180]);
});

import { describe, expect, test } from '@jest/globals';
import { labelLeads } from '../../../../core/src/author/learn/labels/label-leads.ts';
import { beganAt, dayMillis, tableOf } from '../drawn-history.ts';

const asOf = beganAt + 100 * dayMillis;

describe('labels', () => {
  test('call a lead won that was won within the horizon, and not won what was won later, lost or left open', () => {
    const table = tableOf([0, 1, 2, 3], ['won', 'won', 'lost', 'open'], [10, 90, 20, null]);
    const labelled = labelLeads(table, asOf, 30, 0);
    expect([...labelled.rows]).toEqual([0, 1, 2, 3]);
    expect([...labelled.labels]).toEqual([1, 0, 0, 0]);
    expect(labelled.wonCount).toBe(1);
  });

  test('leave out whoever is younger than the horizon, won or not', () => {
    const table = tableOf([60, 80, 90], ['open', 'open', 'won'], [null, null, 95]);
    const labelled = labelLeads(table, asOf, 30, 0);
    expect([...labelled.rows]).toEqual([0]);
    expect(labelled.censoredCount).toBe(2);
    expect(labelled.censoredWonCount).toBe(1);
  });

  test('leave out whoever was closed before the moment at which engagement is looked at', () => {
    const table = tableOf([0, 0], ['won', 'won'], [2, 9]);
    const labelled = labelLeads(table, asOf, 30, 7);
    expect([...labelled.rows]).toEqual([1]);
    expect(labelled.closedBeforeCount).toBe(1);
  });

  test('do not teach a win that lies before its arrival', () => {
    const table = tableOf([20, 20.5], ['won', 'won'], [5, 20.1]);
    const labelled = labelLeads(table, asOf, 30, 0);
    expect([...labelled.rows]).toEqual([1]);
    expect(labelled.closedBeforeCount).toBe(1);
  });

  test('count the horizon from that moment', () => {
    const table = tableOf([0], ['won'], [35]);
    expect([...labelLeads(table, asOf, 30, 0).labels]).toEqual([0]);
    expect([...labelLeads(table, asOf, 30, 7).labels]).toEqual([1]);
  });

  test('do without leads that have no arrival, come from the future, or were won at no known time', () => {
    const table = tableOf([Number.NaN, 200, 0], ['lost', 'lost', 'won'], [1, 201, null]);
    const labelled = labelLeads(table, asOf, 30, 0);
    expect(labelled.rows).toHaveLength(0);
    expect(labelled.withoutTimeCount).toBe(3);
  });

  test('stand in order of arrival, whatever the order of the file', () => {
    const table = tableOf([5, 1, 3, 1], ['lost', 'won', 'lost', 'lost'], [6, 2, 4, 2]);
    expect([...labelLeads(table, asOf, 30, 0).rows]).toEqual([1, 3, 2, 0]);
  });
});

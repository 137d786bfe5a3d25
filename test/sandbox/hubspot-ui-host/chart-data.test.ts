import { expect, test } from '@jest/globals';
import { readChart, ticksOf } from '../../../sandbox/hubspot/ui-host/browser/parts/chart-data.ts';

const rows = [
  { month: 'Jan', leads: 31, tier: 'SMB' },
  { month: 'Jan', leads: 12, tier: 'ENT' },
  { month: 'Feb', leads: '44', tier: 'SMB' },
  { month: 'Mar', leads: 'none', tier: 'SMB' },
];

test('rows become series by the field that has the colour, and what is no number is left out', () => {
  const chart = readChart({
    data: { data: rows, options: { propertyLabels: { tier: { ENT: 'Enterprise' } } } },
    axes: {
      x: { field: 'month', fieldType: 'category' },
      y: { field: 'leads', fieldType: 'linear', label: 'Leads' },
      options: { groupFieldByColor: 'tier', stacking: true },
    },
  });
  expect(chart.series.map((each) => [each.name, each.points.map((point) => [point.key, point.value])])).toEqual([
    [
      'SMB',
      [
        ['Jan', 31],
        ['Feb', 44],
      ],
    ],
    ['Enterprise', [['Jan', 12]]],
  ]);
  expect(chart).toMatchObject({ isSideways: false, isStacked: true, valueTitle: 'Leads', keyTitle: 'month' });
  expect(new Set(chart.series.map((each) => each.color)).size).toBe(2);
});

test('bars lie where the numbers are on the x axis', () => {
  const axes = { x: { field: 'leads', fieldType: 'linear' }, y: { field: 'month', fieldType: 'category' } } as const;
  expect(readChart({ data: rows, axes })).toMatchObject({ isSideways: true, valueTitle: 'leads', keyTitle: 'month' });
});

test('ticks cover all values with round numbers', () => {
  expect(ticksOf([3, 64])).toEqual([0, 20, 40, 60, 80]);
  expect(ticksOf([-5, 5])).toEqual([-5, -2.5, 0, 2.5, 5]);
  expect(ticksOf([])).toEqual([0, 0.25]);
  expect(ticksOf([0.1, 0.35])).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
});

import { describe, expect, test } from '@jest/globals';
import type { Html } from '../../../../core/src/author/report/html.ts';
import { interval } from '../../../../core/src/author/learn/evaluate/lift.ts';
import { calibrationPlot } from '../../../../core/src/author/learn/report/plots/calibration-plot.ts';
import { pointsBar } from '../../../../core/src/author/learn/report/plots/points-bar.ts';
import { riskLine } from '../../../../core/src/author/learn/report/plots/risk-line.ts';
import { shareBars } from '../../../../core/src/author/learn/report/plots/share-bars.ts';
import { shareScale } from '../../../../core/src/author/learn/report/plots/share-scale.ts';
import { tierPlot } from '../../../../core/src/author/learn/report/parts/lift.ts';

const words = { id: 'plot', title: 'A plot', description: 'What it says' };

/** The attributes of each element of a kind, in order. */
function elements({ markup }: Html, name: string): Record<string, string>[] {
  return [...markup.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries([...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  );
}

const ofClass = (drawn: Html, name: string, kind: string): Record<string, string>[] =>
  elements(drawn, name).filter((each) => each['class']?.split(' ').includes(kind));

describe('a scale of shares', () => {
  test('holds every share in at most five round steps', () => {
    for (const share of [0, 0.004, 0.05, 0.051, 0.23, 0.5, 0.77, 1]) {
      const { top, ticks } = shareScale([share, Number.NaN]);
      expect(top).toBeGreaterThanOrEqual(share);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBe(top);
    }
    expect(shareScale([0.23]).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
  });
});

describe('bars of shares', () => {
  const bar = { label: 'a < b', words: '20 %', share: 0.2, interval: { low: 0.1, high: 0.3 }, mark: 0.4 };

  test('are as wide as their share of the whole, with interval and mark on the same scale', () => {
    const drawn = shareBars(words, [bar], 0.5);
    expect(ofClass(drawn, 'rect', 'bar-fill')[0]!['width']).toBe('40%');
    expect(elements(drawn, 'line').map(({ x1, x2 }) => [x1, x2])).toEqual([
      ['20%', '60%'],
      ['20%', '20%'],
      ['60%', '60%'],
      ['80%', '80%'],
    ]);
  });

  test('are named for those who do not see them, and escape what they are told', () => {
    const drawn = shareBars({ ...words, title: '<b>' }, [bar], 0.5).markup;
    expect(drawn).toMatch(/role="img"[^>]*aria-labelledby="plot-title plot-description"/);
    expect(drawn).toContain('<title id="plot-title">&lt;b&gt;</title>');
    expect(drawn).toContain('a &lt; b');
  });

  test('draw no bar of a share that nobody knows', () => {
    const drawn = shareBars(words, [{ ...bar, share: Number.NaN }], 0.5);
    expect(ofClass(drawn, 'rect', 'bar-fill')).toEqual([]);
    expect(drawn.markup).not.toContain('NaN');
  });

  test('say won share and interval of each tier in the description', () => {
    const tier = { name: 'top', count: 100, wonCount: 30, wonShare: 0.3, ...interval(30, 100) } as const;
    expect(tierPlot('lift', 'Tiers', [tier], 0.5).markup.replaceAll('\u00a0', ' ')).toContain(
      'Top fifth: 30 % won, between 22 % and 40 %.',
    );
  });
});

describe('a bar of points', () => {
  test('begins at the average lead and goes right for more, left for less', () => {
    expect(ofClass(pointsBar(10, 20, false), 'rect', 'points-bar')[0]).toMatchObject({ x: '50%', width: '25%' });
    expect(ofClass(pointsBar(-20, 20, false), 'rect', 'minus')[0]).toMatchObject({ x: '0%', width: '50%' });
    expect(ofClass(pointsBar(0, 0, false), 'rect', 'points-bar')[0]).toMatchObject({ width: '0%' });
  });

  test('is pale where few leads are behind it', () => {
    expect(Number(ofClass(pointsBar(10, 20, true), 'rect', 'thin')[0]!['fill-opacity'])).toBeLessThan(0.5);
    expect(ofClass(pointsBar(10, 20, false), 'rect', 'thin')).toEqual([]);
  });
});

describe('a calibration plot', () => {
  const groups = [
    { count: 50, said: 0.1, happened: 0.1 },
    { count: 50, said: 0.3, happened: 0.2 },
    { count: 50, said: 0.4, happened: 0.5 },
  ];
  const drawn = calibrationPlot(words, groups);

  test('puts what came true on the diagonal, what came less often below it, and what came more often above it', () => {
    const { x1, y1, x2, y2 } = ofClass(drawn, 'line', 'diagonal')[0]!;
    const heightAt = (x: number): number =>
      Number(y1) + ((Number(y2) - Number(y1)) * (x - Number(x1))) / (Number(x2) - Number(x1));
    const above = elements(drawn, 'circle').map(({ cx, cy }) => heightAt(Number(cx)) - Number(cy));
    expect(above[0]).toBeCloseTo(0, 1);
    expect(above[1]).toBeLessThan(-10);
    expect(above[2]).toBeGreaterThan(10);
  });

  test('draws nothing outside of its axes', () => {
    const { width, height } = elements(drawn, 'svg')[0]!;
    const isWithin = (at: string | undefined, most: string | undefined): boolean =>
      Number(at) >= 0 && Number(at) <= Number(most);
    for (const { x1, x2, y1, y2 } of elements(drawn, 'line')) {
      expect([isWithin(x1, width), isWithin(x2, width)]).toEqual([true, true]);
      expect([isWithin(y1, height), isWithin(y2, height)]).toEqual([true, true]);
    }
  });

  test('leaves out groups that nobody knows and stands without any', () => {
    const unknown = { count: 0, said: Number.NaN, happened: Number.NaN };
    expect(elements(calibrationPlot(words, [unknown, ...groups]), 'circle')).toHaveLength(3);
    expect(calibrationPlot(words, []).markup).not.toMatch(/NaN|Infinity/);
  });
});

describe('a line of risk', () => {
  test('goes from all leads on the left to the surest ones on the right, lower where less goes wrong', () => {
    const drawn = riskLine(words, [
      { coverage: 0.5, risk: 0.1 },
      { coverage: 1, risk: 0.3 },
    ]);
    const [line] = elements(drawn, 'polyline');
    const points = (line!['points'] ?? '').split(' ').map((point) => point.split(',').map(Number));
    expect(points).toHaveLength(2);
    expect(points[0]![0]!).toBeLessThan(points[1]![0]!);
    expect(points[0]![1]!).toBeLessThan(points[1]![1]!);
    expect(riskLine(words, []).markup).not.toMatch(/NaN|Infinity/);
  });
});

import { describe, expect, test } from '@jest/globals';
import { firstBinCode } from '../../../../core/src/author/learn/bins/attribute-bins.ts';
import { holdAll, holdingFor } from '../../../../core/src/author/learn/fit/choose-holding.ts';
import { placeWeights, type Design } from '../../../../core/src/author/learn/fit/design.ts';
import { fitAdditive, type Direction, type FitSettings } from '../../../../core/src/author/learn/fit/fit-additive.ts';
import { curve } from '../../../../core/src/author/learn/fit/likelihood.ts';
import { drawing } from '../drawn-history.ts';

/** Two ordered attributes of four bins each and one signal; the first attribute dips in its third bin. */
function drawDesign(rowCount: number, seed: number): Design {
  const draw = drawing(seed);
  const codes = [new Uint8Array(rowCount), new Uint8Array(rowCount)];
  const amounts = new Float64Array(rowCount);
  const labels = new Uint8Array(rowCount);
  const truth = [-1, 0, -0.4, 1];
  for (let row = 0; row < rowCount; row += 1) {
    const one = Math.floor(draw() * 4);
    codes[0]![row] = firstBinCode + one;
    codes[1]![row] = firstBinCode + Math.floor(draw() * 4);
    amounts[row] = draw() < 0.3 ? draw() * 3 : 0;
    labels[row] = draw() < 1 / (1 + Math.exp(1.5 - truth[one]! - 0.6 * amounts[row]!)) ? 1 : 0;
  }
  return { rowCount, codes, codeCounts: [6, 6], isOrdered: [true, true], amounts: [amounts], labels };
}

function settingsOf(design: Design, directions: Direction[] = ['any', 'any']): FitSettings {
  return { holding: holdAll(design, 1), smoothing: 0, prior: null, directions, start: null };
}

describe('an additive fit', () => {
  const design = drawDesign(20_000, 5);

  test('finds the weights that made the leads', () => {
    const { weights, places } = fitAdditive(design, settingsOf(design));
    const from = (bin: number): number => weights[firstBinCode + bin]! - weights[firstBinCode + 1]!;
    expect(from(0)).toBeCloseTo(-1, 0.5);
    expect(from(3)).toBeCloseTo(1, 0.5);
    expect(weights[places.signalStart]).toBeCloseTo(0.6, 1);
  });

  test('stands where the held likelihood has no slope left', () => {
    const { weights, places } = fitAdditive(design, settingsOf(design));
    const { slope } = curve(design, places, weights);
    slope.forEach((amount, place) => {
      expect(Math.abs(amount - (place === places.base ? 0 : weights[place]!))).toBeLessThan(0.05);
    });
  });

  test('gives the same bits for the same leads', () => {
    const [one, other] = [fitAdditive(design, settingsOf(design)), fitAdditive(design, settingsOf(design))];
    expect(Buffer.from(one.weights.buffer).equals(Buffer.from(other.weights.buffer))).toBe(true);
  });

  test('goes only the way that ops allow, and puts ranges together that would not', () => {
    const free = fitAdditive(design, settingsOf(design)).weights;
    expect(free[firstBinCode + 2]).toBeLessThan(free[firstBinCode + 1]!);
    const up = fitAdditive(design, settingsOf(design, ['up', 'any'])).weights;
    expect(up[firstBinCode + 1]).toBe(up[firstBinCode + 2]);
    expect(up[firstBinCode]).toBeLessThan(up[firstBinCode + 1]!);
    expect(up[firstBinCode + 3]).toBeGreaterThan(up[firstBinCode + 2]!);
    const down = fitAdditive(design, settingsOf(design, ['down', 'any'])).weights;
    expect(new Set(down.slice(firstBinCode, firstBinCode + 2)).size).toBe(1);
  });

  test('stays near what was believed where few leads speak', () => {
    const few = drawDesign(40, 3);
    const places = placeWeights(few);
    const prior = new Float64Array(places.count);
    prior[firstBinCode] = 2;
    const { weights } = fitAdditive(few, { ...settingsOf(few), holding: holdAll(few, 1_000), prior });
    expect(weights[firstBinCode]).toBeCloseTo(2, 1);
    expect(weights[firstBinCode + 3]).toBeCloseTo(0, 1);
  });

  test('begun from an earlier fit ends in the same place', () => {
    const first = fitAdditive(design, settingsOf(design));
    const more = drawDesign(22_000, 5);
    const cold = fitAdditive(more, settingsOf(more));
    const warm = fitAdditive(more, { ...settingsOf(more), start: first.weights });
    expect(warm.steps).toBeLessThan(cold.steps);
    warm.weights.forEach((weight, place) => expect(weight).toBeCloseTo(cold.weights[place]!, 3));
  });
});

test('the fewer wins, the harder weights are held', () => {
  expect([100, 500, 5_000, 50_000].map(holdingFor)).toEqual([40, 10, 1, 1]);
});

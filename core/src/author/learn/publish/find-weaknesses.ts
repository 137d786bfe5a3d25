import type { Evaluation } from '../training.ts';
import { isNoBetterThanToday } from './is-no-better.ts';

const poorArea = 0.6;
const largeGap = 0.05;
const poorCalibration = 0.07;

/**
 * What a reader must know before publishing, in whole sentences, worst first. A card without any is rare.
 *
 * @param chances of the leads that the card was made from
 */
export function findWeaknesses(evaluation: Evaluation, wonCount: number, chances: Float64Array): string[] {
  const { crossValidation, timeSplit } = evaluation;
  const weaknesses: string[] = [];
  if (timeSplit === null) {
    weaknesses.push(
      'The history is too short for a time split, so nothing shows yet how the card does on leads of a later month.',
    );
  } else {
    const area = timeSplit.frozen.areaUnderCurve;
    if (area < poorArea) {
      weaknesses.push(
        `On later leads it hardly tells won from others (area under the curve ${area.toFixed(2)}; chance alone is 0.50).`,
      );
    }
    if (!timeSplit.isTopClearlyAhead) {
      weaknesses.push('On later leads the top fifth is not clearly ahead of the middle.');
    }
    if (crossValidation.areaUnderCurve - area > largeGap) {
      weaknesses.push(
        `It does worse on later leads (${area.toFixed(2)}) than on leads drawn by chance (${crossValidation.areaUnderCurve.toFixed(2)}): times are changing, and the figure on later leads is the honest one.`,
      );
    }
    if (timeSplit.rolling.calibrationError > poorCalibration) {
      weaknesses.push(
        `Chances are off by ${Math.round(timeSplit.rolling.calibrationError * 100)} percentage points on average, even when they follow recent answers.`,
      );
    }
    if (isNoBetterThanToday({ evaluation })) {
      weaknesses.push('The present card orders later leads at least as well.');
    }
  }
  if (wonCount < 300) {
    weaknesses.push(
      `Only ${wonCount} wins: many bins rest on a handful of leads, and the points lean on what was believed before.`,
    );
  }
  if (chances.length > 0 && Math.max(...quantiles(chances)) - Math.min(...quantiles(chances)) < 0.005) {
    weaknesses.push('It gives nearly all leads the same chance.');
  }
  return weaknesses;
}

function quantiles(chances: Float64Array): [number, number] {
  const sorted = Float64Array.from(chances).sort();
  return [sorted[Math.floor(sorted.length * 0.05)]!, sorted[Math.floor((sorted.length - 1) * 0.95)]!];
}

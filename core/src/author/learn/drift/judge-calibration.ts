import { percentWords, type DriftAlarm } from './drift-alarm.ts';
import { actFromError, excessError, isByChance, lookFromError } from './drift-of-outcomes.ts';
import type { OutcomeWindow } from './roll-outcomes.ts';

/** What one look at a card found. `outcomes` is null while too few leads are answered; `scores` is null when they did not move. */
export type CalibrationCheck = { at: number; outcomes: OutcomeWindow | null; scores: DriftAlarm | null };

/** Whether a card is to be believed, why, and what changed by that; null when nothing did. */
export type CalibrationJudgement = { isCalibrated: boolean; reason: string; alarm: DriftAlarm | null };

/** One bad look may be bad luck; a very bad one may not. Trust comes back later than it went. */
const badLooks = 2;
const goodLooks = 3;
const goodBelowError = lookFromError / 2;

/**
 * Whether `isCalibrated` of a card should be true. When it is false every lead of the card has low confidence and goes to a person
 * (docs/decisions/0006-confidence.md), so this neither waits for long nor changes its mind from look to look.
 *
 * A look is bad when chances are off by 5 percentage points more than chance explains, and good when by less than half of
 * that. While too few leads are answered, scores that moved far stand in. Moved inputs alone are told but change nothing: points
 * of attributes stay true when more leads have one value than before. Two bad looks running, or one twice as bad, take the
 * trust away; three good ones running give it back. What is neither changes nothing.
 *
 * @param isCalibrated as it is now
 * @param checks since the card was published or calibrated last, in any order; looks at the same moment count in the given order
 */
export function judgeCalibration(isCalibrated: boolean, checks: readonly CalibrationCheck[]): CalibrationJudgement {
  const graded = checks
    .map((check, place) => ({ check, place }))
    .sort((one, other) => one.check.at - other.check.at || one.place - other.place)
    .map(({ check }) => ({ check, grade: gradeOf(check) }))
    .filter(({ grade }) => grade !== 'nothing');
  const last = graded.at(-1);
  if (last === undefined) {
    return { isCalibrated, reason: 'Too few leads are answered to say anything.', alarm: null };
  }
  const found = foundWords(last.check);
  const grades = graded.map(({ grade }) => grade);
  const bad = runOf(grades, (grade) => grade === 'bad' || grade === 'veryBad');
  const good = runOf(grades, (grade) => grade === 'good');
  if (isCalibrated && (last.grade === 'veryBad' || bad >= badLooks)) {
    const why = last.grade === 'veryBad' ? 'The last look was very bad.' : `${bad} looks running were bad.`;
    return {
      isCalibrated: false,
      reason: `${why} ${found}`,
      alarm: {
        code: 'LRD006',
        level: 'act',
        attributeKey: null,
        found: `The card is no longer believed. ${why} ${found}`,
        next: 'Every lead of it goes to a person now. Renew the calibration or train again, and publish that; the card itself stays.',
      },
    };
  }
  if (!isCalibrated && good >= goodLooks) {
    const why = `${good} looks running were good.`;
    return {
      isCalibrated: true,
      reason: `${why} ${found}`,
      alarm: {
        code: 'LRD007',
        level: 'look',
        attributeKey: null,
        found: `The card can be believed again. ${why} ${found}`,
        next: 'Publish it as calibrated, so that leads no longer all go to a person.',
      },
    };
  }
  return { isCalibrated, reason: `${stayWords(isCalibrated, bad, good)} ${found}`, alarm: null };
}

type Grade = 'good' | 'between' | 'bad' | 'veryBad' | 'nothing';

function gradeOf({ outcomes, scores }: CalibrationCheck): Grade {
  if (outcomes === null) {
    return scores?.level === 'act' ? 'bad' : 'nothing';
  }
  const excess = excessError(outcomes);
  if (excess >= lookFromError && !isByChance(outcomes)) {
    return excess >= actFromError ? 'veryBad' : 'bad';
  }
  return excess < goodBelowError ? 'good' : 'between';
}

/** How many at the end are so. */
function runOf(grades: readonly Grade[], isSo: (grade: Grade) => boolean): number {
  return grades.length - 1 - grades.findLastIndex((grade) => !isSo(grade));
}

function foundWords({ outcomes, scores }: CalibrationCheck): string {
  if (outcomes === null) {
    return scores?.found ?? '';
  }
  const { count, error, expectedError } = outcomes;
  return `Chances of ${count} answered leads are off by ${percentWords(error)} on average, of which chance explains ${percentWords(expectedError)}.`;
}

function stayWords(isCalibrated: boolean, bad: number, good: number): string {
  if (isCalibrated) {
    return bad === 0
      ? 'The card stays believed.'
      : `One look was bad; the card stays believed until ${badLooks} running are.`;
  }
  return `The card stays doubted until ${goodLooks} looks running are good; ${good === 0 ? 'the last was not' : `${good} so far`}.`;
}

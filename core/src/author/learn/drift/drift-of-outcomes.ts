import { percentWords, type DriftAlarm } from './drift-alarm.ts';
import { rollOutcomes, type AnsweredLead, type OutcomeWindow } from './roll-outcomes.ts';

/**
 * How much more than chance explains chances may be off, on average. Custom, not theory: at 5 percentage points a lead said to be won in
 * one of ten cases may be won in one of twenty, which changes where it should go.
 */
export const lookFromError = 0.05;
export const actFromError = 0.1;

/** Wins may be so much rarer or more frequent than was said, as a share of what was said. */
const lookFromBase = 0.2;
const actFromBase = 0.5;

/** How far the error is beyond what chances that are exactly right would show. */
export function excessError({ error, expectedError }: OutcomeWindow): number {
  return Math.max(0, error - expectedError);
}

/** Whether chance alone may explain the error. */
export function isByChance({ error, errorByChance }: OutcomeWindow): boolean {
  return error <= errorByChance;
}

/** Whether what was said still comes true, on the newest answered leads. What has to be done about comes first. */
export function driftOfOutcomes(answered: readonly AnsweredLead[]): DriftAlarm[] {
  const window = rollOutcomes(answered).at(-1);
  if (window === undefined) {
    return [];
  }
  const alarms = [...alarmOfError(window), ...alarmOfBase(window)];
  return [...alarms.filter(({ level }) => level === 'act'), ...alarms.filter(({ level }) => level === 'look')];
}

function alarmOfError(window: OutcomeWindow): DriftAlarm[] {
  const excess = excessError(window);
  if (excess < lookFromError || isByChance(window)) {
    return [];
  }
  return [
    {
      code: 'LRD004',
      level: excess >= actFromError ? 'act' : 'look',
      attributeKey: null,
      found: `Chances of the newest ${window.count} answered leads are off by ${percentWords(window.error)} on average; right ones would be off by about ${percentWords(window.expectedError)}, and seldom by more than ${percentWords(window.errorByChance)}.`,
      next:
        excess >= actFromError
          ? 'Train again. Until then every lead of this card should go to a person.'
          : 'Renew the calibration on recent answers; if the error stays, train again.',
    },
  ];
}

/** Wins that are rarer or more frequent than what was said, beyond what chance explains. */
function alarmOfBase(window: OutcomeWindow): DriftAlarm[] {
  const { said, happened, low, high } = window;
  const change = Math.abs(happened - said) / said;
  if ((said >= low && said <= high) || change < lookFromBase) {
    return [];
  }
  const direction = happened > said ? 'more' : 'fewer';
  return [
    {
      code: 'LRD005',
      level: change >= actFromBase ? 'act' : 'look',
      attributeKey: null,
      found: `Of the newest ${window.count} answered leads ${window.wonCount} were won: ${percentWords(happened)}, with 95 % confidence ${percentWords(low)} to ${percentWords(high)}; ${percentWords(said)} was said.`,
      next: `There are ${direction} wins than the card says. Renew the calibration on recent answers, and look whether sales closes otherwise than before or outcomes are entered late.`,
    },
  ];
}

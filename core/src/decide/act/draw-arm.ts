import { quotient, type Int } from '../model/number.ts';
import type { Experiment } from '../model/policy.ts';
import type { InboundLead } from '../normalize/normalize.ts';

/** Which arm of a soft launch a lead is in. `none` where no experiment runs. */
export type Arm = 'none' | 'test' | 'control';

/** Primes well below 2^15, so that no product leaves 32 bits. */
const firstModulus: Int = 9973;
const secondModulus: Int = 9967;
const lastModulus: Int = 10007;

/** Whom an arm is drawn for: one buyer stays in one arm however often they write. */
export function personKey(inbound: InboundLead): string {
  return inbound.email === null ? inbound.submission.submissionKey : inbound.email.matchKey;
}

/**
 * Draws the arm of a person, the same for ever: hash version 1 of experiment and person, by share of a hundred. Two rolling
 * hashes are multiplied at the end, so that neighbours in a list do not share an arm. Versioned so that a better hash never
 * moves leads of a running experiment.
 */
export function armOf(experiment: Experiment | null, person: string): Arm {
  if (experiment === null) {
    return 'none';
  }
  let first: Int = 7;
  let second: Int = 11;
  const text = `1/${experiment.experimentKey}/${person}`;
  for (let place: Int = 0; place < text.length; place += 1) {
    const unit: Int = text.charCodeAt(place);
    first = restOf(first * 131 + unit, firstModulus);
    second = restOf(second * 137 + unit, secondModulus);
  }
  const drawn: Int = restOf(restOf((first + 1) * (second + 1), lastModulus), 100);
  return drawn < experiment.controlPercent ? 'control' : 'test';
}

function restOf(whole: Int, divisor: Int): Int {
  return whole - quotient(whole, divisor) * divisor;
}

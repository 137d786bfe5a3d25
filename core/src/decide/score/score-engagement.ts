import { quotient, quotientLong, toInt, type Int, type Long } from '../model/number.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { EngagementSignal } from '../model/scorecard.ts';
import type { Activity } from '../model/submission.ts';
import { within } from './score-attributes.ts';

const dayMillis: Long = 86400000;
const stepsPerHalfLife: Long = 16;

/** What each signal of the policy adds now, by position, in whole points after fading and cap. */
export type SignalPoints = { pointsBySignal: Int[]; points: Int; isUsingProduct: boolean };

/**
 * Adds what the person did, each deed faded by its signal's half-life and each signal capped, so that a hundred opened
 * mails never weigh like one demo request.
 *
 * A page view of 8 points with half-life 14 days, 28 days ago → 2 points. What lies in the future counts as now.
 */
export function scoreSignals(activities: Activity[], prepared: PreparedPolicy, now: Long): SignalPoints {
  const thousandths: Int[] = [];
  while (thousandths.length < prepared.policy.signals.length) {
    thousandths.push(0);
  }
  for (const activity of activities) {
    const position = prepared.signalPositions.get(activity.signalKey) ?? null;
    if (position !== null) {
      const signal = prepared.policy.signals[position]!;
      const worth: Int = fadedThousandths(signal, activity, prepared.policy.decayTable, now);
      thousandths[position] = capped(thousandths[position]! + worth, signal.capPoints);
    }
  }
  return addUp(thousandths, prepared.policy.signals);
}

function addUp(thousandths: Int[], signals: EngagementSignal[]): SignalPoints {
  const total: SignalPoints = { pointsBySignal: [], points: 0, isUsingProduct: false };
  for (let position: Int = 0; position < thousandths.length; position += 1) {
    const points: Int = quotient(thousandths[position]!, 1000);
    total.pointsBySignal.push(points);
    total.points += points;
    if (signals[position]!.isProductUsage && points > 0) {
      total.isUsingProduct = true;
    }
  }
  return total;
}

function capped(thousandths: Int, capPoints: Int): Int {
  return within(thousandths, capPoints * -1000, capPoints * 1000);
}

/** One deed's points in thousandths, by the policy's table of sixteenths of a half-life. */
function fadedThousandths(signal: EngagementSignal, activity: Activity, decayTable: Int[], now: Long): Int {
  const ageMillis: Long = activity.occurredAt >= now ? 0 : now - activity.occurredAt;
  const stepMillis: Long = quotientLong(signal.halfLifeDays * dayMillis, stepsPerHalfLife);
  const step: Long = quotientLong(ageMillis, stepMillis);
  if (step >= decayTable.length) {
    return 0;
  }
  const occurrences: Int = within(activity.occurrences, 0, 100);
  return signal.points * occurrences * decayTable[toInt(step)]!;
}

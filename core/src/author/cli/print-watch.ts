import type { CardWatch } from '../learn/watch.ts';
import { plain, wordOf } from './write-out.ts';

/** Shows how published cards do on leads that came after their training. */
export function printWatch(watches: readonly CardWatch[]): void {
  if (watches.length === 0) {
    console.log('The policy has no trained card, so there is nothing to watch.');
  }
  for (const { axis, recentCount, answeredCount, alarms, judgement, calibration, reviews } of watches) {
    console.log(
      `\n${axis.toUpperCase()}  ${recentCount} ${wordOf(recentCount, 'lead')} since training, ${answeredCount} answered`,
    );
    for (const { code, level, found, next } of alarms) {
      console.log(`  ${level === 'act' ? 'ACT ' : 'look'}  ${code}  ${plain(found)}\n              → ${plain(next)}`);
    }
    console.log(
      `  ${judgement.isCalibrated ? 'believed' : 'NOT BELIEVED: every lead of it has low confidence'}: ${plain(judgement.reason)}`,
    );
    console.log(`  calibration version ${calibration.version}, on ${calibration.outcomes} outcomes`);
    if (reviews.length > 0) {
      console.log(`  ${reviews.length} ${wordOf(reviews.length, 'lead')} for a person to look at:`);
    }
    for (const { leadKey, reason } of reviews) {
      console.log(`    ${plain(leadKey)}  ${plain(reason)}`);
    }
  }
}

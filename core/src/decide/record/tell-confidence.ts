import { printInt, type Int } from '../model/number.ts';
import type { Telling } from './story-names.ts';
import { addLine, type StoryLine } from './story.ts';

/** How sure the engine is, and of what. A number that is no chance of winning says so. */
export function tellConfidence(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  const confidence = telling.record.confidence;
  const low: Int = telling.policy.thresholds.lowConfidence;
  const word = confidence.value < low ? 'low' : 'enough';
  addLine(lines, 'value', `${printInt(confidence.value)} of 100 is ${word} (low is below ${printInt(low)}).`);
  addLine(lines, 'basis', basisWords(telling));
  addLine(lines, 'coverage', `${printInt(confidence.coverage)} % of what counts for fit is known.`);
  addLine(lines, 'margin', marginWords(telling));
  if (!confidence.calibrated) {
    addLine(
      lines,
      'notCalibrated',
      'The score card failed its last checks, so confidence stays low until it passes them.',
    );
  }
  return lines;
}

function basisWords(telling: Telling): string {
  const confidence = telling.record.confidence;
  if (confidence.basis === 'policy') {
    return 'Policy, not history: the points are the judgement of people, and this is no chance of winning.';
  }
  const trainedOn = printInt(telling.policy.scorecards[0]!.trainedOn);
  const fewest = printInt(confidence.evidence);
  return `From ${trainedOn} past leads; at least ${fewest} of them stand behind every value that counted.`;
}

function marginWords(telling: Telling): string {
  const confidence = telling.record.confidence;
  if (confidence.deciding === null) {
    return 'Neither fit nor engagement stands near a threshold that would send the lead elsewhere.';
  }
  const isFit = confidence.deciding === 'fit';
  const score: Int = isFit ? telling.record.fit.score : telling.record.engagement.score;
  const threshold: Int = isFit ? telling.policy.thresholds.fitHigh : telling.policy.thresholds.engagementHigh;
  const away = printInt(score > threshold ? score - threshold : threshold - score);
  return `The ${confidence.deciding} score decides: it stands ${away} from its threshold of ${printInt(threshold)}.`;
}

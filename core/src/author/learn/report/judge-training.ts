import type { LearnedAxis, LearnedCard, RefusedCard, Training } from '../training.ts';
import { isNoBetterThanToday } from '../publish/is-no-better.ts';
import { asSentence, countOf, percentWords } from './words.ts';

/** Green may be published, amber wants a second look, red keeps what is there. */
export type Lamp = 'green' | 'amber' | 'red';

/** What to do with one axis, in words that need no statistics. */
export type AxisVerdict = { axis: LearnedAxis; lamp: Lamp; title: string; why: string; next: string };

/** What to do with a training, for somebody who reads nothing else. */
export type TrainingVerdict = { headline: string; toFix: string[]; axes: AxisVerdict[] };

export const axisNames: Readonly<Record<LearnedAxis, string>> = { fit: 'Fit', engagement: 'Engagement' };

/** The verdict that a report begins with. It repeats what the training found; it decides nothing by itself. */
export function judgeTraining(training: Training): TrainingVerdict {
  const axes = [judgeAxis(training.fit), judgeAxis(training.engagement)];
  const stopping = training.hygiene.lines.filter(({ grade, isStopping }) => isStopping && grade === 'missing');
  return {
    headline: headlineOf(training, axes, stopping.length),
    toFix: stopping.map(({ title, next }) => `${title}: ${next}`),
    axes,
  };
}

function headlineOf({ hygiene }: Training, axes: readonly AxisVerdict[], stoppingCount: number): string {
  if (hygiene.isStopped) {
    const things = stoppingCount === 1 ? 'one thing' : `${stoppingCount} things`;
    return `Nothing was learned: ${things} in the history must be put right first. A wrong score is worse than none.`;
  }
  const names = (lamp: Lamp): string[] =>
    axes.filter((axis) => axis.lamp === lamp).map(({ axis }) => axisNames[axis].toLowerCase());
  const sentences = [
    sentence(names('green'), 'may be published.', 'may be published.'),
    sentence(
      names('amber'),
      'wants a second look before it is published.',
      'want a second look before they are published.',
    ),
    sentence(names('red'), 'keeps the card that decides today.', 'keep the cards that decide today.'),
  ];
  return sentences.filter((words) => words !== '').join(' ');
}

function sentence(names: readonly string[], one: string, both: string): string {
  const words = names.join(' and ');
  return words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)} ${names.length === 1 ? one : both}`;
}

function judgeAxis(card: LearnedCard | RefusedCard): AxisVerdict {
  const { axis } = card;
  if (card.kind === 'refused') {
    return {
      axis,
      lamp: 'red',
      title: 'Nothing was learned',
      why: asSentence(card.reason),
      next: asSentence(card.next),
    };
  }
  const { timeSplit } = card.evaluation;
  if (timeSplit === null) {
    return {
      axis,
      lamp: 'amber',
      title: 'Learned, but not tried on later leads',
      why: 'The history is too short to hold later leads back, so nobody knows yet how this card does on leads of a later month.',
      next: 'Let it run in observe mode, and train again when more leads have an answer.',
    };
  }
  if (isNoBetterThanToday(card)) {
    return {
      axis,
      lamp: 'red',
      title: 'Learned, but no better than today',
      why: `The card that decides today puts the later leads in as good an order as the new one or in a better one.`,
      next: 'Keep the present card. Train again with more history, or map fields that say more.',
    };
  }
  return judgeByTiers(card, timeSplit);
}

function judgeByTiers(
  { axis, isPriorDriven, weaknesses }: LearnedCard,
  { tiers, isTopClearlyAhead, frozen }: NonNullable<LearnedCard['evaluation']['timeSplit']>,
): AxisVerdict {
  const [top, middle] = tiers;
  const shares = `Of ${countOf(frozen.count, 'later lead')} that it never saw, ${percentWords(top?.wonShare ?? Number.NaN)} of its top fifth were won and ${percentWords(middle?.wonShare ?? Number.NaN)} of the middle`;
  if (!isTopClearlyAhead) {
    return {
      axis,
      lamp: 'amber',
      title: 'Learned, but not proven',
      why: `${shares}: too close to be sure that the top is better.`,
      next: 'Let it run in observe or suggest mode beside the present card, and train again with more answers.',
    };
  }
  const isSound = weaknesses.length === 0 && !isPriorDriven;
  return {
    axis,
    lamp: isSound ? 'green' : 'amber',
    title: isSound ? 'Ready to publish' : 'Useful, with weaknesses',
    why: `${shares}: clearly ahead.`,
    next: isSound ? 'Publish it. The points below are what it would use.' : readFirst(weaknesses.length),
  };
}

function readFirst(weaknessCount: number): string {
  const what = ['what it rests on', 'its known weakness'][weaknessCount] ?? `its ${weaknessCount} known weaknesses`;
  return `Read ${what} below, then decide.`;
}

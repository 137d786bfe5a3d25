import { countWords } from '../../../report/charts/percent.ts';
import { alternative } from '../../../report/cards.ts';
import type { Html } from '../../../report/html.ts';
import type { CalibrationGroup } from '../../evaluate/measures.ts';
import type { LearnedCard } from '../../training.ts';
import { calibrationPlot } from '../plots/calibration-plot.ts';
import { isFigure, percentWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

/** Whether a chance of 20 % means that two in ten are won. */
export function layOutCalibration({ axis, evaluation: { timeSplit } }: LearnedCard): Html | '' {
  if (timeSplit === null) return '';
  const { groups } = timeSplit;
  const title = 'Chances that were said, and what happened';
  const worst = groups
    .filter(({ said, happened }) => isFigure(said) && isFigure(happened))
    .reduce<CalibrationGroup | null>(
      (far, group) => (far === null || distance(group) > distance(far) ? group : far),
      null,
    );
  const description = `${groups.length} groups of later leads. On the diagonal the chance came true. The table below has every number.`;
  return topic('Do its chances come true?', [
    answer(worst === null ? 'There are no chances to compare.' : worstWords(worst, groups.length)),
    calibrationPlot({ id: `${axis}-calibration`, title, description }, groups),
    hint(
      'A dot below the dashed line: fewer were won than was said. Above it: more. The line through a dot is how far chance alone may move it.',
    ),
    alternative(title, groupTable(title, groups)),
  ]);
}

function distance({ said, happened }: CalibrationGroup): number {
  return Math.abs(said - happened);
}

function worstWords(worst: CalibrationGroup, groupCount: number): string {
  const off = distance(worst) * 100;
  const figures = `where it is farthest off, it said ${percentWords(worst.said)} and ${percentWords(worst.happened)} were won`;
  if (off < 3) return `Yes: of ${groupCount} groups, ${figures}.`;
  if (off < 10) return `Roughly: of ${groupCount} groups, ${figures}.`;
  return `Not everywhere: of ${groupCount} groups, ${figures}. Use its order, not its chances.`;
}

function groupTable(caption: string, groups: readonly CalibrationGroup[]): Html {
  return plainTable(
    caption,
    [text('Group'), number('Leads'), number('Said'), number('Happened')],
    groups.map(({ count, said, happened }, place) => [
      groupName(place, groups.length),
      countWords(count),
      percentWords(said),
      percentWords(happened),
    ]),
  );
}

function groupName(place: number, count: number): string {
  if (place === 0) return '1, least likely';
  return place === count - 1 ? `${place + 1}, most likely` : String(place + 1);
}

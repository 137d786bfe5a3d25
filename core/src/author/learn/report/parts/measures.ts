import { countWords } from '../../../report/charts/percent.ts';
import { scrolling } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { Measures } from '../../evaluate/measures.ts';
import type { Evaluation, LearnedCard } from '../../training.ts';
import { figureWords, isFigure, percentWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

const smallGap = 0.02;
const largeGap = 0.05;

/** The figures that experts ask for, the two splits side by side, each with what it means. */
export function layOutMeasures({ evaluation }: LearnedCard): Html {
  const { crossValidation, timeSplit } = evaluation;
  const columns: Measures[] =
    timeSplit === null ? [crossValidation] : [crossValidation, timeSplit.frozen, timeSplit.rolling];
  const headings = ['By chance', 'Later leads, calibration frozen', 'Later leads, calibration following'];
  return topic('The figures', [
    answer(gapWords(evaluation)),
    scrolling(
      'The figures',
      plainTable(
        'On leads it never saw',
        [text('Measure'), ...columns.map((_, place) => number(headings[place]!))],
        measureRows.map(({ name, meaning, words }) => [html`${name}<small>${meaning}</small>`, ...columns.map(words)]),
      ),
    ),
    hint(
      'By chance: learned on four fifths of all leads, looked at on the other fifth, five times over. Later leads: learned on the earlier ones alone, as if it had been published on that day. Frozen: its chances stay as they were on that day. Following: its chances follow the answers as they come in, as they do after publishing.',
    ),
    timeSplit === null ? '' : comparison(timeSplit),
  ]);
}

type MeasureRow = { name: string; meaning: string; words: (measures: Measures) => string };

const measureRows: readonly MeasureRow[] = [
  {
    name: 'Leads, won',
    meaning: 'how many were looked at',
    words: ({ count, wonCount }) => `${countWords(count)}, ${countWords(wonCount)}`,
  },
  {
    name: 'Area under the curve',
    meaning: 'how often a won lead stands above another one; 0.5 is tossing a coin, 1 is perfect',
    words: ({ areaUnderCurve }) => figureWords(areaUnderCurve, 3),
  },
  {
    name: 'Log-loss',
    meaning: 'the surprise at what happened; less is better',
    words: ({ logLoss }) => figureWords(logLoss, 3),
  },
  {
    name: 'Log-loss of always saying the average',
    meaning: 'what the line above has to stay below',
    words: ({ logLoss, baseLogLoss }) => `${figureWords(baseLogLoss, 3)}${logLoss >= baseLogLoss ? ' not beaten' : ''}`,
  },
  {
    name: 'Brier score',
    meaning: 'the squared distance between chance and outcome; less is better',
    words: ({ brierScore }) => figureWords(brierScore, 3),
  },
  {
    name: 'Calibration error',
    meaning: 'how far chances are from what happened, on average over ten groups',
    words: ({ calibrationError }) => percentWords(calibrationError),
  },
];

/** What the distance between the two splits means for somebody who is about to publish. */
export function gapWords({ crossValidation, timeSplit }: Evaluation): string {
  if (timeSplit === null) {
    return 'There is one split only, by chance. It flatters a card when times change, and nothing here shows whether they do.';
  }
  const own = crossValidation.areaUnderCurve;
  const later = timeSplit.frozen.areaUnderCurve;
  if (!isFigure(own) || !isFigure(later)) return 'One of the two splits has too few leads to say anything.';
  const figures = `${own.toFixed(2)} by chance, ${later.toFixed(2)} on later leads`;
  if (own - later > largeGap) {
    return `The two splits are far apart (${figures}). Times are changing: what tells won from others today is not what told them apart before. Believe the figures of the later leads, look for a field that only marks a period, and train again soon.`;
  }
  if (own - later > smallGap) {
    return `The card does somewhat worse on later leads (${figures}), as most do. Believe the later figures.`;
  }
  return `Both splits agree (${figures}): what was learned on earlier leads held on later ones.`;
}

function comparison({ frozen, present, native }: NonNullable<Evaluation['timeSplit']>): Html {
  const rows: [string, string, string, string][] = [];
  if (present !== null) {
    rows.push(['The card that decides today', ...areas(frozen.count, frozen.areaUnderCurve, present.areaUnderCurve)]);
  }
  if (native !== null) {
    rows.push(['The CRM’s own score', ...areas(native.count, native.ownAreaUnderCurve, native.areaUnderCurve)]);
  }
  if (rows.length === 0) {
    return hint(
      'There is nothing to compare with: the present card tells these leads apart by nothing, and the CRM has no score of its own.',
    );
  }
  return scrolling(
    'Compared on the same later leads',
    plainTable(
      'On the same later leads',
      [text('Compared with'), number('Leads'), number('This card’s area under the curve'), number('The other’s')],
      rows,
    ),
  );
}

function areas(count: number, own: number, other: number): [string, string, string] {
  return [countWords(count), figureWords(own, 3), figureWords(other, 3)];
}

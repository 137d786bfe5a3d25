import { scrolling } from '../../../report/cards.ts';
import { countWords } from '../../../report/charts/percent.ts';
import { html, type Html } from '../../../report/html.ts';
import type { LearnedCard, RefusedCard, Training } from '../../training.ts';
import { axisNames } from '../judge-training.ts';
import { countOf, dayWords, figureWords, percentWords, signedWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { hint, part } from './topic.ts';

/** All that somebody needs who asks a year later what was learned, from what, and how good it was. */
export function layOutModelCard(training: Training): Html {
  const cards = [training.fit, training.engagement];
  return part('model-card', 'Model card', [
    hint('For the records: what was learned, from which data, how it was looked at, and what is known to be weak.'),
    html`<div class="card">
      ${axisTable(cards.filter((card) => card.kind === 'learned'))}
      <dl class="model-facts">
        ${modelFacts(training).map(
          ([name, words]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
      <h3>Known weaknesses</h3>
      <ul class="steps">
        ${cards.flatMap(weaknessesOf).map((each) => html`<li>${each}</li>`)}
      </ul>
    </div>`,
  ]);
}

function axisTable(learned: readonly LearnedCard[]): Html {
  if (learned.length === 0) return hint('Nothing was learned, so there is nothing to measure.');
  return scrolling(
    'Model card',
    plainTable(
      'By axis',
      [text('About'), ...learned.map(({ axis }) => number(axisNames[axis]))],
      axisRows.map(([name, words]) => [name, ...learned.map(words)]),
    ),
  );
}

const axisRows: readonly (readonly [name: string, words: (card: LearnedCard) => string])[] = [
  ['Kind of model', () => 'points that add up'],
  ['Leads with an answer', ({ labelled }) => countWords(labelled.count)],
  ['Won', ({ labelled }) => countWords(labelled.wonCount)],
  ['Attributes', ({ card }) => countWords(card.attributes.length)],
  ['Signals with points', ({ signals }) => countWords(signals.filter(({ points }) => points !== 0).length)],
  ['Points of the average lead', ({ card }) => signedWords(card.basePoints)],
  ['Leans on the present card', ({ isPriorDriven }) => (isPriorDriven ? 'yes' : 'no')],
  [
    'Calibration',
    ({ calibration: { method, version, outcomes } }) =>
      `${method}, version ${version}, on ${countOf(outcomes, 'outcome')}`,
  ],
  ['High from score', ({ highFrom }) => String(highFrom)],
  [
    'Area under the curve by chance; mean of folds',
    ({ evaluation: { crossValidation } }) =>
      `${figureWords(crossValidation.areaUnderCurve, 3)}; ${figureWords(crossValidation.meanAreaUnderCurve, 3)}`,
  ],
  [
    'Area under the curve on later leads',
    ({ evaluation: { timeSplit } }) => (timeSplit === null ? 'none' : figureWords(timeSplit.frozen.areaUnderCurve, 3)),
  ],
  [
    'Calibration error on later leads; following',
    ({ evaluation: { timeSplit } }) =>
      timeSplit === null
        ? 'none'
        : `${percentWords(timeSplit.frozen.calibrationError)}; ${percentWords(timeSplit.rolling.calibrationError)}`,
  ],
  ['Cut between earlier and later', ({ evaluation: { timeSplit } }) => dayWords(timeSplit?.cutAt ?? null)],
  [
    'Earlier, later, in neither',
    ({ evaluation: { timeSplit } }) =>
      timeSplit === null
        ? 'none'
        : [timeSplit.earlierCount, timeSplit.frozen.count, timeSplit.purgedCount].map(countWords).join('; '),
  ],
];

function modelFacts(training: Training): (readonly [name: string, words: string])[] {
  const { labels, hygiene, horizon } = training;
  const excluded = hygiene.excludedFields.map(({ fieldKey }) => fieldKey);
  return [
    ['Trained', dayWords(training.trainedAt)],
    ['Data', `leads that arrived ${dayWords(training.firstArrivalAt)} to ${dayWords(training.lastArrivalAt)}`],
    ['Day of looking', dayWords(training.asOf)],
    ['Leads', countWords(training.leadCount)],
    ['Horizon and landmark', `${countOf(horizon.days, 'day')}; ${countOf(training.landmarkDays, 'day')}`],
    [
      'Leads left out',
      `${countWords(labels.censoredCount)} too young, ${countWords(labels.closedBeforeCount)} closed before, ${countWords(labels.withoutTimeCount)} without a time`,
    ],
    ['Fields left out', excluded.length === 0 ? 'none' : excluded.join(', ')],
    ['Fit counts as high from', String(training.thresholds.fitHigh)],
    ['Engagement counts as high from', String(training.thresholds.engagementHigh)],
    ['Format', String(training.format)],
  ];
}

function weaknessesOf(card: LearnedCard | RefusedCard): string[] {
  const name = axisNames[card.axis];
  if (card.kind === 'refused') return [`${name}: nothing was learned (${card.code}).`];
  return card.weaknesses.length === 0
    ? [`${name}: none of those that are looked for.`]
    : card.weaknesses.map((each) => `${name}: ${each}`);
}

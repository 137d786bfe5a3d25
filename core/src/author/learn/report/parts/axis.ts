import { countWords } from '../../../report/charts/percent.ts';
import { tiles } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { LearnedAxis, LearnedCard, RefusedCard } from '../../training.ts';
import { axisNames } from '../judge-training.ts';
import { asSentence, figureWords, percentWords } from '../words.ts';
import { layOutCalibration } from './calibration.ts';
import { layOutConfidence } from './confidence.ts';
import { layOutLift } from './lift.ts';
import { layOutMeasures } from './measures.ts';
import { layOutRisk } from './risk.ts';
import { layOutScorecard } from './scorecard.ts';
import { layOutSegments } from './segments.ts';
import { layOutSignals } from './signals.ts';
import { answer, part, sideBySide, topic } from './topic.ts';

const axisTitles: Readonly<Record<LearnedAxis, string>> = {
  fit: `${axisNames.fit}: who they are`,
  engagement: `${axisNames.engagement}: what they do`,
};

/** Everything about one axis, or why it learned nothing. */
export function layOutAxis(card: LearnedCard | RefusedCard): Html {
  const title = axisTitles[card.axis];
  return card.kind === 'refused'
    ? part(card.axis, title, refused(card))
    : part(card.axis, title, [
        card.isPriorDriven ? priorBanner(card) : '',
        figures(card),
        sideBySide(layOutLift(card)),
        layOutScorecard(card),
        layOutSignals(card),
        sideBySide([layOutCalibration(card), layOutRisk(card), layOutConfidence(card)]),
        layOutMeasures(card),
        layOutSegments(card),
        weaknesses(card),
      ]);
}

function refused({ reason, next, code }: RefusedCard): Html {
  return topic('Nothing was learned, and the present card stays', [
    answer(asSentence(reason)),
    html`<p><strong>What to do:</strong> ${asSentence(next)} <small>${code}</small></p>`,
  ]);
}

function priorBanner({ labelled }: LearnedCard): Html {
  return html`<p class="banner" role="note">
    <strong>Prior-driven.</strong> Only ${countWords(labelled.wonCount)} of these leads were won, too few to learn from
    alone. The points lean on those of the present card: read them as your own judgement, corrected where enough leads
    spoke against it.
  </p>`;
}

function figures({ axis, labelled, evaluation, highFrom }: LearnedCard): Html {
  const { timeSplit, crossValidation } = evaluation;
  const area = timeSplit === null ? crossValidation.areaUnderCurve : timeSplit.frozen.areaUnderCurve;
  return tiles(`${axisNames[axis]} in numbers`, [
    [countWords(labelled.count), 'leads with an answer'],
    [
      countWords(labelled.wonCount),
      `of them won within the horizon, ${percentWords(labelled.wonCount / Math.max(1, labelled.count))}`,
    ],
    [
      figureWords(area, 2),
      `area under the curve on ${timeSplit === null ? 'leads drawn by chance' : 'later leads'}; 0.50 is tossing a coin`,
    ],
    [String(highFrom), 'the score from which a lead counts as high'],
  ]);
}

function weaknesses({ weaknesses: known }: LearnedCard): Html {
  return topic(
    'Known weaknesses',
    known.length === 0
      ? answer('None of those that are looked for.')
      : html`<ul class="steps">
          ${known.map((each) => html`<li>${each}</li>`)}
        </ul>`,
  );
}

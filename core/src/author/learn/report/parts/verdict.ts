import { html, type Html } from '../../../report/html.ts';
import type { Training } from '../../training.ts';
import { axisNames, judgeTraining, type AxisVerdict, type Lamp } from '../judge-training.ts';
import { part, sideBySide } from './topic.ts';

const lampWords: Readonly<Record<Lamp, string>> = {
  green: 'may be published',
  amber: 'second look',
  red: 'keep today’s card',
};

/** What to do, before anything else. */
export function layOutVerdict(training: Training): Html {
  const { headline, toFix, axes } = judgeTraining(training);
  return part('verdict', 'Verdict', [
    html`<p class="headline">${headline}</p>`,
    toFix.length === 0
      ? ''
      : html`<div class="card topic">
          <h3>Put right first</h3>
          <ol class="steps">
            ${toFix.map((step) => html`<li>${step}</li>`)}
          </ol>
        </div>`,
    training.hygiene.isStopped ? '' : sideBySide(axes.map(axisCard)),
  ]);
}

function axisCard({ axis, lamp, title, why, next }: AxisVerdict): Html {
  return html`<div class="card topic verdict">
    <h3>${axisNames[axis]}: ${title} <span class="grade ${lamp}">${lampWords[lamp]}</span></h3>
    <p>${why}</p>
    <p><strong>Next:</strong> ${next}</p>
  </div>`;
}

import { html, type Html } from '../../report/html.ts';
import { framePage, masthead, pageLinks } from '../../report/page-frame.ts';
import type { Training } from '../training.ts';
import { layOutTraining } from './lay-out-training.ts';
import { countOf, dayWords } from './words.ts';

/** The whole page, in the frame that our reports share. It runs nothing and loads nothing. */
export function layOutTrainingPage(training: Training, parts: { style: string; policy: string }): Html {
  return framePage({
    title: 'What won and lost leads teach · Signalbox training',
    ...parts,
    skip: { to: 'verdict', words: 'Skip to the verdict' },
    header: header(training),
    main: layOutTraining(training),
    footer: html`<p>
      Days are in UTC. Everything on this page is in this one file; it loads nothing and sends nothing. It names leads
      by their keys and people who had them: share it as you would share the leads.
    </p>`,
    end: '',
  });
}

function header(training: Training): Html {
  const { leadCount, firstArrivalAt, lastArrivalAt } = training;
  const words = `${countOf(leadCount, 'lead')} that arrived ${dayWords(firstArrivalAt)} to ${dayWords(lastArrivalAt)}`;
  return html`<header>
    ${masthead('Signalbox training', 'What won and lost leads teach', words)}
    <dl class="facts">
      <div>
        <dt>Looked at on</dt>
        <dd>${dayWords(training.asOf)}</dd>
      </div>
      <div>
        <dt>Trained on</dt>
        <dd>${dayWords(training.trainedAt)}</dd>
      </div>
      <div>
        <dt>Won means</dt>
        <dd>within ${countOf(training.horizon.days, 'day')}</dd>
      </div>
    </dl>
    ${pageLinks([
      ['verdict', 'Verdict'],
      ['hygiene', 'History'],
      ['deals', 'Last deals'],
      ['excluded', 'Left out'],
      ['fit', 'Fit'],
      ['engagement', 'Engagement'],
      ['labels', 'What counts as won'],
      ['model-card', 'Model card'],
    ])}
  </header>`;
}

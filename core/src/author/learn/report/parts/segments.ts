import { countWords } from '../../../report/charts/percent.ts';
import { html, type Html } from '../../../report/html.ts';
import type { LearnedCard } from '../../training.ts';
import { figureWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

/** Whether a large segment has laws of its own; nothing where no segment is large enough to ask. */
export function layOutSegments({ segments }: LearnedCard): Html {
  if (segments.length === 0) return html``;
  const better = segments.filter(({ isOwnBetter }) => isOwnBetter);
  const names = better.map(({ fieldKey, text: value }) => `${fieldKey} ${value}`).join(', ');
  return topic('Would a segment do better with a card of its own?', [
    answer(better.length === 0 ? 'No: the card of all leads does as well on each.' : `Yes: ${names}.`),
    plainTable(
      'Later leads of each large segment, by a card from its own earlier leads and by the card from all',
      [text('Segment'), number('Later leads'), number('Area, its own card'), number('Area, card of all')],
      segments.map(({ fieldKey, text: value, laterCount, own, all }) => [
        `${fieldKey}: ${value}`,
        countWords(laterCount),
        figureWords(own.areaUnderCurve, 2),
        figureWords(all.areaUnderCurve, 2),
      ]),
    ),
    hint('A policy holds one card for each axis. A segment with laws of its own can be run under a policy of its own.'),
  ]);
}

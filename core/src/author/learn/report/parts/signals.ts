import type { EngagementSignal } from '../../../../decide/model/scorecard.ts';
import { scrolling } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { LearnedCard } from '../../training.ts';
import { pointsBar } from '../plots/points-bar.ts';
import { countOf, signedWords, upperFirst } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { hint, topic } from './topic.ts';

/** What leads did: what one time is worth, how it fades, and where it stops adding up. */
export function layOutSignals({ signals }: LearnedCard): Html | '' {
  if (signals.length === 0) return '';
  const most = Math.max(1, ...signals.map(({ points }) => Math.abs(points)));
  const inOrder = signals.toSorted(
    (one, other) => Math.abs(other.points) - Math.abs(one.points) || (one.signalKey < other.signalKey ? -1 : 1),
  );
  const silent = signals.filter(({ points }) => points === 0).length;
  return topic('What each deed is worth', [
    hint(
      'Points for each time, on the day that it happens. After its half-life half of them are left, and however often it happens it never counts more than its cap.',
    ),
    scrolling(
      'What each deed is worth',
      plainTable(
        'By signal',
        [text('Signal'), number('Points each time'), number('Half-life'), number('Cap')],
        inOrder.map((signal) => signalRow(signal, most)),
      ),
    ),
    silent === 0
      ? ''
      : hint(
          `${countOf(silent, 'signal')} without points: too few leads showed it, or it did not tell won from others. A guess beside figures would mislead.`,
        ),
  ]);
}

function signalRow({ label, points, halfLifeDays, capPoints }: EngagementSignal, most: number): [Html, ...string[]] {
  return [
    html`${upperFirst(label)}${pointsBar(points, most, false)}`,
    points === 0 ? 'nothing' : signedWords(points),
    points === 0 ? '—' : countOf(halfLifeDays, 'day'),
    points === 0 ? '—' : signedWords(points < 0 ? -capPoints : capPoints),
  ];
}

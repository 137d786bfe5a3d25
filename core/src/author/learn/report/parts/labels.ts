import { scrolling } from '../../../report/cards.ts';
import { bar } from '../../../report/charts/tally-table.ts';
import { countWords, shareWords, widthOf } from '../../../report/charts/percent.ts';
import { html, type Html } from '../../../report/html.ts';
import type { LabelCounts, Training } from '../../training.ts';
import { asSentence, countOf, wholePercentWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, part, sideBySide, topic } from './topic.ts';

/** What counts as won, how long winning takes, and which leads have no answer yet. */
export function layOutLabels(training: Training): Html {
  const { horizon, labels, leadCount } = training;
  return part('labels', 'What counts as won', [
    sideBySide([
      topic('The horizon', [
        answer(`A lead counts as won when its deal was won within ${countOf(horizon.days, 'day')}.`),
        hint(`Why ${countOf(horizon.days, 'day')}: ${asSentence(horizon.reason)}`),
        landmarkHint(training),
        horizon.daysToWin.length === 0
          ? hint('Nothing was won yet, so nobody knows how long winning takes.')
          : daysTable(training),
      ]),
      topic('Which leads have an answer', [
        answer(`${countWords(labels.count)} of ${countOf(leadCount, 'lead')} have one. ${youngWords(labels)}`),
        labelTable(labels, leadCount),
        labels.censoredWonCount === 0
          ? ''
          : hint(
              `${countOf(labels.censoredWonCount, 'young lead')} won already. They are left out too: keeping the quick wins without the slow losses would promise too much.`,
            ),
      ]),
    ]),
  ]);
}

function youngWords({ censoredCount }: LabelCounts): string {
  return censoredCount === 0
    ? 'None is too young for an answer.'
    : `${countWords(censoredCount)} are too young: to call them lost would teach that new kinds of leads never buy.`;
}

function landmarkHint({ landmarkDays, horizon }: Training): Html {
  return hint(
    landmarkDays === 0
      ? 'The days count from the lead’s arrival.'
      : `For fit the days count from the lead’s arrival. Engagement is looked at ${countOf(landmarkDays, 'day')} after arrival, and its ${countOf(horizon.days, 'day')} count from there.`,
  );
}

/** The days by which shares of all wins are there, as bars with a mark at the horizon. */
function daysTable({ horizon: { days: horizonDays, daysToWin } }: Training): Html {
  const most = Math.max(1, horizonDays, ...daysToWin.map(({ days }) => days));
  return html`${plainTable(
    'Days from arrival until so many of all wins are there',
    [text('Share of all wins'), number('Within')],
    daysToWin.map(({ share, days }) => [
      html`${wholePercentWords(share)}${bar(widthOf(days, most), widthOf(horizonDays, most))}`,
      countOf(days, 'day'),
    ]),
  )}
  ${hint(`The mark is the horizon, ${countOf(horizonDays, 'day')}.`)}`;
}

function labelTable(labels: LabelCounts, leadCount: number): Html {
  const rows: readonly (readonly [string, number])[] = [
    ['Won within the horizon', labels.wonCount],
    ['Not won within the horizon', labels.count - labels.wonCount],
    ['Too young for an answer', labels.censoredCount],
    ['Closed before it was looked at', labels.closedBeforeCount],
    ['Without a usable time', labels.withoutTimeCount],
  ];
  return scrolling(
    'Leads by answer',
    plainTable(
      'Leads by answer',
      [text('Answer'), number('Leads'), number('Share')],
      rows.map(([name, count]) => [
        html`${name}${bar(widthOf(count, leadCount))}`,
        countWords(count),
        shareWords(count, leadCount),
      ]),
    ),
  );
}

import { countWords } from '../../../report/charts/percent.ts';
import { alternative } from '../../../report/cards.ts';
import { type Html } from '../../../report/html.ts';
import { isTopClearlyAhead, type Tier } from '../../evaluate/lift.ts';
import type { LearnedCard } from '../../training.ts';
import { shareBars, widestOf, type ShareBar } from '../plots/share-bars.ts';
import { countOf, dayWords, isFigure, percentWords, rangeWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

const tierNames: Readonly<Record<Tier['name'], string>> = {
  top: 'Top fifth',
  middle: 'Middle two fifths',
  bottom: 'Bottom two fifths',
};

/** Won shares of the three tiers as bars, with 95 % intervals. Two plots with the same `whole` can be compared. */
export function tierPlot(id: string, title: string, tiers: readonly Tier[], whole: number): Html {
  const description = tiers
    .map(
      ({ name, wonShare, low, high }) =>
        `${tierNames[name]}: ${percentWords(wonShare)} won, between ${percentWords(low)} and ${percentWords(high)}.`,
    )
    .join(' ');
  return shareBars({ id, title, description }, tiers.map(tierBar), whole);
}

function tierBar({ name, wonShare, low, high, count }: Tier): ShareBar {
  return {
    label: `${tierNames[name]}, ${countOf(count, 'lead')}`,
    words: `${percentWords(wonShare)} (${rangeWords(low, high)})`,
    share: count === 0 ? Number.NaN : wonShare,
    interval: { low, high },
    mark: null,
  };
}

/** Whether the leads that the card likes best were won more often, beside the card that decides today. */
export function layOutLift({ axis, evaluation: { timeSplit } }: LearnedCard): Html[] {
  if (timeSplit === null) {
    return [
      topic(
        'Do the best leads win more often?',
        answer('Nobody can say yet: the history is too short to hold later leads back and look at them.'),
      ),
    ];
  }
  const { tiers, present, cutAt } = timeSplit;
  const whole = widestOf([...tiers, ...(present?.tiers ?? [])].map(tierBar));
  return [
    topic('Do the best leads win more often?', [
      answer(liftWords(tiers, timeSplit.isTopClearlyAhead)),
      tierPlot(`${axis}-lift`, 'Share of leads that were won, by tier', tiers, whole),
      hint(
        `Leads that arrived from ${dayWords(cutAt)} on, which the card never saw. The line across a bar is where the share lies with 95 % confidence.${present === null ? ' The card that decides today gives all of them the same score, so there is nothing to compare with.' : ''}`,
      ),
      alternative('Won leads by tier', tierTable('Won leads by tier of the new card', tiers)),
    ]),
    ...(present === null
      ? []
      : [
          topic('And the card that decides today?', [
            answer(liftWords(present.tiers, isTopClearlyAhead(present.tiers))),
            tierPlot(
              `${axis}-lift-present`,
              'Share of leads that were won, by tier of the present card',
              present.tiers,
              whole,
            ),
            hint('The same leads, in the order of the present card.'),
            alternative(
              'Won leads by tier of the present card',
              tierTable('Won leads by tier of the present card', present.tiers),
            ),
          ]),
        ]),
  ];
}

function liftWords(tiers: readonly Tier[], isAhead: boolean): string {
  const [top, middle] = tiers;
  if (top === undefined || middle === undefined || !isFigure(top.wonShare)) return 'There are no tiers to compare.';
  const shares = `The top fifth was won ${percentWords(top.wonShare)} of the time, the middle ${percentWords(middle.wonShare)}`;
  if (isAhead) {
    const times = middle.wonShare > 0 ? `, ${(top.wonShare / middle.wonShare).toFixed(1)} times as often` : '';
    return `Yes. ${shares}: the top clearly beats the middle${times}.`;
  }
  return top.wonShare > middle.wonShare
    ? `Not clearly. ${shares}, but the two ranges touch: this may be chance.`
    : `No. ${shares}: the top is no better than the middle.`;
}

function tierTable(caption: string, tiers: readonly Tier[]): Html {
  return plainTable(
    caption,
    [text('Tier'), number('Leads'), number('Won'), number('Share'), number('At least'), number('At most')],
    tiers.map(({ name, count, wonCount, wonShare, low, high }) => [
      tierNames[name],
      countWords(count),
      countWords(wonCount),
      percentWords(wonShare),
      percentWords(low),
      percentWords(high),
    ]),
  );
}

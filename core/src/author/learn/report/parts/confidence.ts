import { countWords } from '../../../report/charts/percent.ts';
import { alternative } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { ConfidenceBucket } from '../../confidence/check-confidence.ts';
import type { LearnedCard } from '../../training.ts';
import { shareBars } from '../plots/share-bars.ts';
import { countOf, percentWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

/** How often two trainings decided alike, as bars, and what confidence had said, as marks on them. */
export function confidencePlot(id: string, title: string, buckets: readonly ConfidenceBucket[]): Html {
  const description = buckets
    .map(
      (bucket, place) =>
        `Confidence ${bucketName(buckets, place)}: said ${percentWords(bucket.said)}, was ${percentWords(bucket.was)}.`,
    )
    .join(' ');
  const bars = buckets.map(({ count, said, was }, place) => ({
    label: `${bucketName(buckets, place)}, ${countOf(count, 'decision')}`,
    words: `said ${percentWords(said)}, was ${percentWords(was)}`,
    share: was,
    interval: null,
    mark: said,
  }));
  return shareBars({ id, title, description }, bars, 1);
}

/** Whether confidence means what it says: the same decision after training anew. */
export function layOutConfidence({ axis, evaluation: { confidence } }: LearnedCard): Html {
  const question = 'Does its confidence hold?';
  if (confidence.length === 0) return topic(question, answer('There are too few leads to train twice and compare.'));
  const title = 'The same decision after training anew, by confidence';
  return topic(question, [
    answer(confidenceWords(confidence)),
    confidencePlot(`${axis}-confidence`, title, confidence),
    hint(
      'The history was parted in two halves without a common lead, a card was learned from each, and both decided on all leads; more than once, so there are more decisions than leads. The bar is how often they agreed, the mark is what confidence had said.',
    ),
    alternative(
      title,
      html`${plainTable(
        title,
        [text('Confidence'), number('Decisions'), number('Said'), number('Was')],
        confidence.map(({ count, said, was }, place) => [
          bucketName(confidence, place),
          countWords(count),
          percentWords(said),
          percentWords(was),
        ]),
      )}`,
    ),
  ]);
}

function confidenceWords(buckets: readonly ConfidenceBucket[]): string {
  const over = buckets.filter(({ said, was }) => said - was > 0.05);
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  const overCount = over.reduce((sum, { count }) => sum + count, 0);
  if (overCount === 0)
    return 'Yes. Where it was sure, a second training decided the same at least about as often as it had said.';
  const share = percentWords(overCount / Math.max(1, total));
  return `Not everywhere. For ${share} of the decisions it was surer than it should be, by more than 5 percentage points.`;
}

/** bucketName of 60 when the next begins at 70 → "60 to 69" */
function bucketName(buckets: readonly ConfidenceBucket[], place: number): string {
  const from = buckets[place]!.from;
  const next = buckets[place + 1]?.from;
  if (next === undefined) return `${from} and more`;
  return from === 0 ? `below ${next}` : `${from} to ${next - 1}`;
}

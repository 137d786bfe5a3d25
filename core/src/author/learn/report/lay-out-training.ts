import { html, type Html } from '../../report/html.ts';
import type { Training } from '../training.ts';
import { layOutAxis } from './parts/axis.ts';
import { layOutExcludedFields } from './parts/excluded-fields.ts';
import { layOutHygiene } from './parts/hygiene.ts';
import { layOutLabels } from './parts/labels.ts';
import { layOutModelCard } from './parts/model-card.ts';
import { layOutRecentDeals } from './parts/recent-deals.ts';
import { layOutVerdict } from './parts/verdict.ts';

/**
 * What a training found, for a person who knows sales and not statistics: the verdict, whether the history may teach at all, then
 * each axis with its points and how it did on leads that it never saw. It needs no Node, so that a page in the CRM can show it.
 */
export function layOutTraining(training: Training): Html {
  return html`
    ${layOutVerdict(training)} ${layOutHygiene(training.hygiene)} ${layOutRecentDeals(training.hygiene)}
    ${layOutExcludedFields(training.hygiene)} ${layOutAxis(training.fit)} ${layOutAxis(training.engagement)}
    ${layOutLabels(training)} ${layOutModelCard(training)}
  `;
}

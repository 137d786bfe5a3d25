import { scrolling } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { HygieneReport, ReviewedDeal } from '../../hygiene/hygiene-report.ts';
import { countOf, dayWords } from '../words.ts';
import { plainTable, text } from './plain-table.ts';
import { answer, hint, part } from './topic.ts';

/** The plain test: the last closed deals one by one. What sales can't recognise here teaches nothing good. */
export function layOutRecentDeals({ recentDeals }: HygieneReport): Html {
  if (recentDeals.length === 0) {
    return part('deals', 'The last closed deals', hint('The history holds no closed deal.'));
  }
  const faulty = recentDeals.filter(({ faults }) => faults.length > 0).length;
  return part('deals', `The last ${countOf(recentDeals.length, 'closed deal')}, to look at by hand`, [
    answer(
      faulty === 0
        ? 'Nothing is missing in any of them. Ask a rep whether outcome and reason are what really happened.'
        : `${faulty} of ${recentDeals.length} have something wrong. If these few are wrong, so are many others.`,
    ),
    html`<div class="card deals">
      ${scrolling(
        'The last closed deals',
        plainTable(
          'Newest first',
          [
            text('Lead'),
            text('Wrong'),
            text('Outcome'),
            text('Closed'),
            text('Stage'),
            text('Reason'),
            text('Last owner'),
          ],
          recentDeals.map(dealRow),
        ),
      )}
    </div>`,
  ]);
}

function dealRow(deal: ReviewedDeal): [Html, ...(Html | string)[]] {
  return [
    html`<code>${deal.leadKey}</code>`,
    deal.faults.length === 0 ? 'nothing' : html`<strong class="fault">${deal.faults.join('; ')}</strong>`,
    deal.outcome,
    html`<span class="unbroken">${dayWords(deal.closedAt)}</span>`,
    deal.stage ?? '—',
    deal.closeReason ?? '—',
    deal.finalOwner ?? '—',
  ];
}

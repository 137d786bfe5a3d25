import { countWords, shareWords } from '../../../../core/src/author/report/charts/percent.ts';
import { html, type Html } from '../../../../core/src/author/report/html.ts';
import { layOutAggregates } from '../../../../core/src/author/report/lay-out-aggregates.ts';
import type { ReportData } from '../../../../core/src/author/report/report-data.ts';
import { collectReport, type DecidedLead } from './collect-report.ts';
import { writeFrame } from './page-frame.ts';
import type { PortalView } from './portal-view.ts';
import { promisesSection } from './promises-section.ts';

/**
 * All decisions of one revision of the rules, as they stand in the portal: where leads went, to whom, how fair and how soon.
 *
 * @param askedHash of the revision; where nothing was decided by it, the one that decides now
 */
export function reportPage(view: PortalView, askedHash: string): string {
  const decided = view.listLeads().filter((lead): lead is DecidedLead => lead.decided !== null);
  const byRevision = Map.groupBy(decided, (lead) => lead.decided.record.policy);
  const live = view.rules.findLive()?.hash ?? '';
  const hash = [askedHash, live, ...byRevision.keys()].find((each) => byRevision.has(each)) ?? live;
  const leads = byRevision.get(hash) ?? [];
  const data = collectReport(view, hash, leads);
  const decidedBy = `decided by revision ${hash.slice(0, 12)} of the rules`;
  return writeFrame(view, {
    title: 'Report',
    subtitle: `${countWords(leads.length)} ${leads.length === 1 ? 'lead' : 'leads'}, ${decidedBy}`,
    path: '/report',
    refreshSeconds: 10,
    content: html`${otherRevisions([...byRevision.keys()], hash)}
      <div id="report" data-live>
        ${
          data === null
            ? html`<p class="flag">The portal does not hold these rules as they were published.</p>`
            : html`${tiles(data, leads)} ${promisesSection(leads.flatMap((lead) => lead.decided.promise ?? []))}
              ${layOutAggregates(data)}`
        }
      </div>`,
  });
}

function otherRevisions(hashes: readonly string[], shown: string): Html | string {
  if (hashes.length < 2) return '';
  return html`<nav class="pages" aria-label="Revisions of the rules">
    ${hashes.map((hash) =>
      hash === shown
        ? html`<a href="/report?revision=${hash}" aria-current="page">${hash.slice(0, 12)}</a>`
        : html`<a href="/report?revision=${hash}">${hash.slice(0, 12)}</a>`,
    )}
  </nav>`;
}

function tiles(data: ReportData, leads: readonly DecidedLead[]): Html {
  const furthest = Math.max(0, ...data.pools.map(({ largestDeviation }) => largestDeviation));
  const inState = (state: string): number => leads.filter(({ decided }) => decided.promise?.state === state).length;
  const [kept, missed] = [inState('met'), inState('missed')];
  return html`<ul class="tiles" aria-label="The report in numbers">
    ${tile(countWords(data.leadCount), data.leadCount === 1 ? 'lead decided' : 'leads decided')}
    ${tile(countWords(data.turnCount), 'fair turns taken')}
    ${tile(furthest.toFixed(2), 'leads: the farthest anybody is from their fair share')}
    ${tile(shareWords(data.reviewedCount, data.leadCount), 'to a person for review')}
    ${tile(kept + missed === 0 ? '–' : shareWords(kept, kept + missed), 'of the promises that ended were kept')}
  </ul>`;
}

function tile(figure: string, words: string): Html {
  return html`<li><strong>${figure}</strong> <span>${words}</span></li>`;
}

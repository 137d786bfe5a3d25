import { countWords, shareWords } from '../../../../core/src/author/report/charts/percent.ts';
import { tallyTable } from '../../../../core/src/author/report/charts/tally-table.ts';
import { createReportCollector } from '../../../../core/src/author/report/create-report-collector.ts';
import { html, type Html } from '../../../../core/src/author/report/html.ts';
import { layOutAggregates } from '../../../../core/src/author/report/lay-out-aggregates.ts';
import type { ReportData } from '../../../../core/src/author/report/report-data.ts';
import { problemTexts } from '../../../../core/src/author/cli/problem-texts.ts';
import type { LeadView, DecidedView } from './lead-view.ts';
import { writeFrame } from './page-frame.ts';
import type { PortalView } from './portal-view.ts';
import { promiseStates } from './lead-view.ts';
import { stateWords } from './promise-words.ts';

type DecidedLead = LeadView & { readonly decided: DecidedView };

/** All decisions of one revision of the rules, as they stand in the portal: where leads went, to whom, how fair and how soon. */
export function reportPage(view: PortalView, askedHash: string): string {
  const decided = view.listLeads().filter((lead): lead is DecidedLead => lead.decided !== null);
  const byRevision = Map.groupBy(decided, (lead) => lead.decided.record.policy);
  const live = view.rules.findLive()?.hash ?? '';
  const hash = [askedHash, live, ...byRevision.keys()].find((each) => byRevision.has(each)) ?? live;
  const leads = byRevision.get(hash) ?? [];
  const data = collect(view, hash, leads);
  return writeFrame(view, {
    title: 'Report',
    subtitle: `${countWords(leads.length)} ${leads.length === 1 ? 'lead' : 'leads'}, decided by revision ${hash.slice(0, 12)} of the rules`,
    path: '/report',
    refreshSeconds: 10,
    content: html`${otherRevisions(
        [...byRevision].map(([each, of]) => [each, of.length]),
        hash,
      )}
      <div id="report" data-live>
        ${data === null ? html`<p class="flag">The portal does not hold these rules as they were published.</p>` : html`${tiles(data, leads)} ${promises(leads)} ${layOutAggregates(data)}`}
      </div>`,
  });
}

/** Null where the portal has no rules of that hash to name anything by. */
function collect({ rules, edition }: PortalView, hash: string, leads: readonly DecidedLead[]): ReportData | null {
  const policy = rules.findPolicy(hash);
  if (policy === null) return null;
  const collector = createReportCollector(
    policy,
    { reps: rules.listReps() },
    // The inbox is the list; here only the sums count.
    { runName: 'Report', policyHash: hash, listCap: 1, timeZone: edition.portal.timeZone, problemTexts },
  );
  for (const [place, lead] of leads.toReversed().entries()) {
    const { record } = lead.decided;
    if (!isOf(record, policy)) continue;
    collector.add({
      rowNumber: place + 1,
      record,
      recall: () => record,
      decisionHash: '',
      arrivedFrom: 'HubSpot',
      lead: {
        submissionKey: lead.contactId,
        personName: lead.person,
        email: lead.email,
        company: lead.company,
        message: null,
        receivedAt: lead.cameInAt,
      },
    });
  }
  return collector.finish();
}

type Record_ = DecidedView['record'];

/** Whether the record's places are among the rules: somebody may have changed it. */
function isOf(
  { choice }: Record_,
  { guards, rules, cells, destinations }: NonNullable<ReturnType<PortalView['rules']['findPolicy']>>,
): boolean {
  const isThere = (place: number, of: readonly unknown[]): boolean => place >= 0 && place < of.length;
  const isKnown = destinations.some(({ destinationKey }) => destinationKey === choice.destination);
  switch (choice.source) {
    case 'guard':
      return (
        isKnown &&
        isThere(
          choice.guard,
          guards.filter(({ isActive }) => isActive),
        )
      );
    case 'rule':
      return (
        isKnown &&
        isThere(
          choice.rule,
          rules.filter(({ isActive }) => isActive),
        )
      );
    case 'matrix':
      return isKnown && isThere(choice.cell, cells);
    case 'fallback':
      return isKnown;
  }
}

function otherRevisions(revisions: readonly (readonly [string, number])[], shown: string): Html | string {
  if (revisions.length < 2) return '';
  return html`<nav class="pages" aria-label="Revisions of the rules">
    ${revisions.map(([hash, count]) => {
      const words = `${hash.slice(0, 12)}: ${countWords(count)}`;
      return hash === shown
        ? html`<a href="/report?revision=${hash}" aria-current="page">${words}</a>`
        : html`<a href="/report?revision=${hash}">${words}</a>`;
    })}
  </nav>`;
}

function tiles(data: ReportData, leads: readonly DecidedLead[]): Html {
  const furthest = Math.max(0, ...data.pools.map(({ largestDeviation }) => largestDeviation));
  const kept = leads.filter(({ decided }) => decided.promise?.state === 'met').length;
  const missed = leads.filter(({ decided }) => decided.promise?.state === 'missed').length;
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

/** How the promises of a first touch stand, all together and by promise. */
function promises(leads: readonly DecidedLead[]): Html {
  const promised = leads.flatMap(({ decided }) => decided.promise ?? []);
  const tallies = promiseStates.map((state) => ({
    key: state,
    label: stateWords[state],
    count: promised.filter((promise) => promise.state === state).length,
  }));
  const labels = [...new Set(promised.map(({ label }) => label))].sort();
  return html`<section id="promises" aria-labelledby="promises-heading">
    <h2 id="promises-heading">Promises of a first touch</h2>
    <div class="cards">
      <div class="card">${tallyTable('How they stand', 'State', tallies, promised.length)}</div>
      <div class="card">
        <div class="scroll" tabindex="0" role="group" aria-label="Promises by name">
          <table class="plain">
            <caption>
              By promise
            </caption>
            <thead>
              <tr>
                <th scope="col">Promise</th>
                ${promiseStates.map((state) => html`<th scope="col" class="number">${stateWords[state]}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${labels.map(
                (label) =>
                  html`<tr>
                    <th scope="row">${label}</th>
                    ${promiseStates.map((state) => html`<td class="number">${countWords(promised.filter((each) => each.label === label && each.state === state).length)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  </section>`;
}

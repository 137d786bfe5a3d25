import { countWords } from '../../../../core/src/author/report/charts/percent.ts';
import { html, type Html } from '../../../../core/src/author/report/html.ts';
import { findLeads, type LeadQuestion } from './find-leads.ts';
import { inboxFilters } from './inbox-filters.ts';
import type { LeadView } from './lead-view.ts';
import { writeFrame } from './page-frame.ts';
import type { PortalView } from './portal-view.ts';
import { promiseWords } from './promise-words.ts';

const onPage = 50;

/** Everybody who came in, the newest first, with what became of them. */
export function inboxPage(view: PortalView, question: LeadQuestion): string {
  const all = view.listLeads();
  const found = findLeads(all, question);
  const live = view.rules.findLive();
  return writeFrame(view, {
    title: 'Inbox',
    subtitle: live === null ? 'No rules are published.' : `Revision ${live.number} of the rules decides.`,
    path: '/',
    refreshSeconds: 2,
    content: html`<div id="numbers" data-live>${tiles(all)}</div>
      <section id="leads" aria-labelledby="leads-heading">
        <h2 id="leads-heading">Who came in</h2>
        ${inboxFilters(all, question)}
        <div id="list" data-live>
          <p id="found" role="status">${foundWords(found.length, all.length)}</p>
          ${found.length === 0 ? '' : table(view, found.slice((question.page - 1) * onPage, question.page * onPage))}
          ${pages(found.length, question)}
        </div>
      </section>`,
  });
}

function tiles(leads: readonly LeadView[]): Html {
  const count = (isCounted: (lead: LeadView) => boolean): number => leads.filter(isCounted).length;
  const inState = (...states: readonly string[]): number =>
    count(({ decided }) => states.includes(decided?.promise?.state ?? ''));
  return html`<ul class="tiles" aria-label="In numbers">
    ${tile(leads.length, leads.length === 1 ? 'lead came in' : 'leads came in')}
    ${tile(
      count(({ decided }) => decided !== null),
      'are decided',
    )}
    ${tile(
      count(({ decided }) => decided === null),
      'wait for their decision',
    )}
    ${tile(inState('running', 'reminded'), 'promises of a first touch run')} ${tile(inState('met'), 'were kept')}
    ${tile(inState('missed'), 'were missed')}
  </ul>`;
}

function tile(count: number, words: string): Html {
  return html`<li><strong>${countWords(count)}</strong> <span>${words}</span></li>`;
}

function foundWords(found: number, all: number): string {
  const words = all === 1 ? 'lead' : 'leads';
  return found === all ? `${countWords(all)} ${words}` : `${countWords(found)} of ${countWords(all)} ${words}`;
}

function table(view: PortalView, leads: readonly LeadView[]): Html {
  return html`<div class="card">
    <table id="lead-table">
      <caption class="unseen">
        Leads, the newest first; a name leads to the story of its decision.
      </caption>
      <thead>
        <tr>
          <th scope="col">Lead</th>
          <th scope="col">Goes to</th>
          <th scope="col" class="medium-up">Band</th>
          <th scope="col" class="number medium-up">Fit</th>
          <th scope="col" class="number medium-up">Engaged</th>
          <th scope="col" class="number wide-only">Intent</th>
          <th scope="col" class="number wide-only">Capacity</th>
          <th scope="col" class="number wide-only">Sure</th>
          <th scope="col" class="medium-up">First touch</th>
          <th scope="col" class="wide-only">Came in</th>
        </tr>
      </thead>
      <tbody>
        ${leads.map((lead) => row(view, lead))}
      </tbody>
    </table>
  </div>`;
}

function row({ instants }: PortalView, { contactId, person, company, cameInAt, decided }: LeadView): Html {
  const name = html`<th scope="row" class="name">
    <a id="lead-${contactId}" href="/leads/${contactId}">${person}</a><small>${company}</small>
  </th>`;
  if (decided === null) {
    return html`<tr>
      ${name}
      <td colspan="8" class="waiting">waits for its decision</td>
      <td class="wide-only">${instants.shown(cameInAt)}</td>
    </tr>`;
  }
  const { scores, owner, destination, record, promise } = decided;
  return html`<tr>
    ${name}
    <td>
      ${owner}<small>${destination}</small
      ><small class="small-only">${record.choice.bucket} · fit ${scores.fit}, engaged ${scores.engagement}</small>
      <div class="small-only">${promiseWords(promise, instants)}</div>
    </td>
    <td class="medium-up"><span class="bucket ${record.choice.bucket}">${record.choice.bucket}</span></td>
    <td class="number medium-up">${scores.fit}</td>
    <td class="number medium-up">${scores.engagement}</td>
    <td class="number wide-only">${scores.intent}</td>
    <td class="number wide-only">${scores.capacity}</td>
    <td class="number wide-only">${scores.confidence}</td>
    <td class="medium-up">${promiseWords(promise, instants)}</td>
    <td class="wide-only">${instants.shown(cameInAt)}</td>
  </tr>`;
}

function pages(found: number, question: LeadQuestion): Html | string {
  const last = Math.ceil(found / onPage);
  if (last <= 1) return '';
  const { page, ...asked } = question;
  const address = (number: number): string => {
    const filled = Object.entries(asked).filter(([, value]) => value !== '');
    return `/?${new URLSearchParams([...filled, ['page', String(number)]]).toString()}`;
  };
  return html`<nav class="pages" aria-label="Pages of the list">
    ${page > 1 ? html`<a href="${address(page - 1)}" rel="prev">Newer</a>` : ''}
    <span>Page ${page} of ${last}</span>
    ${page < last ? html`<a href="${address(page + 1)}" rel="next">Older</a>` : ''}
  </nav>`;
}

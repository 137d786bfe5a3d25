import { tiles } from './cards.ts';
import { countWords, shareWords } from './charts/percent.ts';
import { html, type Html } from './html.ts';
import { layOutAggregates } from './lay-out-aggregates.ts';
import { element, framePage, masthead, pageLinks } from './page-frame.ts';
import type { ReportData } from './report-data.ts';

/** What the page is made of besides its data. */
export type PageParts = { style: string; script: string; json: string; policy: string };

/** The whole page. Its own content policy lets nothing run but our script, and nothing load at all. */
export function layOutPage(data: ReportData, parts: PageParts): Html {
  return framePage({
    title: `${data.runName} · Signalbox report`,
    policy: parts.policy,
    style: parts.style,
    skip: { to: 'leads', words: 'Skip to the leads' },
    header: header(data),
    main: html`${figures(data)} ${leads(data)} ${layOutAggregates(data)}`,
    footer: html`<p>
      Times are in ${data.timeZone}. Everything on this page is in this one file; it loads nothing and sends nothing. It
      holds what people wrote: share it as you would share the leads.
    </p>`,
    end: html`${storyDialog} ${element('script type="application/json" id="report-data"', parts.json)}
    ${element('script', parts.script)}`,
  });
}

const modeWords: Readonly<Record<string, string>> = {
  observe: 'recorded only, nothing was written',
  suggest: 'scores and reasons were written, owners were not',
  live: 'decisions were carried out',
};

function header(data: ReportData): Html {
  return html`<header>
    ${masthead('Signalbox report', data.runName, period(data))}
    <dl class="facts">
      <div>
        <dt>Policy</dt>
        <dd>${data.policyName} <code>${data.policyHash.slice(0, 8)}</code></dd>
      </div>
      <div>
        <dt>Mode</dt>
        <dd><strong>${data.mode}</strong>: ${modeWords[data.mode]!}</dd>
      </div>
    </dl>
    ${pageLinks([
      ['leads', 'Leads'],
      ['destinations', 'Destinations'],
      ['people', 'People'],
      ['reasons', 'Reasons'],
      ['scores', 'Scores'],
      ['data', 'Data'],
    ])}
  </header>`;
}

function period({ firstAt, lastAt, leadCount, timeZone }: ReportData): string {
  if (firstAt === null || lastAt === null) return 'No leads.';
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return `${countWords(leadCount)} ${leadCount === 1 ? 'lead' : 'leads'}, ${day.formatRange(firstAt, lastAt)}`;
}

function figures(data: ReportData): Html {
  const largest = Math.max(0, ...data.pools.map(({ largestDeviation }) => largestDeviation));
  const problems = data.problems.reduce((sum, { count }) => sum + count, 0);
  return tiles('The run in numbers', [
    [countWords(data.leadCount), data.leadCount === 1 ? 'lead decided' : 'leads decided'],
    [countWords(data.turnCount), 'fair turns taken'],
    [largest.toFixed(2), 'leads: the farthest anybody is from their fair share'],
    [shareWords(data.reviewedCount, data.leadCount), 'to a person for review'],
    [countWords(problems), 'problems noted about the data'],
    ...(data.staleCount === 0
      ? []
      : [[countWords(data.staleCount), 'decided with a calendar that did not reach'] as const]),
  ]);
}

function leads(data: ReportData): Html {
  const listedCount = data.list.length;
  const isCapped = listedCount < data.leadCount;
  return html`<section id="leads" aria-labelledby="leads-heading">
    <h2 id="leads-heading">Why did this lead go there?</h2>
    <p class="hint">
      ${
        isCapped
          ? `The list holds the last ${countWords(listedCount)} of ${countWords(data.leadCount)} leads; the numbers below cover all of them.`
          : 'Choose a lead to read the whole story of its decision.'
      }
    </p>
    <form id="filters" class="filters" role="search" aria-label="Find leads">
      <label class="wide"
        >Search
        <input
          type="search"
          name="words"
          autocomplete="off"
          spellcheck="false"
          placeholder="person, e-mail, company, rep, rule, destination, date"
        />
      </label>
      <label
        >Owner
        <select name="owner">
          <option value="">everybody</option>
        </select></label
      >
      <label
        >Destination
        <select name="destination">
          <option value="">all</option>
        </select></label
      >
      <label
        >Decided by
        <select name="reason">
          <option value="">anything</option>
        </select></label
      >
      <label
        >Called
        <select name="bucket">
          <option value="">all</option>
        </select></label
      >
      <label>From <input type="date" name="from" /></label>
      <label>Until <input type="date" name="until" /></label>
      <button type="button" name="clear">Clear</button>
    </form>
    <p id="missing" role="alert"></p>
    <p id="found" role="status"></p>
    <div class="card">
      <table id="lead-table">
        <caption class="unseen">
          Leads; choose a name to open its story. Column headings sort.
        </caption>
        <thead></thead>
        <tbody></tbody>
      </table>
      <nav id="pages" class="pages" aria-label="Pages of the list" hidden></nav>
    </div>
    <noscript><p>The list needs JavaScript; the numbers below do not.</p></noscript>
  </section>`;
}

const storyDialog = html`<dialog id="story" aria-labelledby="story-name">
  <div class="story-bar">
    <button type="button" id="story-previous">← Previous</button>
    <button type="button" id="story-next">Next →</button>
    <button type="button" id="story-print">Print</button>
    <button type="button" id="story-close" aria-label="Close the story">Close ✕</button>
  </div>
  <article id="story-content"></article>
</dialog>`;

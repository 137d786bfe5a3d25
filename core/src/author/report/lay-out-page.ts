import { countWords, shareWords } from './charts/percent.ts';
import { html, trusted, type Html } from './html.ts';
import { layOutAggregates } from './lay-out-aggregates.ts';
import type { ReportData } from './report-data.ts';

/** What the page is made of besides its data. */
export type PageParts = { style: string; script: string; json: string; policy: string };

/** The whole page. Its own content policy lets nothing run but our script, and nothing load at all. */
export function layOutPage(data: ReportData, parts: PageParts): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${parts.policy}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${data.runName} · Signalbox report</title>
        ${element('style', parts.style)}
      </head>
      <body>
        <a class="skip" href="#leads">Skip to the leads</a>
        ${header(data)}
        <main>${tiles(data)} ${leads(data)} ${layOutAggregates(data)}</main>
        <footer>
          <p>
            Times are in ${data.timeZone}. Everything on this page is in this one file; it loads nothing and sends
            nothing. It holds what people wrote: share it as you would share the leads.
          </p>
        </footer>
        ${storyDialog} ${element('script type="application/json" id="report-data"', parts.json)}
        ${element('script', parts.script)}
      </body>
    </html> `;
}

/** The content policy holds the hash of exactly what stands between the tags, so that not even a blank may come in. */
function element(opening: string, content: string): Html {
  return trusted(`<${opening}>${content}</${opening.split(' ')[0]}>`);
}

const modeWords: Readonly<Record<string, string>> = {
  observe: 'recorded only, nothing was written',
  suggest: 'scores and reasons were written, owners were not',
  live: 'decisions were carried out',
};

function header(data: ReportData): Html {
  return html`<header>
    <div class="masthead">
      ${signal}
      <div>
        <p class="kicker">Signalbox report</p>
        <h1>${data.runName}</h1>
        <p>${period(data)}</p>
      </div>
    </div>
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
    <nav aria-label="On this page">
      <a href="#leads">Leads</a>
      <a href="#destinations">Destinations</a>
      <a href="#people">People</a>
      <a href="#reasons">Reasons</a>
      <a href="#scores">Scores</a>
      <a href="#data">Data</a>
    </nav>
  </header>`;
}

function period({ firstAt, lastAt, leadCount, timeZone }: ReportData): string {
  if (firstAt === null || lastAt === null) return 'No leads.';
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  return `${countWords(leadCount)} ${leadCount === 1 ? 'lead' : 'leads'}, ${day.formatRange(firstAt, lastAt)}`;
}

/** A semaphore at "clear". */
const signal = html`<svg class="signal" width="52" height="64" viewBox="0 0 52 64" aria-hidden="true" focusable="false">
  <rect class="post" x="8" y="4" width="5" height="56" rx="2" />
  <rect class="post" x="2" y="58" width="17" height="4" rx="2" />
  <g transform="rotate(-32 10.5 16)">
    <rect class="arm" x="8" y="10" width="34" height="11" rx="2" />
    <rect class="stripe" x="32" y="10" width="4" height="11" />
  </g>
  <circle class="lamp" cx="10.5" cy="32" r="5.5" />
</svg>`;

function tiles(data: ReportData): Html {
  const largest = Math.max(0, ...data.pools.map(({ largestDeviation }) => largestDeviation));
  const problems = data.problems.reduce((sum, { count }) => sum + count, 0);
  return html`<ul class="tiles" aria-label="The run in numbers">
    ${tile(countWords(data.leadCount), data.leadCount === 1 ? 'lead decided' : 'leads decided')}
    ${tile(countWords(data.turnCount), 'fair turns taken')}
    ${tile(largest.toFixed(2), 'leads: the farthest anybody is from their fair share')}
    ${tile(shareWords(data.reviewedCount, data.leadCount), 'to a person for review')}
    ${tile(countWords(problems), 'problems noted about the data')}
    ${data.staleCount === 0 ? '' : tile(countWords(data.staleCount), 'decided with a calendar that did not reach')}
  </ul>`;
}

function tile(figure: string, words: string): Html {
  return html`<li><strong>${figure}</strong> <span>${words}</span></li>`;
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

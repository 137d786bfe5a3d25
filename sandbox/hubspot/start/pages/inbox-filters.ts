import { html, type Html } from '../../../../core/src/author/report/html.ts';
import type { LeadQuestion } from './find-leads.ts';
import { promiseStates, type LeadView } from './lead-view.ts';
import { stateWords } from './promise-words.ts';

const bands = ['warm', 'lukewarm', 'cool', 'cold'];

/** Asks by its address, so that it works without a script; with one it answers while somebody types. */
export function inboxFilters(leads: readonly LeadView[], question: LeadQuestion): Html {
  const namesOf = (of: (lead: LeadView) => string | undefined): string[] =>
    [...new Set(leads.flatMap((lead) => of(lead) ?? []))].sort();
  const promises = promiseStates.map((state): [string, string] => [state, stateWords[state]]);
  return html`<form id="filters" class="filters" role="search" aria-label="Find leads" action="/" method="get">
    <label class="wide"
      >Search
      <input
        type="search"
        name="words"
        value="${question.words}"
        autocomplete="off"
        spellcheck="false"
        placeholder="person, e-mail, company, owner, destination"
      />
    </label>
    ${choice('Owner', 'owner', question.owner, namesOf(({ decided }) => decided?.owner).map(twice))}
    ${choice('Destination', 'destination', question.destination, namesOf(({ decided }) => decided?.destination).map(twice))}
    ${choice('Band', 'band', question.band, bands.map(twice))}
    ${choice('Promise', 'promise', question.promise, [...promises, ['none', 'none']])}
    <button>Find</button>
  </form>`;
}

function twice(name: string): [string, string] {
  return [name, name];
}

function choice(label: string, name: string, chosen: string, options: readonly (readonly [string, string])[]): Html {
  // Until the first decision a chosen name may be nobody's yet.
  const shown = chosen === '' || options.some(([value]) => value === chosen) ? options : [...options, twice(chosen)];
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">all</option>
      ${shown.map(([value, words]) =>
        value === chosen
          ? html`<option value="${value}" selected>${words}</option>`
          : html`<option value="${value}">${words}</option>`,
      )}
    </select></label
  >`;
}

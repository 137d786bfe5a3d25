/* global document */
import { isFound, orderLeads, plain, searchText, wordsOfSearch } from './find-leads.js';
import { make } from './make-element.js';

const pageSize = 20;

const columns = [
  { heading: 'Received', className: 'wide-only', valueOf: (lead) => lead.lead.receivedAt, isDescending: true },
  { heading: 'Lead', className: '', valueOf: (lead) => plain(lead.lead.personName), isDescending: false },
  { heading: 'Goes to', className: '', valueOf: (lead) => plain(lead.owner), isDescending: false },
  { heading: 'Decided by', className: 'wide-only', valueOf: (lead) => plain(lead.reason), isDescending: false },
  { heading: 'Called', className: 'medium-up', valueOf: (lead) => lead.bucket, isDescending: false },
  { heading: 'Fit', className: 'number medium-up', valueOf: (lead) => lead.fit, isDescending: true },
  { heading: 'Engaged', className: 'number wide-only', valueOf: (lead) => lead.engagement, isDescending: true },
  { heading: 'Sure', className: 'number wide-only', valueOf: (lead) => lead.confidence, isDescending: true },
  { heading: 'First touch due', className: 'medium-up', valueOf: (lead) => lead.dueAt, isDescending: true },
];

/** The searchable, sortable, paged list. It answers which leads it shows, so that a story can go to the next one. */
export function createLeadTable(leads, times) {
  const table = document.getElementById('lead-table');
  const form = document.getElementById('filters');
  const all = leads.map((lead, place) => ({
    lead,
    place,
    text: searchText(lead, times),
    day: times.iso(lead.lead.receivedAt),
  }));
  const state = { column: 0, isDescending: true, page: 0, shown: [] };

  fillChoices(form, 'owner', leads, (lead) => lead.owner);
  fillChoices(form, 'destination', leads, (lead) => lead.destination);
  fillChoices(form, 'reason', leads, (lead) => lead.reason);
  fillChoices(form, 'bucket', leads, (lead) => lead.bucket);

  const show = () => {
    showHeadings(table, state, sortBy);
    const rows = state.shown.slice(state.page * pageSize, (state.page + 1) * pageSize);
    table.tBodies[0].replaceChildren(...rows.map(({ lead }) => rowOf(lead, times)));
    showPages(state, goTo);
  };
  const find = () => {
    const query = readQuery(form);
    const { valueOf } = columns[state.column];
    state.shown = orderLeads(
      all.filter((indexed) => isFound(indexed, query)),
      valueOf,
      state.isDescending,
    );
    state.page = 0;
    const count = state.shown.length;
    document.getElementById('found').textContent =
      count === all.length ? `${count} leads` : `${count} of ${all.length} leads`;
    show();
  };
  const sortBy = (column) => {
    state.isDescending = state.column === column ? !state.isDescending : columns[column].isDescending;
    state.column = column;
    find();
    table.tHead.querySelectorAll('button')[column].focus();
  };
  const goTo = (page, name) => {
    state.page = page;
    show();
    const button = document.querySelector(`#pages [data-go="${name}"]:not(:disabled)`);
    (button ?? document.querySelector('#pages button:not(:disabled)')).focus();
  };

  form.addEventListener('input', find);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.elements.clear.addEventListener('click', () => {
    form.reset();
    find();
  });
  table.tBodies[0].addEventListener('keydown', moveByArrows);
  find();
  return { shownLeads: () => state.shown.map(({ lead }) => lead) };
}

function fillChoices(form, name, leads, valueOf) {
  const values = [...new Set(leads.map(valueOf))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  form.elements[name].append(...values.map((value) => make('option', { value }, value)));
}

function readQuery({ elements }) {
  return {
    words: wordsOfSearch(elements.words.value),
    owner: elements.owner.value,
    destination: elements.destination.value,
    reason: elements.reason.value,
    bucket: elements.bucket.value,
    from: elements.from.value,
    until: elements.until.value,
  };
}

function showHeadings(table, state, sortBy) {
  const cells = columns.map(({ heading, className }, place) => {
    const isSorted = state.column === place;
    const arrow = isSorted ? (state.isDescending ? ' ↓' : ' ↑') : '';
    const button = make('button', { type: 'button' }, heading, make('span', { 'aria-hidden': 'true' }, arrow));
    button.addEventListener('click', () => sortBy(place));
    const sorted = isSorted ? (state.isDescending ? 'descending' : 'ascending') : null;
    return make('th', { scope: 'col', class: className, 'aria-sort': sorted }, button);
  });
  table.tHead.replaceChildren(make('tr', {}, ...cells));
}

function rowOf(lead, times) {
  const { personName, email, company, submissionKey, receivedAt } = lead.lead;
  const link = make('a', { href: linkTo(lead) }, personName || email || submissionKey);
  const about = [company, email].filter((each) => each !== null && each !== '').join(' · ');
  const cells = [
    times.day(receivedAt),
    [link, make('small', {}, about), make('small', { class: 'narrow-only' }, times.day(receivedAt))],
    [lead.owner, make('small', {}, lead.destination)],
    lead.reason,
    make('span', { class: `bucket ${lead.bucket}` }, lead.bucket),
    String(lead.fit),
    String(lead.engagement),
    String(lead.confidence),
    times.full(lead.dueAt),
  ];
  return make(
    'tr',
    {},
    ...cells.map((content, place) => {
      const isName = place === 1;
      const attributes = isName ? { scope: 'row', class: 'name' } : { class: columns[place].className };
      return make(isName ? 'th' : 'td', attributes, ...(Array.isArray(content) ? content : [content]));
    }),
  );
}

/** The address of a lead's story. */
export function linkTo(lead) {
  return `#lead=${encodeURIComponent(lead.lead.submissionKey)}`;
}

function showPages(state, goTo) {
  const pages = Math.max(1, Math.ceil(state.shown.length / pageSize));
  const button = (name, words, page, isOff) => {
    const made = make('button', { type: 'button', 'data-go': name, disabled: isOff ? '' : null }, words);
    made.addEventListener('click', () => goTo(page, name));
    return made;
  };
  const isFirst = state.page === 0;
  const isLast = state.page === pages - 1;
  const nav = document.getElementById('pages');
  nav.hidden = pages === 1;
  nav.replaceChildren(
    button('first', 'First', 0, isFirst),
    button('previous', 'Previous', state.page - 1, isFirst),
    make('span', {}, `Page ${state.page + 1} of ${pages}`),
    button('next', 'Next', state.page + 1, isLast),
    button('last', 'Last', pages - 1, isLast),
  );
}

/** Up and down go from name to name, as in a list box; Enter opens, as every link does. */
function moveByArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/* global document, location, history, fetch, setTimeout, clearTimeout, DOMParser, URLSearchParams, FormData */
'use strict';

const millisBetween = Number(document.body.dataset.refreshSeconds) * 1000;
const afterTypingMillis = 200;
let rounds = 0;
let timer;

/** What somebody has opened, focused or scrolled stays as it is. */
function replace(section, fresh) {
  if (section.dataset.seen === fresh.innerHTML) return;
  const focused = document.activeElement === null ? '' : document.activeElement.id;
  const open = [...section.querySelectorAll('details')].map((each) => each.open);
  const scrolled = [...section.querySelectorAll('.scroll')].map((each) => each.scrollLeft);
  section.innerHTML = fresh.innerHTML;
  section.dataset.seen = fresh.innerHTML;
  section.querySelectorAll('details').forEach((each, place) => (each.open = open[place] === true));
  section.querySelectorAll('.scroll').forEach((each, place) => (each.scrollLeft = scrolled[place] ?? 0));
  if (focused !== '' && document.activeElement === document.body) document.getElementById(focused)?.focus();
}

/** Whoever came in since may have got an owner or a destination that nobody had before. */
function renewChoices(fresh) {
  for (const select of document.querySelectorAll('#filters select')) {
    const other = fresh.querySelector(`#filters select[name="${select.name}"]`);
    if (other === null || select === document.activeElement || other.length === select.length) continue;
    const chosen = select.value;
    select.innerHTML = other.innerHTML;
    select.value = chosen;
  }
}

async function refresh() {
  clearTimeout(timer);
  const round = (rounds += 1);
  try {
    if (document.visibilityState === 'visible') {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      // Somebody may have asked for something else in the meantime.
      if (round !== rounds) return;
      for (const section of document.querySelectorAll('[data-live]')) {
        const other = fresh.getElementById(section.id);
        if (answer.ok && other !== null) replace(section, other);
      }
      renewChoices(fresh);
    }
  } catch {
    // The program was stopped, or is about to start again: the next round may find it.
  }
  if (round === rounds) timer = setTimeout(refresh, millisBetween);
}

/** The address says what is asked for, so that it can be kept and sent. */
function ask(form) {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  void refresh();
}

const form = document.getElementById('filters');
if (form !== null) {
  let typing;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => ask(form), afterTypingMillis);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(form);
  });
}

for (const section of document.querySelectorAll('[data-live]')) section.dataset.seen = section.innerHTML;
timer = setTimeout(refresh, millisBetween);

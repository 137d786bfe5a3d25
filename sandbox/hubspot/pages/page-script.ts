/** What the pages do by themselves: sections with `data-live` keep up to date, and the app's card is fetched into its place. */
export const pageScript = `
'use strict';
const live = () => [...document.querySelectorAll('[data-live]')];

// A section that somebody is working in is left alone; what they have opened stays open.
function replace(section, fresh) {
  if (section.contains(document.activeElement) && document.activeElement.matches('input:not([type=checkbox]), select, textarea')) return;
  if (section.dataset.seen === fresh.innerHTML) return;
  const open = [...section.querySelectorAll('details[open]')].map((each) => each.id);
  const focused = document.activeElement === null ? '' : document.activeElement.id;
  const scrolled = [...section.querySelectorAll('.scroll')].map((each) => each.scrollLeft);
  const chosen = [...section.querySelectorAll('input[type=checkbox]:checked')].map((each) => each.id);
  section.innerHTML = fresh.innerHTML;
  section.dataset.seen = fresh.innerHTML;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const box of section.querySelectorAll('input[type=checkbox]')) box.checked = chosen.includes(box.id);
  // The frames of apps that show the record want to know.
  if (section.id === 'properties') window.dispatchEvent(new Event('ui-host:record-changed'));
  section.querySelectorAll('.scroll').forEach((each, index) => { each.scrollLeft = scrolled[index] ?? 0; });
  if (focused !== '' && document.activeElement === document.body) document.getElementById(focused)?.focus();
}

async function refresh() {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const section of live()) {
        const other = fresh.getElementById(section.id);
        if (other !== null) replace(section, other);
      }
    }
  } catch {
    // The portal is restarting: the next round may find it.
  }
  setTimeout(refresh, 2000);
}

async function showCard(section) {
  const { src } = section.dataset;
  if (src === undefined) return;
  const answer = await fetch(src);
  section.querySelector('[data-card-content]').innerHTML = await answer.text();
  // Scripts that come with HTML do not run by themselves.
  for (const script of section.querySelectorAll('[data-card-content] script')) {
    const copy = document.createElement('script');
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    copy.textContent = script.textContent;
    script.replaceWith(copy);
  }
}

for (const section of live()) section.dataset.seen = section.innerHTML;
if (live().length > 0) setTimeout(refresh, 2000);
for (const section of document.querySelectorAll('[data-card]')) void showCard(section);
document.querySelector('[data-acting]')?.addEventListener('change', (event) => {
  document.cookie = 'actingUser=' + event.target.value + '; path=/portal; SameSite=Lax';
  location.reload();
});
`;

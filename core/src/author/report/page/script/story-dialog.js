/* global document, history, location, window */
import { linkTo } from './lead-table.js';
import { storyContent } from './story-content.js';

/** Shows the story that the address names, and keeps the address true, so that a story can be sent to somebody. */
export function createStoryDialog({ leads, storyOf }, table, times) {
  const dialog = document.getElementById('story');
  const content = document.getElementById('story-content');
  const previous = document.getElementById('story-previous');
  const next = document.getElementById('story-next');
  const state = { lead: null, opener: null };

  const neighbour = (step) => {
    const shown = table.shownLeads();
    const place = shown.indexOf(state.lead);
    return place < 0 ? null : (shown[place + step] ?? null);
  };
  const show = (lead) => {
    state.lead = lead;
    content.replaceChildren(...storyContent(lead, storyOf(lead), times));
    previous.disabled = neighbour(-1) === null;
    next.disabled = neighbour(1) === null;
    if (!dialog.open) {
      state.opener = document.activeElement;
      dialog.showModal();
    }
    dialog.scrollTop = 0;
    document.getElementById('story-name').focus();
  };
  const followAddress = () => {
    const lead = leadOfAddress(leads);
    const isMissing = lead === null && keyOfAddress() !== null;
    document.getElementById('missing').textContent = isMissing ? `The list does not hold lead ${keyOfAddress()}.` : '';
    if (lead !== null) show(lead);
    else if (dialog.open) dialog.close();
  };
  const turnTo = (step) => {
    const lead = neighbour(step);
    if (lead === null) return;
    history.replaceState(null, '', linkTo(lead));
    show(lead);
  };

  dialog.addEventListener('close', () => {
    if (leadOfAddress(leads) !== null) history.pushState(null, '', '#leads');
    if (state.opener !== null && state.opener.isConnected) state.opener.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  previous.addEventListener('click', () => turnTo(-1));
  next.addEventListener('click', () => turnTo(1));
  document.getElementById('story-close').addEventListener('click', () => dialog.close());
  document.getElementById('story-print').addEventListener('click', () => window.print());
  window.addEventListener('hashchange', followAddress);
  followAddress();
}

function leadOfAddress(leads) {
  const key = keyOfAddress();
  return leads.find(({ lead }) => lead.submissionKey === key) ?? null;
}

function keyOfAddress() {
  const match = /^#lead=(.+)$/.exec(location.hash);
  return match === null ? null : decoded(match[1]);
}

/** Somebody can have cut an address in the middle of a character. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { html, type Html } from '../../../../core/src/author/report/html.ts';
import { askServer } from '../ask-server.ts';
import { readCard } from './card-data.ts';
import { cardSection } from './card-section.ts';
import type { LeadView } from './lead-view.ts';
import { writeFrame } from './page-frame.ts';
import type { PortalView } from './portal-view.ts';
import { storySection } from './story-section.ts';

/** A card that takes longer than this is worth less than the page without it. */
const longestCardMillis = 8_000;

/** One lead: the card as the server makes it, and the story as the portal holds it. */
export async function leadPage(view: PortalView, lead: LeadView): Promise<string> {
  const { decided, contactId } = lead;
  return writeFrame(view, {
    title: lead.person,
    subtitle: lead.company,
    path: null,
    refreshSeconds: 5,
    content: html`<p id="links">
        <a href="${view.portalUrl}/objects/0-1/${contactId}"
          >The record in HubSpot, with every property and its history</a
        >
      </p>
      <div class="two">
        <div class="stack">
          <section class="card" id="card" data-live aria-labelledby="card-heading">
            <h2 id="card-heading">What the card shows</h2>
            ${await card(view, lead)}
          </section>
          <section class="card" id="words" data-live aria-labelledby="words-heading">
            <h2 id="words-heading">In their words</h2>
            ${ownWords(view, contactId)}
          </section>
        </div>
        <section class="card" id="story-content" data-live aria-labelledby="story-heading">
          <h2 id="story-heading">The whole story</h2>
          ${decided === null ? html`<p>No decision stands on the contact yet.</p>` : storySection(view, decided.record)}
        </section>
      </div>`,
  });
}

async function card(view: PortalView, { contactId }: LeadView): Promise<Html> {
  try {
    const answer = await askServer(view.edition, `/ui/card?contactId=${contactId}`, { timeout: longestCardMillis });
    const data = answer.ok ? readCard(answer.json()) : null;
    if (data !== null) return cardSection(data, view.instants);
  } catch {
    // HubSpot could not reach the server, or neither answered in time.
  }
  return html`<p class="flag">The server does not answer now. What it decided stands on the contact.</p>`;
}

function ownWords(view: PortalView, contactId: string): Html {
  const contact = view.edition.portal.records.findRecord('0-1', contactId);
  const told = ['sbx_subject', 'message'].flatMap((property) => {
    const value = contact?.value(property) ?? '';
    return value === '' ? [] : [value];
  });
  const asked =
    contact === null ? [] : facts.map(([property, label]) => [label, contact.value(property) ?? ''] as const);
  return html`${
      told.length === 0 ? html`<p>They wrote nothing.</p>` : html`<blockquote>${told.join('\n\n')}</blockquote>`
    }
    <dl class="said">
      ${asked
        .filter(([, value]) => value !== '')
        .map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>`;
}

const facts = [
  ['jobtitle', 'Title'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
  ['country', 'Country'],
  ['numemployees', 'Employees'],
  ['industry', 'Industry'],
  ['sbx_channel', 'Came by'],
  ['sbx_timeline', 'Timeline'],
  ['sbx_budget', 'Budget'],
  ['sbx_team_size', 'Team'],
  ['sbx_current_tool', 'Uses today'],
] as const;

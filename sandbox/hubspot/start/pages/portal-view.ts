import type { Edition } from '../../edition/start-edition.ts';
import type { Arrivals } from '../arrivals.ts';
import { namesOf, type PortalNames } from '../portal-names.ts';
import { PortalRules } from '../read-policy.ts';
import { instantsIn, type Instants } from './instants.ts';
import { leadOf, type LeadView } from './lead-view.ts';

/** What the pages read: the portal as it stands, and nothing that the server keeps for itself. */
export class PortalView {
  readonly edition: Edition;
  readonly rules: PortalRules;
  readonly instants: Instants;
  readonly #arrivals: Arrivals;

  constructor(edition: Edition, arrivals: Arrivals) {
    this.edition = edition;
    this.rules = new PortalRules(edition.portal);
    this.instants = instantsIn(edition.portal.timeZone);
    this.#arrivals = arrivals;
  }

  get names(): PortalNames {
    return namesOf(this.rules);
  }

  /** Where HubSpot shows the portal. */
  get portalUrl(): string {
    return `${this.edition.hubSpot.url}/portal/${this.edition.portal.portalId}`;
  }

  /** Everybody who came in since the installation or was decided, the newest first. */
  listLeads(): LeadView[] {
    const { records } = this.edition.portal;
    const { names } = this;
    return records
      .listRecords('0-1', null, Number.MAX_SAFE_INTEGER)
      .filter((contact) => contact.has('sbx_decision_id') || this.#arrivals.contactIds.has(contact.id))
      .map((contact) => leadOf(contact, names))
      .toSorted((one, other) => other.cameInAt - one.cameInAt || Number(other.contactId) - Number(one.contactId));
  }

  /** Null where the portal has no such contact. */
  findLead(contactId: string): LeadView | null {
    const contact = this.edition.portal.records.findRecord('0-1', contactId);
    return contact === null ? null : leadOf(contact, this.names);
  }
}

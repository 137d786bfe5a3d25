import type { SearchFilter } from '../../handlers/crm/crm.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import { findContacts } from '../../handlers/ui/answers/find-contacts.ts';
import type { UiRead } from '../../handlers/ui/ui-calls.ts';
import type { DecisionForm, DecisionsForm } from '../../handlers/ui/ui-forms.ts';
import type { Entry } from '../log/entry.ts';
import { entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/** HubSpot takes no longer list of values. */
const mostContacts = 100;

/** The decisions of the portal, newest first, page by page. Search follows some seconds behind. */
export async function listDecisions(
  portal: PrivatePortal,
  { words, ...query }: UiRead<'decisions'>,
): Promise<DecisionsForm> {
  const contactIds = words === undefined ? null : (await findContacts(portal.crm, words)).slice(0, mostContacts);
  if (contactIds?.length === 0) {
    return { decisions: [], after: null };
  }
  const entries = await portal.log.search({
    filters: filtersOf(query, contactIds),
    texts: [],
    most: query.most + 1,
  });
  const shown = entries.slice(0, query.most);
  const current = await currentOf(portal, shown);
  return {
    decisions: shown.map((entry) => tell(entry, current)),
    after: entries.length > query.most ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** HubSpot takes six filters in a group: kind, place, contact and three more. */
function filtersOf(query: Omit<UiRead<'decisions'>, 'words'>, contactIds: readonly string[] | null): SearchFilter[] {
  const given: (SearchFilter | null)[] = [
    equal(entryProperty.kind, 'decision'),
    query.after === undefined || !/^\d{1,20}$/.test(query.after)
      ? null
      : { property: 'hs_object_id', operator: 'LT', values: [query.after] },
    contactIds !== null
      ? { property: entryProperty.contactId, operator: 'IN', values: contactIds }
      : query.contactId === undefined
        ? null
        : equal(entryProperty.contactId, query.contactId),
    query.destinationKey === undefined ? null : equal(entryProperty.destination, query.destinationKey),
    query.givenTo === undefined ? null : equal(entryProperty.givenTo, query.givenTo),
    query.from === undefined ? null : { property: entryProperty.at, operator: 'GTE', values: [String(query.from)] },
    query.until === undefined ? null : { property: entryProperty.at, operator: 'LTE', values: [String(query.until)] },
  ];
  return given.filter((filter) => filter !== null).slice(0, 6);
}

function equal(property: string, value: string): SearchFilter {
  return { property, operator: 'EQ', values: [value] };
}

/** The decisions that count now: contacts name them. */
async function currentOf(portal: PrivatePortal, entries: readonly Entry[]): Promise<Set<string>> {
  const ids = [...new Set(entries.flatMap(({ contactId }) => contactId ?? []))];
  const contacts = ids.length === 0 ? [] : await portal.crm.readObjects('contacts', ids, [decided.decisionId]);
  return new Set(contacts.flatMap(({ properties }) => properties[decided.decisionId] ?? []));
}

function tell({ contactId, at, columns }: Entry, current: ReadonlySet<string>): DecisionForm {
  const decisionId = columns.decisionId ?? '';
  return {
    decisionId,
    contactId: contactId ?? '',
    decidedAt: at,
    mode: columns.mode ?? '',
    destinationKey: columns.destination ?? '',
    band: columns.band ?? '',
    slaKey: columns.slaKey ?? '',
    givenTo: columns.givenTo ?? '',
    basis: columns.basis ?? '',
    headline: columns.headline ?? '',
    policyHash: columns.policyHash ?? '',
    isCurrent: current.has(decisionId),
  };
}

import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import { readDomain } from '../../../core/src/decide/normalize/read-domain.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';

/** The lists that come with Signalbox, with the domains that ops keep for their portal: their own and competitors'. */
export function listsOf(lists: LookupLists, settings: PortalSettings): LookupLists {
  return {
    ...lists,
    employeeDomains: withDomains(lists.employeeDomains, settings.employeeDomains),
    competitorDomains: withDomains(lists.competitorDomains, settings.competitorDomains),
  };
}

/** Whether everybody may have an address there: such a domain is no organisation's. */
export function isMailProvider(lists: LookupLists, domain: string): boolean {
  return lists.freeMail.has(domain) || lists.disposable.has(domain);
}

/** As people type them: "@Example.com", "www.example.com". */
function withDomains(known: ReadonlySet<string>, typed: readonly string[]): Set<string> {
  return new Set([...known, ...typed.flatMap((one) => readDomain(one.trim().replace(/^@/, '')) ?? [])]);
}

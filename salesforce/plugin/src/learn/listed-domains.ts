import type { LookupAnswers } from '../../../../core/src/decide/model/crm-context.ts';
import { readEmail } from '../../../../core/src/decide/normalize/read-email.ts';
import type { Org } from '../org/org.ts';

/** The long lists of an org, such as free mail, asked for a lead's own domain as the package's SbxKnown asks them. */
export class ListedDomains {
  readonly #entries: ReadonlySet<string>;

  constructor(entries: ReadonlySet<string>) {
    this.#entries = entries;
  }

  static async of(org: Org): Promise<ListedDomains> {
    const id = org.nameInOrg('EntryId__c');
    const entries = new Set<string>();
    for await (const page of org.selectInBulk(`SELECT ${id} FROM ${org.nameInOrg('SbxListEntry__c')}`)) {
      for (const [entry = ''] of page) entries.add(entry.toLowerCase());
    }
    return new ListedDomains(entries);
  }

  /** Nothing is asked, and nothing known, of a lead without an address. */
  answersFor(email: string | null): LookupAnswers {
    const domain = readEmail(email)?.domain ?? null;
    const isOn = (list: string): boolean | null =>
      domain === null ? null : this.#entries.has(`${list.toLowerCase()}:${domain}`);
    return {
      isFreeMail: isOn('freeMail'),
      isDisposableMail: isOn('disposableMail'),
      isTestDomain: isOn('testDomain'),
      isEmployeeDomain: isOn('employeeDomain'),
      isCompetitorDomain: isOn('competitorDomain'),
      isNamedAccount: isOn('namedAccount'),
      employees: null,
      annualRevenue: null,
      industry: null,
      country: null,
      enrichmentSource: null,
    };
  }
}

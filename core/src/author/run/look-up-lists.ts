import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LookupLists } from './ask-lists.ts';

export { askLists, type LookupLists } from './ask-lists.ts';

const listFolder = new URL('../../../lists/', import.meta.url);

function readList(name: string): Set<string> {
  return new Set(
    readFileSync(fileURLToPath(new URL(name, listFolder)), 'utf8')
      .trimEnd()
      .split('\n'),
  );
}

/** Reads the lists that come with Signalbox; own and competitors' domains are the customer's. */
export function readLookupLists(employeeDomains: string[], competitorDomains: string[]): LookupLists {
  return {
    freeMail: readList('free-mail-domains.txt'),
    disposable: readList('disposable-mail-domains.txt'),
    employeeDomains: new Set(employeeDomains),
    competitorDomains: new Set(competitorDomains),
  };
}

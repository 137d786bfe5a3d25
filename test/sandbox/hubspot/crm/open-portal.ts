import { PortalRecords } from '../../../../sandbox/hubspot/records/portal-records.ts';
import type { PortalOptions } from '../../../../sandbox/hubspot/records/portal-state.ts';
import type { ChangeSource, RecordChange } from '../../../../sandbox/hubspot/records/record-change.ts';
import { RecordRefusal } from '../../../../sandbox/hubspot/records/record-refusal.ts';
import type { SearchFilter, SearchRequest } from '../../../../sandbox/hubspot/records/search/search-request.ts';

/** Who changes things in the tests. */
export const app: ChangeSource = { sourceType: 'INTEGRATION', sourceId: '55', userId: null };
export const person: ChangeSource = { sourceType: 'CRM_UI', sourceId: 'userId:9', userId: 9 };
export const form: ChangeSource = { sourceType: 'FORM', sourceId: 'form-1', userId: null };

export type TestPortal = {
  readonly records: PortalRecords;
  readonly changes: RecordChange[];
  readonly wait: (millis: number) => void;
};

export const start = Date.UTC(2026, 10, 20, 9);

/** A portal whose clock stands still until it is told to wait. */
export function openPortal(options: Partial<PortalOptions> = {}): TestPortal {
  let now = start;
  let lastId = 100;
  const records = new PortalRecords({
    portalId: 7,
    tier: 'enterprise',
    now: () => now,
    newId: () => String(++lastId),
    random: () => 0.5,
    isCompanyAssociated: false,
    ...options,
  });
  const changes: RecordChange[] = [];
  records.onChange((change) => changes.push(change));
  return { records, changes, wait: (millis) => void (now += millis) };
}

/** What a step was refused with. Fails when it was not. */
export function refusalOf(step: () => unknown): RecordRefusal {
  try {
    step();
  } catch (problem) {
    if (problem instanceof RecordRefusal) return problem;
    throw problem;
  }
  throw new Error('The step was not refused.');
}

/** The codes of what is wrong with the values of a refused write. */
export function codesOf(step: () => unknown): (string | undefined)[] {
  return refusalOf(step).errors.map(({ code }) => code);
}

export function filter(property: string, operator: SearchFilter['operator'], ...values: string[]): SearchFilter {
  return { property, operator, value: values[0] ?? null, highValue: values[1] ?? null, values };
}

export function search(...groups: SearchFilter[][]): SearchRequest {
  return { groups, query: '', sort: null, limit: 100, offset: 0 };
}

/** The ids that a search finds, once the indexes have caught up. */
export function idsFound({ records }: TestPortal, type: string, request: SearchRequest): string[] {
  return records.searchRecords(type, request).found.map(({ id }) => id);
}

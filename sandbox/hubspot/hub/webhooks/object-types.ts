const typeIds: ReadonlyMap<string, string> = new Map([
  ['contact', '0-1'],
  ['company', '0-2'],
  ['deal', '0-3'],
  ['ticket', '0-5'],
  ['product', '0-7'],
  ['line_item', '0-8'],
]);

const readScopes: ReadonlyMap<string, string> = new Map([
  ['0-1', 'crm.objects.contacts.read'],
  ['0-2', 'crm.objects.companies.read'],
  ['0-3', 'crm.objects.deals.read'],
  ['0-5', 'tickets'],
  ['0-7', 'e-commerce'],
  ['0-8', 'crm.objects.line_items.read'],
]);

/** The type id of what a subscription names; null for the name of a custom object. */
export function standardTypeId(objectType: string): string | null {
  return typeIds.get(objectType.toLowerCase()) ?? null;
}

/** The scope without which an app is told nothing of such records. */
export function scopeToHear(objectTypeId: string): string {
  return readScopes.get(objectTypeId) ?? 'crm.objects.custom.read';
}

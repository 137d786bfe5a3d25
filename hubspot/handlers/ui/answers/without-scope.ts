/** What is done less without an optional scope, in one line for whoever decides whether to grant it. */
const without: Readonly<Record<string, string>> = {
  automation: 'A workflow is not told of a decision that came late, and workflows that set owners are not found.',
  'crm.objects.users.read': 'Hours and leave come from the rules alone, not from the users of the portal.',
  'crm.objects.deals.read': 'Deals are not read, so nothing is learned from who was won or lost by a deal.',
  'crm.objects.leads.read': 'Lead records are not looked at: contacts only.',
  'crm.objects.leads.write': 'Lead records get no owner and none are made: contacts only.',
  'crm.objects.custom.read': 'Rules are kept as files instead of records in list views.',
  'crm.objects.custom.write': 'Rules are kept as files instead of records in list views.',
  'crm.schemas.custom.read': 'Rules are kept as files instead of records in list views.',
  'crm.schemas.custom.write': 'Rules are kept as files instead of records in list views.',
  files: 'Where the plan has no custom objects there is no place for rules.',
};

/** withoutScope('files') → 'Where the plan has no custom objects there is no place for rules.' */
export function withoutScope(scope: string): string {
  return without[scope] ?? 'Something is done less.';
}

const labels: { readonly [sourceType: string]: string } = {
  INTEGRATION: 'INTEGRATION',
  API: 'INTEGRATION',
  CRM_UI: 'CRM_UI',
  FORM: 'FORM',
  IMPORT: 'IMPORT',
  AUTOMATION_PLATFORM: 'WORKFLOWS',
  CALCULATED: 'CALCULATED',
  CONVERSATIONS: 'CONVERSATIONS',
  MEETINGS: 'MEETINGS',
  EMAIL: 'EMAIL_INTEGRATION',
};

/** What `hs_object_source_label` says of a source. */
export function sourceLabel(sourceType: string): string {
  return labels[sourceType] ?? 'INTERNAL_PROCESSING';
}

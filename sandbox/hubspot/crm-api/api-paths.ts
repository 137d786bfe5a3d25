/** The dates that HubSpot's paths can carry. A new one is one more here. */
const dates = ['2026-03', '2026-09'] as const;

/** Where each part of the API is found: under its number, which HubSpot calls legacy, and under each date. */
export const apiPaths = {
  objects: ['/crm/v3/objects', ...dated('/crm/objects')],
  /** The associations of one record. */
  recordAssociations: ['/crm/v4/objects', ...dated('/crm/objects')],
  /** Those of many, and what types there are. */
  associations: ['/crm/v4/associations', ...dated('/crm/associations')],
  properties: ['/crm/v3/properties', ...dated('/crm/properties')],
  pipelines: ['/crm/v3/pipelines', ...dated('/crm/pipelines')],
  owners: ['/crm/v3/owners', ...dated('/crm/owners')],
  schemas: [
    '/crm-object-schemas/v3/schemas',
    '/crm/v3/schemas',
    ...dated('/crm-object-schemas').map((base) => `${base}/schemas`),
  ],
  limits: ['/crm/v3/limits', ...dated('/crm/limits')],
  accountInfo: ['/account-info/v3', ...dated('/account-info')],
} as const;

function dated(base: string): string[] {
  return dates.map((date) => `${base}/${date}`);
}

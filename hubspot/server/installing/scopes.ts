/**
 * What the app asks for when it is installed. HubSpot compares the required ones with the app's own metadata, so both lists
 * are the ones of `hubspot/marketplace-app/src/app/app-hsmeta.json`, where each is justified.
 */
export const requiredScopes: readonly string[] = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.owners.read',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.schemas.companies.read',
  'crm.schemas.companies.write',
];

/** Granted where the portal's plan has them; without them less is done. */
export const optionalScopes: readonly string[] = [
  'automation',
  'crm.objects.users.read',
  'crm.objects.deals.read',
  'crm.objects.leads.read',
  'crm.objects.leads.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'files',
];

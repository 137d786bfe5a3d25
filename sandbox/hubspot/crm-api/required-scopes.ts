import type { KnownType } from '../records/portal-schema.ts';
import { RecordRefusal } from '../records/record-refusal.ts';
import type { Caller } from '../caller.ts';

/**
 * The word that scopes use for a type of record. Activities have none: HubSpot gives them to whoever may see contacts, save the
 * text of mails (hidden-properties.ts).
 */
const scopeWords: { readonly [objectTypeId: string]: string } = {
  '0-1': 'contacts',
  '0-2': 'companies',
  '0-3': 'deals',
  '0-136': 'leads',
  '0-115': 'users',
  '0-18': 'contacts',
  '0-27': 'contacts',
  '0-46': 'contacts',
  '0-47': 'contacts',
  '0-48': 'contacts',
  '0-49': 'contacts',
};

export type Access = 'read' | 'write';

/** Any of these lets a caller read or write records of a type. */
export function recordScopes(type: KnownType, access: Access): string[] {
  return [`crm.objects.${wordOf(type)}.${access}`];
}

/** Whoever may read records may also see what properties they have; to add some takes a scope of its own. */
export function propertyScopes(type: KnownType, access: Access): string[] {
  const word = wordOf(type);
  if (access === 'read') return [`crm.schemas.${word}.read`, `crm.objects.${word}.read`];
  // There are schema scopes for few types; leads and users are written with those of their records.
  return word === 'leads' || word === 'users' ? [`crm.objects.${word}.write`] : [`crm.schemas.${word}.write`];
}

export function schemaScopes(access: Access): string[] {
  return access === 'read' ? ['crm.schemas.custom.read', 'crm.objects.custom.read'] : ['crm.schemas.custom.write'];
}

export const ownerScopes: readonly string[] = ['crm.objects.owners.read'];

/** Throws HubSpot's answer to an app that was not given any of the scopes. */
export function requireScope(caller: Caller, scopes: readonly string[]): void {
  if (scopes.some((scope) => caller.scopes.has(scope))) return;
  throw new RecordRefusal(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: scopes },
        },
      ],
    },
  );
}

function wordOf(type: KnownType): string {
  return scopeWords[type.objectTypeId] ?? 'custom';
}

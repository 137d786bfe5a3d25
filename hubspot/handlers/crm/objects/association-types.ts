import type { ObjectType } from '../crm.ts';

// HubSpot's own types, by its documentation ("Association type ID values"). A lead hangs on its primary contact and company.
const typeIds: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  notes: { contacts: 202, companies: 190, deals: 214, leads: 855 },
  tasks: { contacts: 204, companies: 192, deals: 216, leads: 647 },
  leads: { contacts: 578, companies: 580, deals: 582 },
  contacts: { companies: 279 },
};

const namesOfTypes: Readonly<Record<string, string>> = {
  '0-1': 'contacts',
  '0-2': 'companies',
  '0-3': 'deals',
  '0-27': 'tasks',
  '0-46': 'notes',
  '0-136': 'leads',
};

/**
 * The id of the association that a new record gets to another.
 *
 * associationTypeId('notes', 'contacts') is 202.
 *
 * @throws Error for a pair that the table lacks
 */
export function associationTypeId(fromType: ObjectType, toType: ObjectType): number {
  const from = namesOfTypes[fromType] ?? fromType;
  const to = namesOfTypes[toType] ?? toType;
  const typeId = typeIds[from]?.[to];
  if (typeId === undefined) {
    throw new Error(`No association from ${from} to ${to} is known. Add it to the table in association-types.ts.`);
  }
  return typeId;
}

import { useAssociations } from '@hubspot/ui-extensions/crm';
import { contactTypeId } from '../../handlers/events/object-types.ts';
import { associationTypeId } from '../../handlers/crm/objects/association-types.ts';

const primary = associationTypeId('leads', 'contacts');

const asked = { toObjectType: contactTypeId, properties: [], pageLength: 10 };

/** Null where it has none, or is not known yet. */
export type ContactOfLead = { readonly contactId: string | null; readonly isLoading: boolean };

/** The contact that the lead on the screen stands for. */
export function useContactOfLead(): ContactOfLead {
  const { results, isLoading } = useAssociations(asked);
  const found =
    results.find(({ associationTypes }) => associationTypes.some(({ typeId }) => typeId === primary)) ?? results[0];
  return { contactId: found === undefined ? null : String(found.toObjectId), isLoading };
}

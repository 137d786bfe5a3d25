import type { CrmProblem, PropertyDefinition } from '../../../hubspot/handlers/crm/crm.ts';

const longestText = 65_536;

/** What HubSpot says against a value; null where it takes it. */
export function refuseValue(property: string, definition: PropertyDefinition | null, value: string): CrmProblem | null {
  const refuse = (why: string): CrmProblem => ({ category: 'VALIDATION_ERROR', message: `"${property}" ${why}` });
  if (value.length > longestText) {
    return refuse('is longer than a property holds');
  }
  switch (definition?.type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? null : refuse('was not a number');
    case 'bool':
      return value === 'true' || value === 'false' ? null : refuse('was neither true nor false');
    case 'datetime':
      return instantOf(value) === null ? refuse('was no instant') : null;
    case 'enumeration':
      return definition.options.some((option) => option.value === value) ? null : refuse('was not one of its options');
    default:
      return null;
  }
}

/** As HubSpot keeps it: addresses in lower case, instants as ISO. */
export function storedValue(property: string, definition: PropertyDefinition | null, value: string): string {
  if (property === 'email') {
    return value.trim().toLowerCase();
  }
  if (definition?.type === 'datetime' && value !== '') {
    return new Date(instantOf(value) ?? 0).toISOString();
  }
  return value;
}

function instantOf(value: string): number | null {
  const instant = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isSafeInteger(instant) ? instant : null;
}

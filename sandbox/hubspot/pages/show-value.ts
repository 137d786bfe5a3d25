import type { PropertyDefinition } from '../records/property-definition.ts';
import type { PortalRecords } from '../records/portal-records.ts';

/** A value as people read it: options by their labels, owners by their names, instants in the portal's time. */
export function showValue(records: PortalRecords, definition: PropertyDefinition, value: string): string {
  if (value === '') return '';
  if (definition.optionsFrom === 'owners') {
    const owner = records.people.find(value);
    return owner === null ? value : `${owner.firstName} ${owner.lastName}`;
  }
  if (definition.type === 'datetime') return showInstant(records, readInstant(value)) ?? value;
  if (definition.type !== 'enumeration' && definition.type !== 'bool') return value;
  return value
    .split(';')
    .map((each) => definition.options.find((option) => option.value === each)?.label ?? each)
    .join(', ');
}

/** `21 Nov 2026, 18:20:05` where the portal is; null where it is no instant. */
export function showInstant(records: PortalRecords, at: number): string | null {
  if (Number.isNaN(at)) return null;
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: records.timeZone,
  }).format(at);
}

function readInstant(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value);
}

/** The words of a note's HTML. What stands on lines of its own does so here. */
export function textOfHtml(body: string): string {
  return body
    .replaceAll(/<(br|\/p|\/li|\/div|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|nbsp|#39|#x27);/g, (_whole, name: string) => entities[name] ?? '')
    .replaceAll('&amp;', '&')
    .trim();
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", '#x27': "'" };

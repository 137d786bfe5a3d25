import { watchedProperties } from './watched-properties.ts';

/** How a change of a property comes to a new decision, and the sentence that the editor shows of it. */
export type ReRouteWay = { readonly way: 'webhook' | 'workflowAction' | 'none'; readonly sentence: string };

const ofCompany = 'company.';

/**
 * How Signalbox hears of a change of a property, so that ops know before they rely on it.
 *
 * @param property its internal name; with `company.` before it, that of a company
 * @param sources  the properties that the portal's fields are read from, by field; the usual ones included
 *
 * reRouteWayOf("industry", { industry: ["industry"] }).way → "webhook"
 * reRouteWayOf("acme_plan", { plan: ["acme_plan"] }).way → "workflowAction"
 */
export function reRouteWayOf(property: string, sources: Readonly<Record<string, readonly string[]>>): ReRouteWay {
  const isRead = Object.values(sources).some((properties) => properties.includes(property));
  if (!isRead) {
    return { way: 'none', sentence: `No field is read from ${property}: a change of it decides nothing.` };
  }
  if (isWatched(property)) {
    return { way: 'webhook', sentence: `A change of ${property} is noticed at once.` };
  }
  const where = property.startsWith(ofCompany)
    ? `a workflow on contacts that watches ${property.slice(ofCompany.length)} of their company`
    : `a workflow that watches ${property}`;
  return {
    way: 'workflowAction',
    sentence: `HubSpot does not tell Signalbox of it. Add the action Score and route to ${where}.`,
  };
}

function isWatched(property: string): boolean {
  if (property.startsWith(ofCompany)) {
    return watchedProperties.company.has(property.slice(ofCompany.length));
  }
  const meaning = watchedProperties.contact.get(property);
  return meaning === 'changed' || meaning === 'submitted';
}

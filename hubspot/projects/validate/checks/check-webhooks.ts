import type { Finding } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';
import { appOf, componentsOf, type Component, type FilledProject } from '../parsed-project.ts';

const leastRequests = 6;
const mostSubscriptions = 1000;
const objectScopes: Readonly<Record<string, string>> = {
  contact: 'crm.objects.contacts.read',
  company: 'crm.objects.companies.read',
  deal: 'crm.objects.deals.read',
  ticket: 'tickets',
  product: 'e-commerce',
  line_item: 'e-commerce',
};

/** Whether HubSpot takes the subscriptions, and the app may have them. */
export function checkWebhooks(project: FilledProject): Finding[] {
  return componentsOf(project, 'webhooks').flatMap((webhooks) => [
    ...checkSettings(webhooks),
    ...checkSubscriptions(webhooks),
    ...checkRights(project, webhooks),
  ]);
}

function checkSettings({ file, config: { settings } }: Component<'webhooks'>): Finding[] {
  if (settings.maxConcurrentRequests >= leastRequests) return [];
  const what = `maxConcurrentRequests is ${settings.maxConcurrentRequests}.`;
  return [{ code: 'HSM050', file, what, cause: 'HubSpot wants more than 5.', next: `Write ${leastRequests} or more.` }];
}

function checkSubscriptions({ file, config: { subscriptions } }: Component<'webhooks'>): Finding[] {
  const { crmObjects = [], legacyCrmObjects = [], hubEvents = [] } = subscriptions;
  const ofObjects = [...crmObjects, ...legacyCrmObjects];
  const findings: Finding[] = [];
  const find = (code: FindingCode, what: string, cause: string, next: string): void => {
    findings.push({ code, file, what, cause, next });
  };
  for (const { subscriptionType, propertyName } of ofObjects) {
    const isOfProperty = subscriptionType.endsWith('.propertyChange');
    if (isOfProperty && propertyName === undefined) {
      find(
        'HSM051',
        `${subscriptionType} names no property.`,
        'Each property is subscribed by itself.',
        'Add propertyName.',
      );
    }
    if (!isOfProperty && propertyName !== undefined) {
      const what = `${subscriptionType} names the property ${propertyName}.`;
      find(
        'HSM052',
        what,
        'Only a change of a property has one.',
        'Take propertyName out, or subscribe propertyChange.',
      );
    }
  }
  const seen = new Set<string>();
  for (const each of [...ofObjects, ...hubEvents]) {
    const words = Object.entries(each).flatMap(([key, value]) => (key === 'active' ? [] : [String(value)]));
    const name = words.join(' ');
    if (seen.has(name)) find('HSM055', `"${name}" stands there twice.`, 'One subscription is enough.', 'Keep one.');
    seen.add(name);
  }
  const count = ofObjects.length + hubEvents.length;
  if (count > mostSubscriptions) {
    find('HSM056', `there are ${count} subscriptions.`, `An app may have ${mostSubscriptions}.`, 'Leave some out.');
  }
  if (!hubEvents.some(({ subscriptionType, active }) => subscriptionType === 'contact.privacyDeletion' && active)) {
    const cause = 'Whoever keeps data of people must hear when they are to be forgotten; the marketplace requires it.';
    find('HSM054', 'contact.privacyDeletion is not subscribed.', cause, 'Add it to hubEvents, active.');
  }
  return findings;
}

function checkRights(project: FilledProject, { file, config }: Component<'webhooks'>): Finding[] {
  const app = appOf(project);
  if (app === null) return [];
  const { requiredScopes, optionalScopes = [] } = app.config.auth;
  const { crmObjects = [], legacyCrmObjects = [] } = config.subscriptions;
  const types = [
    ...crmObjects.map(({ objectType }) => objectType),
    ...legacyCrmObjects.map(({ subscriptionType }) => subscriptionType.split('.')[0]!),
  ];
  return [...new Set(types)].flatMap((type): Finding[] => {
    // The names of custom objects begin with p; the documentation has webhooks of them in private apps only.
    if (/^p\d*_/.test(type) && app.config.distribution === 'private') return [];
    const scope = objectScopes[type];
    if (scope === undefined) {
      const cause = `HubSpot’s documentation names ${Object.keys(objectScopes).join(', ')}, and custom objects in private apps.`;
      return [{ code: 'HSM053', file, what: `there are no webhooks of "${type}".`, cause, next: 'Take it out.' }];
    }
    if (requiredScopes.includes(scope) || optionalScopes.includes(scope)) return [];
    const what = `${type} is subscribed, and the app does not ask for ${scope}.`;
    const cause = 'HubSpot tells an app only of what it may read.';
    return [{ code: 'HSM057', file, what, cause, next: 'Ask for the scope, or take the subscription out.' }];
  });
}

import type { Project } from './read-project.ts';
import type { ActionDefinition, HubSpotApp, Subscription, WebhookSettings } from './hubspot-app.ts';

/** Where ids and secrets of new things come from. */
export type Identities = { number(): number; uuid(): string };

/**
 * Makes the project an app. Uploading it again keeps the app's id and secret, the ids of subscriptions that are the same and
 * those of its actions, whose version goes up.
 */
export function registerApp(
  project: Project,
  known: HubSpotApp | null,
  identities: Identities,
  homePortalId: number | null,
): HubSpotApp {
  const { auth } = project.app;
  return {
    appId: known?.appId ?? identities.number(),
    clientId: known?.clientId ?? identities.uuid(),
    clientSecret: known?.clientSecret ?? identities.uuid(),
    projectName: project.name,
    homePortalId,
    uid: project.uid,
    name: project.app.name,
    distribution: project.app.distribution,
    authType: auth.type,
    redirectUrls: auth.redirectUrls,
    requiredScopes: auth.requiredScopes,
    conditionallyRequiredScopes: auth.conditionallyRequiredScopes,
    optionalScopes: auth.optionalScopes,
    permittedUrls: project.app.permittedUrls,
    variables: project.variables,
    webhooks: webhooksOf(project, known?.webhooks ?? null, identities),
    actions: project.actions.map((action) => actionOf(action, known, identities)),
    functions: project.functions.map(({ uid, codeFile, config }) => ({
      uid,
      codeFile,
      secretKeys: config.secretKeys,
      endpoint: config.endpoint ?? null,
    })),
    components: project.components,
  };
}

function webhooksOf(project: Project, known: WebhookSettings | null, identities: Identities): WebhookSettings | null {
  if (project.webhooks === null) return null;
  const { settings, subscriptions } = project.webhooks;
  const wanted: Omit<Subscription, 'subscriptionId'>[] = [
    ...subscriptions.crmObjects.filter(isActive).map(({ subscriptionType, objectType, propertyName }) => ({
      subscriptionType,
      kind: kindOf(subscriptionType),
      objectType,
      propertyName: propertyName ?? null,
    })),
    ...subscriptions.legacyCrmObjects.filter(isActive).map(({ subscriptionType, propertyName }) => ({
      subscriptionType,
      kind: kindOf(subscriptionType),
      objectType: subscriptionType.slice(0, subscriptionType.indexOf('.')),
      propertyName: propertyName ?? null,
    })),
    // Conversations are no records: nothing here changes them.
    ...subscriptions.hubEvents
      .filter((each) => isActive(each) && each.subscriptionType === 'contact.privacyDeletion')
      .map(({ subscriptionType }) => ({
        subscriptionType,
        kind: 'privacyDeletion' as const,
        objectType: 'contact',
        propertyName: null,
      })),
  ];
  const ids = new Map(known?.subscriptions.map((each) => [keyOf(each), each.subscriptionId]));
  return {
    targetUrl: settings.targetUrl,
    maxConcurrentRequests: settings.maxConcurrentRequests,
    subscriptions: wanted.map((each) => ({ ...each, subscriptionId: ids.get(keyOf(each)) ?? identities.number() })),
  };
}

function actionOf(
  { uid, config }: Project['actions'][number],
  known: HubSpotApp | null,
  identities: Identities,
): ActionDefinition {
  const before = known?.actions.find((each) => each.uid === uid);
  return {
    definitionId: before?.definitionId ?? identities.number(),
    version: (before?.version ?? 0) + 1,
    uid,
    actionUrl: config.actionUrl,
    isPublished: config.isPublished,
    requestedProperties: config.objectRequestOptions.properties,
    objectTypes: config.objectTypes,
    inputs: config.inputFields.map(({ typeDefinition, isRequired }) => ({
      name: typeDefinition.name,
      type: typeDefinition.type,
      isRequired,
    })),
    outputs: config.outputFields.map(({ typeDefinition }) => typeDefinition.name),
  };
}

function isActive({ active }: { active: boolean }): boolean {
  return active;
}

function kindOf(subscriptionType: string): Subscription['kind'] {
  return subscriptionType.slice(subscriptionType.lastIndexOf('.') + 1) as Subscription['kind'];
}

function keyOf({ subscriptionType, objectType, propertyName }: Omit<Subscription, 'subscriptionId'>): string {
  return `${subscriptionType} ${objectType} ${propertyName ?? ''}`;
}

import type { RecordChange } from '../../records/record-change.ts';

/** An app as it was uploaded, with what HubSpot gave it. */
export type HubSpotApp = {
  readonly appId: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly projectName: string;
  /** The account that it was uploaded into, where it alone can be; null for one of a developer account. */
  readonly homePortalId: number | null;
  readonly uid: string;
  readonly name: string;
  readonly distribution: 'private' | 'marketplace';
  /** Apps with `static` are installed without redirects and have one token that stays. */
  readonly authType: 'oauth' | 'static';
  readonly redirectUrls: readonly string[];
  readonly requiredScopes: readonly string[];
  readonly conditionallyRequiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly permittedUrls: PermittedUrls;
  /** Of the profile that it was uploaded with; the app's user interface knows them. */
  readonly variables: Readonly<Record<string, string>>;
  readonly webhooks: WebhookSettings | null;
  readonly actions: readonly ActionDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly components: readonly UiComponent[];
};

/** Origins, perhaps with a path, that the app's cards and pages may call or show something of. */
export type PermittedUrls = {
  readonly fetch: readonly string[];
  readonly iframe: readonly string[];
  readonly img: readonly string[];
};

/** Something of the app that people see. */
export type UiComponent = {
  readonly uid: string;
  readonly type: 'card' | 'settings' | 'page' | 'crm-bulk-action';
  /** What people call it by. */
  readonly name: string;
  /** As the extension knows its place. */
  readonly location:
    | 'crm.record.tab'
    | 'crm.record.sidebar'
    | 'crm.preview'
    | 'helpdesk.sidebar'
    | 'crm.bulkActions'
    | 'settings'
    | 'pages';
  /** On the pages of which records it is, such as CONTACT or contacts; none where it is on none. */
  readonly objectTypes: readonly string[];
  /** On this machine. */
  readonly entryFile: string;
  /** How a bulk action is shown; null for anything else. */
  readonly displayMode: 'PANEL' | 'MODAL' | null;
};

export type WebhookSettings = {
  readonly targetUrl: string;
  readonly maxConcurrentRequests: number;
  readonly subscriptions: readonly Subscription[];
};

export type Subscription = {
  readonly subscriptionId: number;
  /** As it is sent: `object.creation`, or `contact.creation` where it was subscribed in the old words. */
  readonly subscriptionType: string;
  readonly kind: RecordChange['kind'];
  /** `contact`, or the name of a custom object. */
  readonly objectType: string;
  readonly propertyName: string | null;
};

/** An action that workflows can use. */
export type ActionDefinition = {
  readonly definitionId: number;
  readonly version: number;
  readonly uid: string;
  readonly actionUrl: string;
  readonly isPublished: boolean;
  /** Properties of the record that are sent along. */
  readonly requestedProperties: readonly string[];
  /** Such as CONTACT; none means all. */
  readonly objectTypes: readonly string[];
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly string[];
};

export type ActionInput = { readonly name: string; readonly type: string; readonly isRequired: boolean };

/** Code of the app that HubSpot executes. */
export type FunctionDefinition = {
  readonly uid: string;
  /** On this machine. It is read anew at each execution. */
  readonly codeFile: string;
  /** The names of the account's secrets that it gets. */
  readonly secretKeys: readonly string[];
  /** Where anybody may call it; null where only the app's user interface does. */
  readonly endpoint: { readonly path: string; readonly methods: readonly string[] } | null;
};

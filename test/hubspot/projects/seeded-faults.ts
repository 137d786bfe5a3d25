import type { BuildOptions } from '../../../hubspot/projects/building/choose-parts.ts';
import type { FindingCode } from '../../../hubspot/projects/validate/finding-codes.ts';
import type { EditableProject } from './editable-project.ts';

/** A fault, put into a good project. */
export type SeededFault = {
  readonly name: string;
  readonly of: BuildOptions['edition'];
  readonly platform?: BuildOptions['platform'];
  readonly features?: BuildOptions['features'];
  readonly change: (project: EditableProject) => void;
  readonly code: FindingCode;
  /** Whether HubSpot's own parser notices it without an account. */
  readonly isSeenByHubSpot: boolean;
};

const app = 'src/app/app-hsmeta.json';
const card = 'src/app/cards/score-card-hsmeta.json';
const settings = 'src/app/settings/settings-hsmeta.json';
const webhooks = 'src/app/webhooks/webhooks-hsmeta.json';
const route = 'src/app/workflow-actions/score-and-route-hsmeta.json';
const take = 'src/app/workflow-actions/take-next-from-pool-hsmeta.json';
const bulk = 'src/app/actions/route-selected-hsmeta.json';
const ui = 'src/app/functions/ui-hsmeta.json';
const endpoint = 'src/app/functions/endpoint-hsmeta.json';
const rule = 'src/app/app-objects/rule-hsmeta.json';
const association = 'src/app/app-object-associations/rule-to-contact-hsmeta.json';
const event = 'src/app/app-events/routed-hsmeta.json';
const profile = 'src/hsprofile.example.json';

type Details = Partial<Pick<SeededFault, 'of' | 'platform' | 'features'>> & { readonly seen?: true };

function fault(code: FindingCode, name: string, change: SeededFault['change'], details: Details = {}): SeededFault {
  const { seen, ...rest } = details;
  return { of: 'marketplace', ...rest, code: code, name: name, change: change, isSeenByHubSpot: seen === true };
}

const seen = { seen: true } as const;
const privately = { of: 'private' } as const;

/** At least one for each code, and for each cause that the code has. */
export const seededFaults: readonly SeededFault[] = [
  // The project and its files.
  fault('HSM001', 'a comma after the last key', (p) => p.replace(card, /\}\s*$/, ',}')),
  fault('HSM001', 'metadata that is a list', (p) => p.add(card, '[]'), seen),
  fault('HSM001', 'a package.json that is cut off', (p) => p.add('src/app/cards/package.json', '{')),
  fault('HSM001', 'a profile that is no JSON', (p) => p.add(profile, 'PUBLIC_URL=https://a.example'), seen),
  fault('HSM001', 'an hsproject.json that is no JSON', (p) => p.add('hsproject.json', 'name: signalbox'), seen),
  fault('HSM002', 'no hsproject.json', (p) => p.remove('hsproject.json'), seen),
  fault('HSM002', 'no platform version', (p) => p.unset('hsproject.json', 'platformVersion'), seen),
  fault('HSM002', 'a source folder that is not there', (p) => p.set('hsproject.json', 'srcDir', 'source'), seen),
  fault('HSM003', 'a platform version that ended', (p) => p.set('hsproject.json', 'platformVersion', '2025.1')),
  fault('HSM003', 'a beta version', (p) => p.set('hsproject.json', 'platformVersion', '2027.03-beta')),

  // Places, types and names.
  fault(
    'HSM004',
    'a card in a folder below cards',
    (p) => p.move(card, 'src/app/cards/deep/score-card-hsmeta.json'),
    seen,
  ),
  fault(
    'HSM004',
    'a card in the folder of the older layout',
    (p) => p.move(card, 'src/app/extensions/a-hsmeta.json'),
    seen,
  ),
  fault('HSM005', 'settings among the cards', (p) => p.move(settings, 'src/app/cards/settings-hsmeta.json')),
  fault('HSM006', 'the type workflowAction', (p) => p.set(route, 'type', 'workflowAction')),
  fault('HSM006', 'the type home', (p) => p.set('src/app/pages/home-hsmeta.json', 'type', 'home')),
  fault('HSM007', 'executionUrl instead of actionUrl beside it', (p) =>
    p.set(route, 'config.executionUrl', 'https://a.example'),
  ),
  fault('HSM007', 'an unknown key beside config', (p) => p.set(card, 'name', 'Signalbox')),
  fault('HSM007', 'an unknown key deep inside', (p) =>
    p.set(take, 'config.inputFields.0.typeDefinition.lable', 'Pool'),
  ),
  fault('HSM007', 'method instead of methods', (p) => p.set(endpoint, 'config.endpoint.method', ['POST']), privately),
  fault('HSM008', 'a card without a name', (p) => p.unset(card, 'config.name')),
  fault('HSM008', 'a component without config', (p) => p.unset(settings, 'config')),
  fault('HSM008', 'an action without isPublished', (p) => p.unset(route, 'config.isPublished')),
  fault('HSM009', 'a display mode in small letters', (p) => p.set(bulk, 'config.displayMode', 'panel')),
  fault('HSM009', 'an authentication that does not exist', (p) => p.set(app, 'config.auth.type', 'apikey')),
  fault('HSM009', 'a field of an unknown type', (p) => p.set(take, 'config.inputFields.0.typeDefinition.type', 'text')),
  fault('HSM009', 'isPublished as a text', (p) => p.set(route, 'config.isPublished', 'true')),
  fault('HSM010', 'a uid with a space', (p) => p.set(card, 'uid', 'signalbox card')),
  fault('HSM010', 'a variable that does not fit into a uid', (p) => p.set(card, 'uid', 'card_${PUBLIC_URL}')),
  fault('HSM010', 'a uid of 65 letters', (p) => p.set(card, 'uid', 'a'.repeat(65))),
  fault('HSM011', 'two cards with one uid', (p) => p.set(card, 'uid', 'signalbox_company_card'), seen),
  fault('HSM012', 'a dependency on nothing', (p) => p.set(card, 'dependencies', { other: 'signalbox_other' })),
  fault('HSM013', 'no app', (p) => p.remove(app)),
  fault('HSM013', 'two apps', (p) => {
    p.copy(app, 'src/app/other-hsmeta.json');
    p.set('src/app/other-hsmeta.json', 'uid', 'other');
  }),
  fault('HSM014', 'two settings', (p) => {
    p.copy(settings, 'src/app/settings/more-hsmeta.json');
    p.set('src/app/settings/more-hsmeta.json', 'uid', 'more');
  }),

  // Code.
  fault('HSM015', 'an entry point that was renamed', (p) => p.set(card, 'config.entrypoint', '/app/cards/card.js')),
  fault('HSM016', 'an entry point in another folder', (p) =>
    p.set(card, 'config.entrypoint', '/app/settings/settings.js'),
  ),
  fault('HSM016', 'an entry point that climbs out', (p) =>
    p.set(card, 'config.entrypoint', '/app/cards/../pages/home.js'),
  ),
  fault('HSM017', 'a card as .mjs', (p) => p.set(card, 'config.entrypoint', '/app/cards/score-card.mjs')),
  fault('HSM017', 'a function in TypeScript', (p) => p.set(ui, 'config.entrypoint', '/app/functions/ui.ts'), privately),
  fault('HSM018', 'cards without a package.json', (p) => p.remove('src/app/cards/package.json')),
  fault('HSM018', 'functions without a package.json', (p) => p.remove('src/app/functions/package.json'), {
    ...privately,
    ...seen,
  }),
  fault('HSM019', 'functions as modules', (p) => p.set('src/app/functions/package.json', 'type', 'module'), privately),
  fault('HSM020', 'a dependency in the repository', (p) => {
    p.set('src/app/cards/package.json', 'dependencies.@signalbox/core', 'file:../../../../core');
  }),
  fault('HSM020', 'a dependency with a capital', (p) =>
    p.set('src/app/cards/package.json', 'dependencies.React', '18.3.1'),
  ),
  fault('HSM021', 'a dependency with another name', (p) => {
    p.replace('src/app/cards/package.json', '@hubspot/ui-extensions', '@hubspot/ui-extension');
  }),
  fault(
    'HSM021',
    'a function that requires a package',
    (p) => p.replace('src/app/functions/ui.js', /$/, "\nrequire('@hubspot/api-client');"),
    privately,
  ),
  fault('HSM022', 'an import from outside', (p) => {
    p.replace('src/app/cards/score-card.js', 'import', "import '../../../../shared/words.js';\nimport");
  }),
  fault('HSM023', 'components of records in settings', (p) => {
    p.replace(
      'src/app/settings/settings.js',
      'import',
      "import { CrmReport } from '@hubspot/ui-extensions/crm';\nimport",
    );
  }),
  fault('HSM023', 'routes of pages on a card', (p) => {
    p.replace('src/app/cards/score-card.js', 'import', "import '@hubspot/ui-extensions/pages';\nimport");
  }),
  fault('HSM023', 'the testing tools on a page', (p) => {
    p.replace('src/app/pages/home.js', 'import', "import '@hubspot/ui-extensions/testing';\nimport");
  }),
  fault('HSM024', 'a card that never extends', (p) =>
    p.replace('src/app/cards/company-card.js', 'hubspot.extend', 'hubspot.show'),
  ),
  fault('HSM024', 'a card that extends something else', (p) => {
    p.replace('src/app/cards/company-card.js', 'hubspot.extend', 'other.extend');
  }),
  fault(
    'HSM025',
    'a function that exports a handler',
    (p) => p.add('src/app/functions/ui.js', 'exports.handler = () => 1;'),
    privately,
  ),
  fault(
    'HSM026',
    'a function of more than a megabyte',
    (p) => {
      p.replace('src/app/functions/ui.js', /$/, `\n// ${'x'.repeat(1_100_000)}`);
    },
    privately,
  ),

  // Variables and profiles.
  fault('HSM027', 'a variable that is misspelt', (p) => p.replace(route, 'PUBLIC_URL', 'PUBLIC_ULR'), seen),
  fault('HSM027', 'a variable that the profile lost', (p) => p.unset(profile, 'variables.SUPPORT_EMAIL'), seen),
  fault('HSM027', 'no profile', (p) => p.remove(profile)),
  fault('HSM028', 'a variable in a dependency', (p) => {
    p.set(card, 'dependencies', { other: 'signalbox_${SUPPORT_EMAIL}' });
  }),
  fault('HSM029', 'a profile without an account', (p) => p.unset(profile, 'accountId')),
  fault('HSM029', 'a profile with a list', (p) => p.set(profile, 'variables.SUPPORT_EMAIL', ['a@b.example']), seen),
  fault('HSM030', 'a profile beside hsproject.json', (p) => p.copy(profile, 'hsprofile.production.json')),

  // The app.
  fault(
    'HSM031',
    'a static token in the marketplace',
    (p) => {
      p.set(app, 'config.distribution', 'marketplace');
      for (const name of ['ui', 'action', 'endpoint']) p.remove(`src/app/functions/${name}-hsmeta.json`);
    },
    privately,
  ),
  fault(
    'HSM032',
    'a redirect with a static token',
    (p) => p.set(app, 'config.auth.redirectUrls', ['https://a.example']),
    privately,
  ),
  fault('HSM032', 'no redirect with oauth', (p) => p.set(app, 'config.auth.redirectUrls', [])),
  fault(
    'HSM033',
    'optional scopes with a static token',
    (p) => p.set(app, 'config.auth.optionalScopes', ['files']),
    privately,
  ),
  fault('HSM034', 'a function in the marketplace', (p) => {
    p.add('src/app/functions/ui-hsmeta.json', {
      uid: 'signalbox_ui',
      type: 'app-function',
      config: { entrypoint: '/app/functions/ui.js', secretKeys: [] },
    });
    p.add('src/app/functions/ui.js', 'exports.main = async () => ({});');
    p.add('src/app/functions/package.json', { name: 'functions', version: '1.0.0' });
  }),
  fault(
    'HSM034',
    'an app object with a static token',
    (p) => {
      p.add(association, {
        uid: 'signalbox_pair',
        type: 'app-object-association',
        config: { firstObjectType: 'CONTACT', secondObjectType: 'COMPANY' },
      });
    },
    privately,
  ),
  fault('HSM035', 'an action on lists below 2026.09', (p) => p.set('hsproject.json', 'platformVersion', '2026.03')),
  fault(
    'HSM035',
    'permissions of a component below 2026.09',
    (p) => p.set(card, 'permissions', { requiredScopes: ['files'] }),
    { platform: '2026.03' },
  ),
  fault('HSM035', 'a user-level app below 2026.09', (p) => p.set(app, 'config.isUserLevel', true), {
    platform: '2026.03',
  }),
  fault('HSM035', 'functions in 2025.2', (p) => p.set('hsproject.json', 'platformVersion', '2025.2'), {
    ...privately,
    platform: '2026.03',
  }),
  fault('HSM036', 'a permitted address with a path', (p) =>
    p.set(app, 'config.permittedUrls.fetch.0', 'https://a.example/ui'),
  ),
  fault('HSM036', 'a permitted address without https', (p) =>
    p.set(app, 'config.permittedUrls.fetch.0', 'http://a.example'),
  ),
  fault('HSM036', 'a permitted address of this machine', (p) =>
    p.set(app, 'config.permittedUrls.fetch.0', 'https://localhost'),
  ),
  fault('HSM036', 'a variable with a path', (p) =>
    p.set(profile, 'variables.PUBLIC_URL', 'https://a.example/signalbox'),
  ),
  fault('HSM037', 'webhooks to http', (p) => p.set(webhooks, 'config.settings.targetUrl', 'http://a.example/hooks')),
  fault('HSM037', 'an action on this machine', (p) => p.set(route, 'config.actionUrl', 'https://127.0.0.1/actions')),
  fault('HSM037', 'a redirect to http', (p) => p.set(app, 'config.auth.redirectUrls.0', 'http://a.example/callback')),
  fault('HSM038', 'a scope that is misspelt', (p) =>
    p.push(app, 'config.auth.requiredScopes', 'crm.objects.contact.read'),
  ),
  fault('HSM038', 'a scope of a component that is misspelt', (p) =>
    p.set(card, 'permissions', { requiredScopes: ['flies'] }),
  ),
  fault('HSM039', 'a scope that is required and optional', (p) =>
    p.push(app, 'config.auth.optionalScopes', 'crm.objects.owners.read'),
  ),
  fault('HSM040', 'oauth without its scope', (p) => p.unset(app, 'config.auth.requiredScopes.0')),
  fault('HSM041', 'a user-level app with a static token', (p) => p.set(app, 'config.isUserLevel', true), privately),
  fault('HSM042', 'nobody to ask', (p) => p.unset(app, 'config.support')),

  // Webhooks.
  fault('HSM050', 'five requests at once', (p) => p.set(webhooks, 'config.settings.maxConcurrentRequests', 5)),
  fault('HSM051', 'a change of no property', (p) =>
    p.unset(webhooks, 'config.subscriptions.crmObjects.5.propertyName'),
  ),
  fault('HSM052', 'the creation of a property', (p) => {
    p.set(webhooks, 'config.subscriptions.crmObjects.0.propertyName', 'email');
  }),
  fault('HSM053', 'webhooks of leads', (p) => {
    p.push(webhooks, 'config.subscriptions.crmObjects', {
      subscriptionType: 'object.creation',
      objectType: 'lead',
      active: true,
    });
  }),
  fault('HSM053', 'webhooks of custom objects in the marketplace', (p) => {
    p.push(webhooks, 'config.subscriptions.crmObjects', {
      subscriptionType: 'object.creation',
      objectType: 'p_rule',
      active: true,
    });
  }),
  fault('HSM054', 'privacy deletions not active', (p) =>
    p.set(webhooks, 'config.subscriptions.hubEvents.0.active', false),
  ),
  fault('HSM054', 'no privacy deletions', (p) => p.set(webhooks, 'config.subscriptions.hubEvents', [])),
  fault('HSM055', 'a subscription twice', (p) => {
    p.push(webhooks, 'config.subscriptions.crmObjects', {
      subscriptionType: 'object.merge',
      objectType: 'contact',
      active: false,
    });
  }),
  fault('HSM056', 'a thousand subscriptions more', (p) => {
    const more = Array.from({ length: 1000 }, (_, place) => ({
      subscriptionType: 'object.propertyChange',
      objectType: 'contact',
      propertyName: `sbx_${place}`,
      active: true,
    }));
    p.push(webhooks, 'config.subscriptions.crmObjects', ...more);
  }),
  fault('HSM057', 'webhooks of tickets without their scope', (p) => {
    p.push(webhooks, 'config.subscriptions.crmObjects', {
      subscriptionType: 'object.creation',
      objectType: 'ticket',
      active: true,
    });
  }),

  // Workflow actions.
  fault('HSM060', 'an input without a label', (p) => p.unset(take, 'config.labels.en.inputFieldLabels.pool')),
  fault('HSM060', 'an output without a label', (p) => p.unset(route, 'config.labels.en.outputFieldLabels.owner_id')),
  fault('HSM061', 'a label for nothing', (p) => p.set(route, 'config.labels.en.outputFieldLabels.owner', 'Owner')),
  fault('HSM061', 'a description for nothing', (p) =>
    p.set(take, 'config.labels.en.inputFieldDescriptions.pol', 'Pool'),
  ),
  fault('HSM062', 'an enumeration without options', (p) => {
    p.set(route, 'config.inputFields.0.typeDefinition.options', []);
  }),
  fault('HSM063', 'an option twice', (p) => {
    p.set(route, 'config.inputFields.0.typeDefinition.options.1.value', 'decide');
  }),
  fault('HSM063', 'an output twice', (p) =>
    p.push(route, 'config.outputFields', { typeDefinition: { name: 'state', type: 'string' } }),
  ),
  fault('HSM064', 'workflows of invoices', (p) => p.push(route, 'config.objectTypes', 'INVOICE')),
  fault('HSM064', 'workflows of contacts in small letters', (p) => p.set(route, 'config.objectTypes', ['contact'])),
  fault('HSM065', 'a card that shows an output', (p) =>
    p.set(take, 'config.labels.en.actionCardContent', 'To {{owner_id}}'),
  ),
  fault('HSM066', 'an output that steers the workflow', (p) => {
    p.push(route, 'config.outputFields', { typeDefinition: { name: 'hs_execution_state', type: 'string' } });
    p.set(route, 'config.labels.en.outputFieldLabels.hs_execution_state', 'State');
  }),
  fault('HSM067', 'a dependency on no input', (p) => {
    p.set(take, 'config.inputFieldDependencies', [
      { dependencyType: 'SINGLE_FIELD', controllingFieldName: 'pol', dependentFieldNames: ['make_owner'] },
    ]);
  }),
  fault('HSM067', 'an execution rule without a text', (p) => {
    p.set(take, 'config.executionRules', [{ labelName: 'nobody', conditions: { basis: 'nobody' } }]);
  }),
  fault('HSM068', 'an agent tool that says nothing', (p) =>
    p.push(route, 'config.supportedClients', { client: 'AGENTS' }),
  ),
  fault('HSM068', 'a tool type for workflows', (p) =>
    p.set(route, 'config.supportedClients.0.toolType', 'TAKE_ACTION'),
  ),
  fault('HSM009', 'an agent tool of an unknown type', (p) => p.set(route, 'config.supportedClients.1.toolType', 'DO'), {
    features: ['agent-tool'],
  }),

  // Cards.
  fault('HSM070', 'the location of older cards', (p) => p.set(card, 'config.location', 'crm.record.middle')),
  fault('HSM070', 'a location with a capital', (p) => p.set(card, 'config.location', 'crm.record.Tab')),
  fault('HSM071', 'a card on contract', (p) => p.set(card, 'config.objectTypes', ['CONTRACT'])),
  fault('HSM071', 'an action on a list of CONTACTs', (p) => p.set(bulk, 'config.objectTypes', ['CONTACTS'])),
  fault('HSM072', 'a card on nothing', (p) => p.set(card, 'config.objectTypes', [])),

  // Functions.
  fault('HSM080', 'a secret with a hyphen', (p) => p.set(ui, 'config.secretKeys.0', 'signalbox-key'), privately),
  fault(
    'HSM081',
    'the token as a secret',
    (p) => p.set(ui, 'config.secretKeys.0', 'PRIVATE_APP_ACCESS_TOKEN'),
    privately,
  ),
  fault(
    'HSM063',
    'a secret twice',
    (p) => p.set(ui, 'config.secretKeys', ['SIGNALBOX_KEY', 'SIGNALBOX_KEY']),
    privately,
  ),
  fault('HSM082', 'a path with a space', (p) => p.set(endpoint, 'config.endpoint.path', 'signal box'), privately),
  fault(
    'HSM082',
    'two functions at one path',
    (p) => {
      p.set(ui, 'config.endpoint', { path: '/signalbox', methods: ['GET'] });
    },
    privately,
  ),
  fault('HSM083', 'an endpoint without a secret', (p) => p.set(endpoint, 'config.secretKeys', []), privately),

  // What HubSpot has to grant.
  fault(
    'HSM090',
    'a title that is no property',
    (p) => p.set(rule, 'config.primaryDisplayLabelPropertyName', 'sbx_titel'),
    {
      features: ['app-object'],
    },
  ),
  fault('HSM090', 'a group that is not there', (p) => p.set(rule, 'config.properties.0.groupName', 'rules'), {
    features: ['app-object'],
  }),
  fault(
    'HSM091',
    'an association with no object',
    (p) => p.set(association, 'config.firstObjectType', 'signalbox_rules'),
    {
      features: ['app-object'],
    },
  ),
  fault('HSM092', 'an event that shows something else', (p) => p.set(event, 'config.headerTemplate', 'To {{owner}}'), {
    features: ['app-event'],
  }),
  fault(
    'HSM062',
    'an event with an empty enumeration',
    (p) => p.set(event, 'config.properties.3.type', 'enumeration'),
    {
      features: ['app-event'],
    },
  ),
  fault('HSM093', 'a proxy for a path', (p) => {
    p.add('src/app/local.json', { proxy: { 'https://a.example/ui': 'http://localhost:8080' } });
  }),
];

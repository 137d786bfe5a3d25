import { createRequire } from 'node:module';
import type { BuiltinType } from './define.ts';
import type * as json from './json/types.ts';
import type * as database from './system/database-types.ts';
import type * as http from './system/http.ts';
import type * as messaging from './system/messaging-types.ts';
import type * as others from './system/other-types.ts';
import type * as pages from './system/page-types.ts';
import type * as rest from './system/rest-types.ts';
import type * as crypto from './text/crypto-type.ts';
import type * as encoding from './text/encoding-type.ts';
import type * as patterns from './text/pattern/pattern-types.ts';
import type * as addresses from './text/url-type.ts';
import type * as uuids from './text/uuid-type.ts';
import type * as time from './time/types.ts';

/** Types whose files are loaded when one of their names is first asked for: many programs need none of them. */
export interface LaterTypes {
  readonly names: readonly string[];
  readonly load: () => readonly BuiltinType[];
}

const load = createRequire(import.meta.url);

function system(...names: readonly string[]): string[] {
  return names.map((each) => `System.${each}`);
}

/** In the order of the support table; a test holds the names against what is loaded. */
export const laterTypes: readonly LaterTypes[] = [
  {
    names: system('EncodingUtil'),
    load: () => [(load('./text/encoding-type.ts') as typeof encoding).encodingBuiltin],
  },
  { names: system('Crypto'), load: () => [(load('./text/crypto-type.ts') as typeof crypto).cryptoBuiltin] },
  {
    names: system('Pattern', 'Matcher'),
    load: () => {
      const { patternBuiltin, matcherBuiltin } = load('./text/pattern/pattern-types.ts') as typeof patterns;
      return [patternBuiltin, matcherBuiltin];
    },
  },
  { names: system('UUID'), load: () => [(load('./text/uuid-type.ts') as typeof uuids).uuidBuiltin] },
  { names: system('URL'), load: () => [(load('./text/url-type.ts') as typeof addresses).urlBuiltin] },
  {
    names: system('Date', 'Datetime', 'Time', 'TimeZone'),
    load: () => (load('./time/types.ts') as typeof time).timeTypes,
  },
  {
    names: system('JSON', 'JSONParser', 'JSONToken', 'JSONGenerator'),
    load: () => (load('./json/types.ts') as typeof json).jsonTypes,
  },
  {
    names: system('Http', 'HttpRequest', 'HttpResponse'),
    load: () => (load('./system/http.ts') as typeof http).httpTypes,
  },
  {
    names: system('RestRequest', 'RestResponse', 'RestContext'),
    load: () => (load('./system/rest-types.ts') as typeof rest).restTypes,
  },
  {
    names: [...system('ApexPages', 'PageReference'), 'ApexPages.Message', 'ApexPages.StandardController'],
    load: () => (load('./system/page-types.ts') as typeof pages).pageTypes,
  },
  {
    names: [
      'System.Messaging',
      'Messaging.Email',
      'Messaging.SingleEmailMessage',
      'Messaging.MassEmailMessage',
      'Messaging.EmailFileAttachment',
      'Messaging.InboundEmail',
      'Messaging.InboundEmail.BinaryAttachment',
      'Messaging.InboundEmail.TextAttachment',
      'Messaging.InboundEmail.Header',
      'Messaging.InboundEmailResult',
      'Messaging.InboundEnvelope',
      'Messaging.SendEmailResult',
      'Messaging.SendEmailError',
      'Messaging.CustomNotification',
    ],
    load: () => (load('./system/messaging-types.ts') as typeof messaging).messagingTypes,
  },
  {
    names: [
      ...system('Database', 'Savepoint'),
      'Database.SaveResult',
      'Database.UpsertResult',
      'Database.DeleteResult',
      'Database.UndeleteResult',
      'Database.EmptyRecycleBinResult',
      'Database.MergeResult',
      'Database.LeadConvertResult',
      'Database.QueryLocator',
      'Database.QueryLocatorIterator',
    ],
    load: () => (load('./system/database-types.ts') as typeof database).databaseTypes,
  },
  {
    names: [
      ...system('Request', 'AsyncOptions', 'BusinessHours', 'FeatureManagement', 'Security', 'SObjectAccessDecision'),
      ...system('Label', 'DomainCreator', 'EventBus', 'Approval', 'AsyncInfo'),
      ...system('QueueableDuplicateSignature', 'QueueableDuplicateSignature.Builder'),
      'EventBus.TriggerContext',
      'EventBus.TestBroker',
      'Database.DMLOptions',
      'Database.DMLOptions.AssignmentRuleHeader',
      'Database.DMLOptions.DuplicateRuleHeader',
      'Database.DMLOptions.EmailHeader',
      'Cache.Org',
      'Cache.Session',
    ],
    load: () => (load('./system/other-types.ts') as typeof others).otherTypes,
  },
];

import { wordsOf } from '../../../core/src/decide/model/words.ts';
import type { Channel } from '../../../core/src/decide/model/submission.ts';
import type { CrmRecord } from '../crm/crm.ts';
import { readStoredInstant } from './read-value.ts';

/** The words that `sbx_channel` may hold. */
const channels: ReadonlySet<string> = new Set<Channel>([
  'webForm',
  'demoRequest',
  'contactEmail',
  'linkedIn',
  'supportTicket',
  'forwardedIntro',
  'chat',
  'interactiveDemo',
  'manual',
  'listImport',
  'migration',
  'integration',
  'unknown',
]);

/** What HubSpot's record sources come to. A source that is not here says nothing of the door. */
const channelBySource: Readonly<Record<string, Channel>> = {
  FORM: 'webForm',
  LEADIN: 'webForm',
  MEETINGS: 'webForm',
  ADS: 'webForm',
  CONVERSATIONS: 'chat',
  BOT: 'chat',
  COMMUNICATOR: 'chat',
  EMAIL: 'contactEmail',
  EMAIL_INTEGRATION: 'contactEmail',
  GMAIL_INTEGRATION: 'contactEmail',
  BCC_TO_CRM: 'contactEmail',
  FORWARD_TO_CRM: 'contactEmail',
  HELP_DESK: 'supportTicket',
  HELP_DESK_AI: 'supportTicket',
  CRM_UI: 'manual',
  CRM_UI_BULK_ACTION: 'manual',
  CONTACTS_WEB: 'manual',
  CONTACTS: 'manual',
  MOBILE_IOS: 'manual',
  MOBILE_ANDROID: 'manual',
  EXTENSION: 'manual',
  SALES: 'manual',
  IMPORT: 'listImport',
  EMAIL_INBOX_IMPORT: 'listImport',
  BATCH_UPDATE: 'listImport',
  MIGRATION: 'migration',
  INTEGRATION: 'integration',
  API: 'integration',
  INTEGRATIONS_PLATFORM: 'integration',
  INTEGRATIONS_SYNC: 'integration',
  PORTAL_OBJECT_SYNC: 'integration',
  BET_CRM_CONNECTOR: 'integration',
  MARKETPLACE: 'integration',
  SALESFORCE: 'integration',
};

/** A form that made the contact is written down some moments after the contact is there. */
const conversionLagMillis = 60_000;

/** What a text says of the channel; null where it is none of the engine's words. */
export function readChannel(stored: string): Channel | null {
  const word = stored.trim();
  return channels.has(word) ? (word as Channel) : null;
}

/**
 * The door through which a contact came in last, as HubSpot tells: a form that was sent after the contact was there goes before
 * what made it, so that whoever was imported once and writes now is no import.
 *
 * Made by IMPORT, no form since → listImport; made by FORM "Request a demo" → demoRequest; made by API, form "Pricing" a week
 * later → webForm.
 */
export function channelOf(contact: CrmRecord): Channel {
  const event = contact.properties['recent_conversion_event_name'] ?? '';
  const since = readStoredInstant(contact.properties['recent_conversion_date'] ?? '');
  if (since.kind === 'read' && since.value > contact.createdAt + conversionLagMillis) {
    return channelOfForm(event, 'webForm');
  }
  const source = sourceOf(contact);
  const channel = Object.hasOwn(channelBySource, source) ? channelBySource[source]! : 'unknown';
  if (channel !== 'webForm') {
    return channel;
  }
  const isOfLinkedIn = source === 'ADS' && isNamed(contact.properties['hs_latest_source_data_1'] ?? '', 'linkedin');
  return isOfLinkedIn ? 'linkedIn' : channelOfForm(event, channel);
}

/** Records that are older than the property say of offline ones in a drill-down what made them. */
function sourceOf(contact: CrmRecord): string {
  const source = contact.properties['hs_object_source'] ?? '';
  const isOffline = contact.properties['hs_latest_source'] === 'OFFLINE';
  return source === '' && isOffline ? (contact.properties['hs_latest_source_data_1'] ?? '') : source;
}

/** The name of a form or page as people give it: "Request a demo | Example". */
function channelOfForm(name: string, otherwise: Channel): Channel {
  if (isNamed(name, 'demo')) {
    return isNamed(name, 'interactive') ? 'interactiveDemo' : 'demoRequest';
  }
  if (isNamed(name, 'linkedin')) {
    return 'linkedIn';
  }
  if (isNamed(name, 'support')) {
    return 'supportTicket';
  }
  return isNamed(name, 'chat') || isNamed(name, 'chatflow') ? 'chat' : otherwise;
}

function isNamed(text: string, word: string): boolean {
  return wordsOf(text.slice(0, 500)).includes(word);
}

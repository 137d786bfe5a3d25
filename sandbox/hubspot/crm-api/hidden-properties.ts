import type { Caller } from '../caller.ts';
import type { KnownType } from '../records/portal-schema.ts';

const mailTexts: ReadonlySet<string> = new Set([
  'hs_email_subject',
  'hs_email_text',
  'hs_email_html',
  'hs_email_headers',
  'hs_body_preview',
]);
const none: ReadonlySet<string> = new Set();

/** What a caller does not see of records that it may read: the text of mails takes a scope of its own. */
export function hiddenProperties(caller: Caller, type: KnownType): ReadonlySet<string> {
  return type.objectTypeId === '0-49' && !caller.scopes.has('sales-email-read') ? mailTexts : none;
}

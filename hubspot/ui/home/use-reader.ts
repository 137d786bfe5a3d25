import { useExtensionContext } from '@hubspot/ui-extensions';
import { readerOf, type Reader } from '../words/reader.ts';

/** Whose language and zone this page is written in. */
export function useReader(): Reader {
  return readerOf(useExtensionContext<'pages'>());
}

/** The path of a contact's record in this portal. */
export function usePathOfContact(): (contactId: string) => string {
  const { portal } = useExtensionContext<'pages'>();
  return (contactId) => `/contacts/${portal.id}/record/0-1/${encodeURIComponent(contactId)}`;
}

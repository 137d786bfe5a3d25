/** Whose language and zone instants and numbers are written in. */
export type Reader = { readonly locale: string; readonly timeZone: string };

/** Of the context of an extension, what says who reads. */
export type ReadingContext = {
  readonly user: { readonly locale?: string | undefined };
  readonly portal: { readonly timezone: string };
};

const usualLocale = 'en';
const usualZone = 'UTC';

/**
 * Who reads. HubSpot tells the user's locale and the portal's zone, so that every instant names its zone. What Intl does not know
 * is read as English or UTC: another hour that says its zone is better than no card.
 *
 * readerOf({ user: { locale: "de_DE" }, portal: { timezone: "Europe/Berlin" } }) → { locale: "de-DE", timeZone: "Europe/Berlin" }
 */
export function readerOf({ user, portal }: ReadingContext): Reader {
  return { locale: knownLocale(user.locale), timeZone: knownZone(portal.timezone) };
}

function knownLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((locale ?? usualLocale).replaceAll('_', '-'))[0] ?? usualLocale;
  } catch {
    return usualLocale;
  }
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat(usualLocale, { timeZone });
    return timeZone;
  } catch {
    return usualZone;
  }
}

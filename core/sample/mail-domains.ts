/** Real free-mail services. Every address on them has a local part that begins with `sample.`. */
export const freeMailByLanguage: Readonly<Record<string, readonly string[]>> = {
  en: ['gmail.com', 'outlook.com', 'yahoo.com', 'hotmail.com', 'icloud.com', 'proton.me'],
  de: ['web.de', 'gmx.de', 'gmail.com', 't-online.de'],
  fr: ['orange.fr', 'gmail.com', 'laposte.net'],
  es: ['gmail.com', 'hotmail.com', 'yahoo.com'],
  pt: ['gmail.com', 'sapo.pt', 'outlook.com'],
  nl: ['gmail.com', 'ziggo.nl'],
  pl: ['wp.pl', 'o2.pl', 'gmail.com'],
  ja: ['yahoo.co.jp', 'gmail.com'],
  other: ['qq.com', 'mail.ru', '163.com', 'gmail.com'],
};

/** Real throw-away services, so that a list-based check has something to find. */
export const disposableDomains: readonly string[] = [
  'mailinator.com',
  'yopmail.com',
  'guerrillamail.com',
  'trashmail.com',
  '10minutemail.com',
  'temp-mail.org',
];

/** Names reserved by RFC 2606 and RFC 6761: nobody can own a domain under them. */
export const reservedEndings: readonly string[] = ['.example', '.test'];

export const ownDomain = 'northlight.example';

export function isAllowedDomain(domain: string): boolean {
  const name = domain.toLowerCase();
  return (
    reservedEndings.some((ending) => name.endsWith(ending)) ||
    disposableDomains.includes(name) ||
    Object.values(freeMailByLanguage).some((domains) => domains.includes(name))
  );
}

import { fold } from '../model/fold.ts';
import type { Int } from '../model/number.ts';
import { replaceText } from '../model/text.ts';

/** An address ready for matching. The canonical form is a key, never shown and never written back. */
export type EmailAddress = {
  /** Lower case, without mailto:, brackets and stray dots. */
  address: string;
  localPart: string;
  domain: string;
  /** As address, without what follows a plus, and without dots where the provider ignores them. */
  matchKey: string;
};

const dotlessDomains: string[] = ['gmail.com', 'googlemail.com'];
const roleNames: string[] = [
  'info',
  'contact',
  'hello',
  'office',
  'sales',
  'support',
  'admin',
  'marketing',
  'team',
  'mail',
  'kontakt',
  'help',
  'billing',
  'service',
  'enquiries',
  'noreply',
  'no-reply',
  'postmaster',
  'webmaster',
  'jobs',
  'hr',
  'press',
];

/**
 * Reads an address out of what was typed; null when there is none in it.
 *
 * readEmail(" <mailto:Ana.Ruiz+demo@Example.COM>. ") → address "ana.ruiz+demo@example.com", matchKey "ana.ruiz@example.com".
 */
export function readEmail(typed: string | null): EmailAddress | null {
  if (typed === null) {
    return null;
  }
  const address = withoutWrapping(replaceText(replaceText(fold(typed), ' @', '@'), '@ ', '@'));
  const at: Int = address.indexOf('@');
  if (at < 1 || address.indexOf('@', at + 1) >= 0 || address.includes(' ')) {
    return null;
  }
  const localPart = address.substring(0, at);
  const domain = address.substring(at + 1);
  if (!isDomain(domain)) {
    return null;
  }
  return { address: address, localPart: localPart, domain: domain, matchKey: matchKeyOf(localPart, domain) };
}

function withoutWrapping(folded: string): string {
  let text = folded;
  const opening: Int = text.indexOf('<');
  if (opening >= 0) {
    text = text.substring(opening + 1);
  }
  if (text.startsWith('mailto:')) {
    text = text.substring(7);
  }
  while (text.length > 0 && '.,;:>)"\' '.includes(text.substring(text.length - 1))) {
    text = text.substring(0, text.length - 1);
  }
  while (text.length > 0 && '("\' '.includes(text.substring(0, 1))) {
    text = text.substring(1);
  }
  return text;
}

/** At least two labels, none of them empty, and nothing that only free text has. */
export function isDomain(domain: string): boolean {
  const dot: Int = domain.indexOf('.');
  if (dot < 1 || domain.endsWith('.') || domain.includes('..') || domain.length > 253) {
    return false;
  }
  return (
    !domain.includes('@') &&
    !domain.includes('/') &&
    !domain.includes(',') &&
    !domain.includes(':') &&
    !domain.includes(' ')
  );
}

function matchKeyOf(localPart: string, domain: string): string {
  const plus: Int = localPart.indexOf('+');
  const untagged = plus > 0 ? localPart.substring(0, plus) : localPart;
  if (dotlessDomains.includes(domain)) {
    return `${replaceText(untagged, '.', '')}@gmail.com`;
  }
  return `${untagged}@${domain}`;
}

/** Whether nobody in particular reads it. isRoleAddress("info") → true. */
export function isRoleAddress(localPart: string): boolean {
  return roleNames.includes(localPart);
}

import { execution } from '../../run/execution.ts';

const known = new Map<string, string>();

/** The running user's locale as Intl names it: 'en_US' → 'en-US'. Endings that Intl refuses, as in sh_BA_USD, are dropped. */
export function userLocale(): string {
  const { locale } = execution();
  let name = known.get(locale);
  if (name === undefined) {
    name = nearestLocale(locale.split('_'));
    known.set(locale, name);
  }
  return name;
}

function nearestLocale(parts: readonly string[]): string {
  try {
    return Intl.getCanonicalLocales(parts.join('-'))[0] ?? 'en-US';
  } catch (error) {
    if (error instanceof RangeError) {
      return parts.length > 1 ? nearestLocale(parts.slice(0, -1)) : 'en-US';
    }
    throw error;
  }
}

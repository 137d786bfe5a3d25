import type { Reporter } from '../reporter.ts';
import { benchRights } from './rights.ts';
import { benchScopes } from './scopes.ts';

const parts = ['rights', 'scopes'];

/** Everything that is claimed of the two apps, or only the named parts: `npm run bench -- hubspot-apps scopes`. */
export async function runHubSpotAppsBench(options: string[], reporter: Reporter): Promise<void> {
  const chosen = parts.filter((part) => options.includes(part));
  const has = (part: string): boolean => chosen.length === 0 || chosen.includes(part);
  if (has('rights')) await benchRights(reporter);
  if (has('scopes')) await benchScopes(reporter);
}

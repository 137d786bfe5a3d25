import type { Reporter } from '../reporter.ts';
import { benchGuide } from './guide.ts';
import { benchPrivate } from './private.ts';
import { benchRights } from './rights.ts';
import { benchScopes } from './scopes.ts';
import { benchStates } from './states.ts';

const parts = ['guide', 'private', 'states', 'rights', 'scopes'];

/** Everything that is claimed of the two apps, or only the named parts: `npm run bench -- hubspot-apps scopes`. With `--guides` the pictures of the guides are made anew; `--state settings` looks at those states alone. */
export async function runHubSpotAppsBench(options: string[], reporter: Reporter): Promise<void> {
  const chosen = parts.filter((part) => options.includes(part));
  const has = (part: string): boolean => chosen.length === 0 || chosen.includes(part);
  if (has('guide')) await benchGuide(reporter);
  if (has('private')) await benchPrivate(reporter);
  if (has('states')) await benchStates(reporter, options.includes('--guides'), wordAfter(options, '--state'));
  if (has('rights')) await benchRights(reporter);
  if (has('scopes')) await benchScopes(reporter);
}

function wordAfter(options: string[], name: string): string | null {
  const place = options.indexOf(name);
  return place < 0 ? null : (options[place + 1] ?? null);
}

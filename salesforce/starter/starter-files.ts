import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPolicy } from '../../core/src/author/policy/read-policy.ts';
import { writePolicy } from '../../core/src/decide/index.ts';
import { document, line } from '../policy-rows/write-xml.ts';

/** Where what an installation begins with stands, from the root of the repository. */
export const starterFolder = 'salesforce/app/setup/staticresources';

/**
 * What an installation begins with, as static resources by file name: the starter policy in the form in which policies are
 * published, and the two long lists of mail domains.
 */
export function starterFiles(root: string): Map<string, string> {
  const core = (file: string): string => readFileSync(path.join(root, 'core', file), 'utf8');
  return new Map([
    ...resource('SbxStarterPolicy', 'The policy that an installation begins with.', publishedText(core)),
    ...resource(
      'SbxFreeMailDomains',
      'Domains at which anybody can have an address, with the licence of the list.',
      withLicence(core('lists/LICENSE.free-mail-domains'), core('lists/free-mail-domains.txt')),
    ),
    ...resource(
      'SbxThrowAwayDomains',
      'Domains of throw-away addresses, with the licence of the list.',
      withLicence(core('lists/LICENSE.disposable-mail-domains'), core('lists/disposable-mail-domains.txt')),
    ),
  ]);
}

function publishedText(core: (file: string) => string): string {
  const { policy, messages } = readPolicy(core('policies/starter.json'), 'starter.json');
  if (policy === null) {
    throw new Error(`core/policies/starter.json is no policy: ${JSON.stringify(messages)}`);
  }
  return writePolicy(policy);
}

/** A licence goes with every copy; lines that begin with # are no entries. */
function withLicence(licence: string, list: string): string {
  const lines = licence.trimEnd().split('\n');
  return `${lines.map((each) => `# ${each}`.trimEnd()).join('\n')}\n${list}`;
}

function resource(name: string, description: string, body: string): [string, string][] {
  const meta = document('StaticResource', [
    line('cacheControl', 'Private'),
    line('contentType', 'text/plain'),
    line('description', description),
  ]);
  return [
    [`${name}.resource-meta.xml`, meta],
    [`${name}.txt`, body],
  ];
}

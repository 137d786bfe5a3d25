import type { Finding } from '../finding.ts';
import { isRecord } from '../parse-json.ts';
import type { ParsedProject, Profile } from '../parsed-project.ts';
import { isOpen, substituteVariables } from '../substitute-variables.ts';

const form = /^[A-Za-z0-9_.-]{1,64}$/;

/** Whether uids have their form and name one component each, and dependencies name uids that are there. */
export function checkUids({ metadata }: ParsedProject, profile: Profile | null): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const { file, uid: written } of metadata) {
    const uid = substituteVariables(written, profile?.variables ?? {});
    // A variable that nobody gives, and a uid that is missing, are said elsewhere.
    if (typeof uid !== 'string' || isOpen(uid)) continue;
    if (!form.test(uid)) {
      const cause = 'HubSpot takes letters, digits, periods, hyphens and underscores, 64 at most.';
      const better = uid.replaceAll(/[^A-Za-z0-9_.-]+/g, '_').slice(0, 64) || 'a name';
      findings.push({ code: 'HSM010', file, what: `the uid is "${uid}".`, cause, next: `Write ${better}.` });
    }
    const owner = owners.get(uid);
    if (owner === undefined) {
      owners.set(uid, file);
    } else {
      const cause = 'HubSpot knows a component by its uid, from one upload to the next.';
      const next = `Choose another; the first is ${owner}.`;
      findings.push({ code: 'HSM011', file, what: `the uid "${uid}" stands there twice.`, cause, next });
    }
  }
  for (const { file, content } of metadata) {
    const named = isRecord(content['dependencies']) ? Object.values(content['dependencies']).flat() : [];
    for (const uid of named) {
      if (typeof uid !== 'string' || isOpen(uid) || owners.has(uid)) continue;
      const what = `it depends on "${uid}", which is not there.`;
      const next = 'Name the uid of a component of this project.';
      findings.push({ code: 'HSM012', file, what, cause: 'Dependencies are uids of the same project.', next });
    }
  }
  return findings;
}

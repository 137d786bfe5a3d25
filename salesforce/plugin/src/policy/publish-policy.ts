import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { policyOfText } from '../../../../core/src/author/run/read-snapshots.ts';
import { writePolicy } from '../../../../core/src/decide/index.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Org } from '../org/org.ts';
import { Problem } from '../problem.ts';
import type { ReplacedRows } from '../results/policy-results.ts';
import { fingerprintOf, workingPolicyOf } from './readable-policy.ts';
import { readWorkingRows } from './read-working-rows.ts';

/** What the org's own publishing says: SbxPublishPolicy.Outcome. */
type Outcome = {
  readonly revisionId: string | null;
  readonly revisionNumber: number | null;
  readonly hash: string | null;
  readonly isUnchanged: boolean;
  readonly findings: readonly { code: string; about: string; found: string }[];
};

type Live = { readonly revisionNumber: number; readonly fingerprint: string; readonly text: string };

export type Published = {
  readonly revisionNumber: number;
  readonly fingerprint: string;
  readonly isUnchanged: boolean;
  readonly policy: Policy;
};

/**
 * Lets the org publish its working rows, and checks what it published: the org's fingerprint has to be that of the same
 * rows here, and its text the one that is written here. SFP007, SFP010: nothing was published. SFP011, SFP012: it was, and
 * somebody has to look.
 */
export async function publishPolicy(org: Org, note: string | null): Promise<Published> {
  const working = workingPolicyOf(await readWorkingRows(org));
  if (working.findings.length > 0) {
    throw new Problem('SFP010', [String(working.findings.length)], working.findings);
  }
  const outcome = await org.ask<Outcome>('POST', '/signalbox/policy/publish', JSON.stringify({ note }));
  if (outcome.findings.length > 0) {
    const details = outcome.findings.map(({ code, about, found }) => `${code}  ${about}: ${found}`);
    throw new Problem('SFP010', [String(details.length)], details);
  }
  const live = await readLive(org);
  if (live.fingerprint !== working.fingerprint || outcome.hash !== working.fingerprint) {
    throw new Problem('SFP011', [String(live.revisionNumber), live.fingerprint, working.fingerprint]);
  }
  return {
    revisionNumber: live.revisionNumber,
    fingerprint: live.fingerprint,
    isUnchanged: outcome.isUnchanged,
    policy: working.policy,
  };
}

/** The live revision. SFP012 where its text is not what is written here of the same policy. */
async function readLive(org: Org): Promise<Live> {
  const live = await org.ask<Live>('GET', '/signalbox/policy/live');
  const isSame = hashText(live.text) === live.fingerprint && writePolicy(policyOfText(live.text)) === live.text;
  if (!isSame) throw new Problem('SFP012', [String(live.revisionNumber)]);
  return live;
}

/**
 * Makes a policy the org's working rows, in one transaction of the org: all rows or none. The org keeps them only where it
 * reads the same policy out of them.
 */
export async function pushPolicy(org: Org, policy: Policy): Promise<ReplacedRows> {
  const path = `/signalbox/policy/rows?fingerprint=${fingerprintOf(policy)}`;
  const { rows } = await org.ask<{ rows: ReplacedRows }>('PUT', path, writePolicy(policy));
  return rows;
}

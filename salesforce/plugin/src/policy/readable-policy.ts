import { toReadableJson } from '../../../../core/sample/readable-json.ts';
import { formatPolicyMessage } from '../../../../core/src/author/policy/policy-message.ts';
import { readPolicy } from '../../../../core/src/author/policy/read-policy.ts';
import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { assemble, checkPolicy, writePolicy, type PolicyRow } from '../../../../core/src/decide/index.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Problem as Finding } from '../../../../core/src/decide/model/problem.ts';
import { Problem } from '../problem.ts';

/** Rows as a policy, with what keeps it from being published. */
export type WorkingPolicy = {
  readonly policy: Policy;
  /** Of the canonical text, by which the org names a revision. */
  readonly fingerprint: string;
  readonly findings: readonly string[];
};

/**
 * Puts rows together. SFP007 where a row cannot be read: a number that is none would be lost in the policy without a word.
 * What else is wrong with the policy, such as a name that nothing has, is a finding.
 */
export function workingPolicyOf(rows: PolicyRow[]): WorkingPolicy {
  if (rows.length === 0) throw new Problem('SFP008');
  const { policy, problems } = assemble(rows);
  const unread = problems.slice(0, problems.length - checkPolicy(policy).length);
  if (unread.length > 0) throw new Problem('SFP007', [String(unread.length)], unread.map(describeFinding));
  return { policy, fingerprint: fingerprintOf(policy), findings: problems.map(describeFinding) };
}

/** The SHA-256 of a policy's canonical text. */
export function fingerprintOf(policy: Policy): string {
  return hashText(writePolicy(policy));
}

/** A policy as a file that people read and edit. */
export function writeReadablePolicy(policy: Policy): string {
  return toReadableJson(policy);
}

/** Reads a policy file's text. SFP009 with everything that is wrong with it. */
export function readPolicyText(text: string, fileName: string): Policy {
  const { policy, messages } = readPolicy(text, fileName);
  if (policy === null) {
    const details = messages.map((message) => formatPolicyMessage(message, fileName));
    throw new Problem('SFP009', [fileName, String(messages.length)], details);
  }
  return policy;
}

function describeFinding({ code, about, found }: Finding): string {
  return `${code}  ${about}: ${found}`;
}

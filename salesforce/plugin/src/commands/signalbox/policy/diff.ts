import path from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { printDifference } from '../../../cli/print-difference.ts';
import { loadMessages, orgFlags, SignalboxCommand } from '../../../cli/signalbox-command.ts';
import type { Org } from '../../../org/org.ts';
import { liveRevision, readRevisions, readRevisionText, revisionNumbered } from '../../../org/revisions.ts';
import { comparePolicies } from '../../../policy/compare-policies.ts';
import { fingerprintOf, readPolicyText, workingPolicyOf } from '../../../policy/readable-policy.ts';
import { readWorkingRows } from '../../../policy/read-working-rows.ts';
import { Problem } from '../../../problem.ts';
import { policyOfText } from '../../../../../../core/src/author/run/read-snapshots.ts';
import type { Policy } from '../../../../../../core/src/decide/model/policy.ts';
import type { PolicyDiffResult } from '../../../results/policy-results.ts';

const messages = loadMessages('policy.diff');

type Side = { name: string; policy: Policy };

export default class PolicyDiff extends SignalboxCommand<PolicyDiffResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', exclusive: ['revision'], summary: messages.getMessage('flags.file.summary') }),
    revision: Flags.integer({ char: 'r', min: 1, summary: messages.getMessage('flags.revision.summary') }),
    'exit-code': Flags.boolean({ default: false, summary: messages.getMessage('flags.exit-code.summary') }),
  };

  public async run(): Promise<PolicyDiffResult> {
    const { flags } = await this.parse(PolicyDiff);
    const fromFile = flags.file === undefined ? null : this.#readSide(flags.file);
    const org = await this.openOrg(flags);
    const before = fromFile ?? (await readRevisionSide(org, flags.revision));
    const rows = await this.count(messages.getMessage('progress'), (tell) => readWorkingRows(org, tell));
    const working = workingPolicyOf(rows);
    const difference = comparePolicies(before.policy, working.policy);
    const isDifferent = difference.changes.length > 0;
    for (const finding of working.findings) this.warn(finding);
    this.log(messages.getMessage(isDifferent ? 'different' : 'same', [before.name]));
    if (isDifferent) printDifference(this, difference);
    if (isDifferent && flags['exit-code']) process.exitCode = 1;
    return {
      comparedWith: before.name,
      isDifferent,
      fingerprintBefore: fingerprintOf(before.policy),
      fingerprintAfter: working.fingerprint,
      findings: [...working.findings],
      difference,
    };
  }

  #readSide(file: string): Side {
    return { name: file, policy: readPolicyText(this.readFile(file), path.basename(file)) };
  }
}

async function readRevisionSide(org: Org, number: number | undefined): Promise<Side> {
  const revisions = await readRevisions(org);
  const revision = number === undefined ? liveRevision(revisions) : revisionNumbered(revisions, number);
  const text = await readRevisionText(org, revision);
  if (text === null) throw new Problem('SFP012', [String(revision.number)]);
  const name = messages.getMessage(number === undefined ? 'liveRevision' : 'revision', [String(revision.number)]);
  return { name, policy: policyOfText(text) };
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { loadMessages, orgFlags, SignalboxCommand } from '../../../cli/signalbox-command.ts';
import { workingPolicyOf, writeReadablePolicy } from '../../../policy/readable-policy.ts';
import { readWorkingRows } from '../../../policy/read-working-rows.ts';
import { Problem } from '../../../problem.ts';
import type { PolicyPullResult } from '../../../results/policy-results.ts';

const messages = loadMessages('policy.pull');

export default class PolicyPull extends SignalboxCommand<PolicyPullResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', required: true, summary: messages.getMessage('flags.file.summary') }),
  };

  public async run(): Promise<PolicyPullResult> {
    const { flags } = await this.parse(PolicyPull);
    const org = await this.openOrg(flags);
    const rows = await this.count(messages.getMessage('progress'), (tell) => readWorkingRows(org, tell));
    const { policy, fingerprint, findings } = workingPolicyOf(rows);
    const file = path.resolve(flags.file);
    try {
      writeFileSync(file, writeReadablePolicy(policy));
    } catch (cause) {
      throw new Problem('SFP013', [file, (cause as Error).message]);
    }
    for (const finding of findings) this.warn(finding);
    const counts = [policy.rules.length, policy.pools.length].map(String);
    this.log(messages.getMessage('done', [flags.file, ...counts, fingerprint]));
    return { file, fingerprint, rows: rows.length, findings: [...findings] };
  }
}

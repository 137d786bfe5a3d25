import path from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { printDifference } from '../../../cli/print-difference.ts';
import { loadMessages, orgFlags, SignalboxCommand } from '../../../cli/signalbox-command.ts';
import type { Org } from '../../../org/org.ts';
import { comparePolicies } from '../../../policy/compare-policies.ts';
import { pushPolicy } from '../../../policy/publish-policy.ts';
import { fingerprintOf, readPolicyText } from '../../../policy/readable-policy.ts';
import { readWorkingRows } from '../../../policy/read-working-rows.ts';
import { assemble } from '../../../../../../core/src/decide/index.ts';
import type { Policy } from '../../../../../../core/src/decide/model/policy.ts';
import type { PolicyDifference, PolicyPushResult } from '../../../results/policy-results.ts';

const messages = loadMessages('policy.push');

export default class PolicyPush extends SignalboxCommand<PolicyPushResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', required: true, summary: messages.getMessage('flags.file.summary') }),
    'dry-run': Flags.boolean({ default: false, summary: messages.getMessage('flags.dry-run.summary') }),
  };

  public async run(): Promise<PolicyPushResult> {
    const { flags } = await this.parse(PolicyPush);
    const policy = readPolicyText(this.readFile(flags.file), path.basename(flags.file));
    const org = await this.openOrg(flags);
    const difference = await this.#compare(org, policy);
    printDifference(this, difference);
    const isDryRun = flags['dry-run'];
    const rows = isDryRun ? null : await this.spin(messages.getMessage('pushing'), () => pushPolicy(org, policy));
    if (rows === null) this.log(messages.getMessage('dryRun'));
    else if (rows.moved + rows.added + rows.removed === 0) this.log(messages.getMessage('same'));
    else this.log(messages.getMessage('done', [rows.stayed, rows.moved, rows.added, rows.removed].map(String)));
    return { fingerprint: fingerprintOf(policy), isDryRun, rows, difference };
  }

  /** What stands in the org may be empty or full of mistakes: pushing is the way to mend it. */
  async #compare(org: Org, policy: Policy): Promise<PolicyDifference> {
    const rows = await this.count(messages.getMessage('comparing'), (tell) => readWorkingRows(org, tell));
    return comparePolicies(assemble(rows).policy, policy);
  }
}

import { Flags } from '@salesforce/sf-plugins-core';
import { loadMessages, orgFlags, SignalboxCommand } from '../../../cli/signalbox-command.ts';
import { publishPolicy } from '../../../policy/publish-policy.ts';
import type { PolicyPublishResult } from '../../../results/policy-results.ts';

const messages = loadMessages('policy.publish');

export default class PolicyPublish extends SignalboxCommand<PolicyPublishResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    note: Flags.string({ char: 'n', summary: messages.getMessage('flags.note.summary') }),
  };

  public async run(): Promise<PolicyPublishResult> {
    const { flags } = await this.parse(PolicyPublish);
    const org = await this.openOrg(flags);
    const { revisionNumber, fingerprint, isUnchanged } = await this.spin(messages.getMessage('progress'), () =>
      publishPolicy(org, flags.note ?? null),
    );
    this.log(
      isUnchanged
        ? messages.getMessage('same', [String(revisionNumber)])
        : messages.getMessage('done', [String(revisionNumber), fingerprint]),
    );
    return { revisionNumber, fingerprint, isUnchanged };
  }
}

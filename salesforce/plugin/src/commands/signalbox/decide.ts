import { Flags } from '@salesforce/sf-plugins-core';
import { loadMessages, orgFlags, SignalboxCommand } from '../../cli/signalbox-command.ts';
import { decideOnTrial } from '../../decide/decide-on-trial.ts';
import type { DecideResult, TrialDecision } from '../../results/decide-result.ts';

const messages = loadMessages('decide');

export default class Decide extends SignalboxCommand<DecideResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    'record-id': Flags.string({
      char: 'i',
      required: true,
      multiple: true,
      summary: messages.getMessage('flags.record-id.summary'),
    }),
  };

  public async run(): Promise<DecideResult> {
    const { flags } = await this.parse(Decide);
    const org = await this.openOrg(flags);
    const decisions = await this.spin(messages.getMessage('progress'), () => decideOnTrial(org, flags['record-id']));
    for (const decision of decisions) this.#print(decision);
    if (decisions.some(({ headline }) => headline === null)) process.exitCode = 1;
    return { decisions };
  }

  #print({ subjectId, state, failure, headline, sections }: TrialDecision): void {
    this.styledHeader(subjectId);
    if (headline === null) {
      this.log(messages.getMessage('notDecided', [state, failure ?? '']));
      return;
    }
    this.log(`${headline}\n`);
    for (const { title, lines } of sections) {
      this.log(title);
      for (const line of lines) this.log(`  ${line}`);
      this.log('');
    }
  }
}

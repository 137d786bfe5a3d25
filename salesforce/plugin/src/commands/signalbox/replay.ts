import path from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { loadMessages, orgFlags, SignalboxCommand } from '../../cli/signalbox-command.ts';
import { printReplay } from '../../cli/print-replay.ts';
import { readSince } from '../../org/since.ts';
import { Snapshots } from '../../org/snapshots.ts';
import { fingerprintOf, readPolicyText } from '../../policy/readable-policy.ts';
import { capture } from '../../replay/captured.ts';
import { replayDraft } from '../../replay/replay-draft.ts';
import { summariseReplay } from '../../replay/summarise-replay.ts';
import { warnOfDraft } from '../../replay/warn-of-draft.ts';
import type { ReplayResult } from '../../results/replay-result.ts';

const messages = loadMessages('replay');

export default class Replay extends SignalboxCommand<ReplayResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', required: true, summary: messages.getMessage('flags.file.summary') }),
    since: Flags.string({ default: '30d', summary: messages.getMessage('flags.since.summary') }),
    limit: Flags.integer({
      default: 10_000,
      min: 1,
      max: 50_000,
      summary: messages.getMessage('flags.limit.summary'),
    }),
  };

  public async run(): Promise<ReplayResult> {
    const { flags } = await this.parse(Replay);
    const draft = readPolicyText(this.readFile(flags.file), path.basename(flags.file));
    const since = readSince(flags.since, Date.now());
    const org = await this.openOrg(flags);
    const snapshots = await Snapshots.of(org);
    const captured = await this.count(messages.getMessage('progress'), (onProgress) =>
      capture(org, snapshots, { since, limit: flags.limit, onProgress }),
    );
    const { decisions, erased, unreadable } = captured;
    if (erased > 0) this.warn(messages.getMessage('erased', [String(erased)]));
    if (unreadable > 0) this.warn(messages.getMessage('unreadable', [String(unreadable)]));
    if (decisions.length + erased + unreadable >= flags.limit) {
      this.warn(messages.getMessage('limited', [String(flags.limit)]));
    }
    for (const warning of warnOfDraft(draft, decisions)) this.warn(warning);
    const summary = summariseReplay(captured, replayDraft(decisions, draft));
    printReplay(this, messages, summary);
    return { fingerprint: fingerprintOf(draft), ...summary };
  }
}

import path from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { writeFileWhole } from '../../../../../core/src/author/run/write-file.ts';
import { historyFlags } from '../../cli/learn-command.ts';
import { loadMessages, orgFlags, SignalboxCommand } from '../../cli/signalbox-command.ts';
import { exportOutcomes, outcomeKeys } from '../../learn/export-outcomes.ts';
import { askQuestion } from '../../learn/question.ts';
import { readSince } from '../../org/since.ts';
import { Problem } from '../../problem.ts';
import type { OutcomesResult } from '../../results/learn-results.ts';

const messages = loadMessages('outcomes');

export default class Outcomes extends SignalboxCommand<OutcomesResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    file: Flags.string({ char: 'f', required: true, summary: messages.getMessage('flags.file.summary') }),
    key: Flags.option({
      options: outcomeKeys,
      default: 'lead-id' as const,
      summary: messages.getMessage('flags.key.summary'),
      description: messages.getMessage('flags.key.description'),
    })(),
    since: Flags.string({ summary: messages.getMessage('flags.since.summary') }),
    'reason-field': historyFlags['reason-field'],
    'lost-status': historyFlags['lost-status'],
  };

  public async run(): Promise<OutcomesResult> {
    const { flags } = await this.parse(Outcomes);
    const now = Date.now();
    const since = flags.since === undefined ? null : readSince(flags.since, now);
    const org = await this.openOrg(flags);
    const question = await askQuestion(org, {
      reasonField: flags['reason-field'],
      lostStatuses: flags['lost-status'],
      neverChanged: undefined,
      outside: null,
    });
    const { text, ...counts } = await this.count(messages.getMessage('progress'), (onProgress) =>
      exportOutcomes(org, question, { key: flags.key, since, now, onProgress }),
    );
    const file = path.resolve(flags.file);
    try {
      writeFileWhole(file, text);
    } catch (cause) {
      throw new Problem('SFP013', [file, (cause as Error).message]);
    }
    if (counts.withoutKey > 0) this.warn(messages.getMessage('withoutKey', [String(counts.withoutKey)]));
    const told = [counts.won, counts.lost, counts.disqualified].map(String);
    this.log(messages.getMessage('done', [flags.file, ...told]));
    return { file, ...counts };
  }
}

import { historyFlags, LearnCommand } from '../../cli/learn-command.ts';
import { loadMessages } from '../../cli/signalbox-command.ts';
import { formatInstant } from '../../../../../core/src/author/cli/write-out.ts';
import { lookAtHistory } from '../../../../../core/src/author/learn/train.ts';
import type { ReviewedDeal } from '../../../../../core/src/author/learn/hygiene/hygiene-report.ts';
import type { HygieneResult } from '../../results/learn-results.ts';

const messages = loadMessages('hygiene');

export default class Hygiene extends LearnCommand<HygieneResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = historyFlags;

  public async run(): Promise<HygieneResult> {
    const { flags } = await this.parse(Hygiene);
    const opened = await this.openHistory(flags);
    const { horizon, labels, hygiene } = lookAtHistory(opened.table, opened.settings, opened.history.state.asOf);
    const counts = { ...labels, count: labels.rows.length };
    this.printLabels(horizon, counts);
    this.printHygiene(hygiene);
    this.#printDeals(hygiene.recentDeals);
    if (hygiene.isStopped) process.exitCode = 1;
    return { ...this.lookedAt(opened, horizon, counts, hygiene), recentDeals: hygiene.recentDeals };
  }

  #printDeals(deals: readonly ReviewedDeal[]): void {
    if (deals.length === 0) return;
    this.table({
      title: messages.getMessage('deals'),
      data: deals.map(({ leadKey, outcome, closedAt, stage, closeReason, faults }) => ({
        lead: leadKey,
        outcome,
        closed: closedAt === null ? '' : formatInstant(closedAt),
        stage: stage ?? '',
        reason: closeReason ?? '',
        faults: faults.join('; '),
      })),
      columns: ['lead', 'outcome', 'closed', 'stage', 'reason', 'faults'],
      overflow: 'wrap',
    });
  }
}

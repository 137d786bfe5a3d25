import { historyFlags, LearnCommand } from '../../cli/learn-command.ts';
import { axisResults, printTraining, printVerdict, verdictOf } from '../../cli/print-training.ts';
import { loadMessages } from '../../cli/signalbox-command.ts';
import type { EvaluateResult } from '../../results/learn-results.ts';

const messages = loadMessages('evaluate');

export default class Evaluate extends LearnCommand<EvaluateResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = historyFlags;

  public async run(): Promise<EvaluateResult> {
    const { flags } = await this.parse(Evaluate);
    const opened = await this.openHistory(flags);
    const training = await this.learn(opened);
    const { horizon, labels, hygiene } = training;
    this.printLabels(horizon, labels);
    this.printHygiene(hygiene);
    printTraining(this, messages, training);
    printVerdict(this, training);
    if (training.fit.kind === 'refused' && training.engagement.kind === 'refused') process.exitCode = 1;
    return {
      ...this.lookedAt(opened, horizon, labels, hygiene),
      axes: axisResults(training),
      verdict: verdictOf(training),
    };
  }
}

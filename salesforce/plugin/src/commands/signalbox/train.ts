import { historyFlags, LearnCommand, type OpenedHistory } from '../../cli/learn-command.ts';
import { axisResults, printTraining, printVerdict, verdictOf } from '../../cli/print-training.ts';
import { loadMessages } from '../../cli/signalbox-command.ts';
import { writeTraining } from '../../learn/write-training.ts';
import { fingerprintOf, workingPolicyOf } from '../../policy/readable-policy.ts';
import { readWorkingRows } from '../../policy/read-working-rows.ts';
import { Problem } from '../../problem.ts';
import type { TrainResult } from '../../results/learn-results.ts';

const messages = loadMessages('train');
const figures = loadMessages('evaluate');

export default class Train extends LearnCommand<TrainResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = historyFlags;

  public async run(): Promise<TrainResult> {
    const { flags } = await this.parse(Train);
    const opened = await this.openHistory(flags);
    const training = await this.learn(opened);
    const { horizon, labels, hygiene } = training;
    this.printLabels(horizon, labels);
    this.printHygiene(hygiene);
    printTraining(this, figures, training);
    printVerdict(this, training);
    const written = writeTraining(opened.kept.folder, opened.question.policy, training);
    this.log(`\n${messages.getMessage('report', [written.report])}`);
    this.log(messages.getMessage('card', [written.card]));
    if (written.draft === null) {
      this.log(messages.getMessage('noDraft'));
      process.exitCode = 1;
    } else {
      this.log(messages.getMessage('draft', [written.draft]));
      await this.#warnOfOtherRows(opened);
      this.log(messages.getMessage('next', [written.draft, written.draft]));
    }
    return {
      ...this.lookedAt(opened, horizon, labels, hygiene),
      axes: axisResults(training),
      verdict: verdictOf(training),
      ...written,
    };
  }

  /** The draft is made of the live revision. What somebody edited since would be taken back by pushing it. */
  async #warnOfOtherRows({ org, question }: OpenedHistory): Promise<void> {
    try {
      const { fingerprint } = workingPolicyOf(await readWorkingRows(org));
      if (fingerprint === fingerprintOf(question.policy)) return;
    } catch (cause) {
      // Rows that are gone or unreadable are no reason to lose a training.
      if (!(cause instanceof Problem)) throw cause;
    }
    this.warn(messages.getMessage('otherRows', [String(question.revisionNumber)]));
  }
}

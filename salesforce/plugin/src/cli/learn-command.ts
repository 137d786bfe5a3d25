import path from 'node:path';
import type { Messages, Org as TargetOrg } from '@salesforce/core';
import { Flags } from '@salesforce/sf-plugins-core';
import { defaultSettings } from '../../../../core/src/author/learn/default-fields.ts';
import type { HygieneReport } from '../../../../core/src/author/learn/hygiene/hygiene-report.ts';
import type { ChosenHorizon } from '../../../../core/src/author/learn/labels/choose-horizon.ts';
import type { LeadTable } from '../../../../core/src/author/learn/table/lead-table.ts';
import { train } from '../../../../core/src/author/learn/train.ts';
import type { LabelCounts, Training, TrainingSettings } from '../../../../core/src/author/learn/training.ts';
import { formatInstant } from '../../../../core/src/author/cli/write-out.ts';
import { newSalt } from '../../../../core/src/author/run/hash-text.ts';
import { KeptHistory } from '../learn/kept-history.ts';
import { askQuestion, type Question } from '../learn/question.ts';
import { readHistory, type ReadHistory } from '../learn/read-history.ts';
import { readOutside } from '../learn/outside-outcomes.ts';
import { tableOfHistory, type OriginCounts } from '../learn/table-of-history.ts';
import { readSince } from '../org/since.ts';
import type { Org } from '../org/org.ts';
import type { LookedAt } from '../results/learn-results.ts';
import { loadMessages, orgFlags, SignalboxCommand } from './signalbox-command.ts';

const messages: Messages<string> = loadMessages('learn');

/** What reading a history takes, whatever is learned from it. */
export const historyFlags = {
  ...orgFlags,
  folder: Flags.string({
    summary: messages.getMessage('flags.folder.summary'),
    description: messages.getMessage('flags.folder.description'),
  }),
  fresh: Flags.boolean({ default: false, summary: messages.getMessage('flags.fresh.summary') }),
  'as-of': Flags.string({ summary: messages.getMessage('flags.as-of.summary') }),
  'horizon-days': Flags.integer({ min: 1, max: 3_650, summary: messages.getMessage('flags.horizon-days.summary') }),
  'landmark-days': Flags.integer({
    default: 0,
    min: 0,
    max: 365,
    summary: messages.getMessage('flags.landmark-days.summary'),
  }),
  'reason-field': Flags.string({
    summary: messages.getMessage('flags.reason-field.summary'),
    description: messages.getMessage('flags.reason-field.description'),
  }),
  'lost-status': Flags.string({
    multiple: true,
    summary: messages.getMessage('flags.lost-status.summary'),
    description: messages.getMessage('flags.lost-status.description'),
  }),
  'unchanged-field': Flags.string({
    multiple: true,
    summary: messages.getMessage('flags.unchanged-field.summary'),
    description: messages.getMessage('flags.unchanged-field.description'),
  }),
  outcomes: Flags.string({
    summary: messages.getMessage('flags.outcomes.summary'),
    description: messages.getMessage('flags.outcomes.description'),
  }),
};

export type HistoryFlags = {
  'target-org': TargetOrg;
  'api-version': string | undefined;
  folder: string | undefined;
  fresh: boolean;
  'as-of': string | undefined;
  'horizon-days': number | undefined;
  'landmark-days': number;
  'reason-field': string | undefined;
  'lost-status': string[] | undefined;
  'unchanged-field': string[] | undefined;
  outcomes: string | undefined;
};

/** A history that was read, as learning takes it. */
export type OpenedHistory = {
  readonly org: Org;
  readonly question: Question;
  readonly kept: KeptHistory;
  readonly history: ReadHistory;
  readonly table: LeadTable;
  readonly origins: OriginCounts;
  readonly settings: TrainingSettings;
};

/** What commands share that learn from an org's past leads: they read, and they change nothing in the org. */
export abstract class LearnCommand<T> extends SignalboxCommand<T> {
  protected async openHistory(flags: HistoryFlags): Promise<OpenedHistory> {
    const now = Date.now();
    const asOf = flags['as-of'] === undefined ? null : readSince(flags['as-of'], now);
    const outside = flags.outcomes === undefined ? null : await readOutside(flags.outcomes);
    const org = await this.openOrg(flags);
    const question = await askQuestion(org, {
      reasonField: flags['reason-field'],
      lostStatuses: flags['lost-status'],
      neverChanged: flags['unchanged-field'],
      outside,
    });
    const kept = new KeptHistory(flags.folder ?? path.join('.signalbox', 'learn', question.orgId));
    const history = await this.count(messages.getMessage('reading'), (onProgress) =>
      readHistory(org, question, kept, { isFresh: flags.fresh, asOf, now, newSalt, onProgress }),
    );
    const { policy } = question;
    const { table, origins } = tableOfHistory(kept, history.state, policy, outside === null ? 'thisCrm' : 'otherCrm');
    const settings = {
      ...defaultSettings(policy),
      horizonDays: flags['horizon-days'] ?? null,
      landmarkDays: flags['landmark-days'],
    };
    const opened = { org, question, kept, history, table, origins, settings };
    this.#tellOfReading(opened);
    return opened;
  }

  /** Learns, and shows how far it is. */
  protected async learn({ question, history, table, settings }: OpenedHistory): Promise<Training> {
    let shown = '';
    this.spinner.start('Learning');
    try {
      return await train(
        table,
        question.policy,
        settings,
        { asOf: history.state.asOf, now: Date.now() },
        {
          onProgress: async (phase, done, all) => {
            const status = all > 1 ? `${phase} ${done}/${all}` : phase;
            if (status !== shown) this.spinner.status = shown = status;
            // A spinner turns only between turns of the event loop.
            await new Promise((resolve) => setImmediate(resolve));
          },
        },
      );
    } finally {
      this.spinner.stop();
    }
  }

  /** Shows what is in place, partial or missing, each with some of the records behind it. */
  protected printHygiene(hygiene: HygieneReport): void {
    const marks = { inPlace: 'in place', partial: 'partial ', missing: 'MISSING ' };
    for (const { grade, code, title, found, next, witnesses } of hygiene.lines) {
      this.log(`${marks[grade]}  ${code}  ${title}: ${found}`);
      if (grade === 'inPlace') continue;
      for (const { leadKey, seen } of witnesses.slice(0, 3)) this.log(`                    ${leadKey}: ${seen}`);
      if (next !== '') this.log(`                  → ${next}`);
    }
    for (const { fieldKey, code, reason } of hygiene.excludedFields) {
      this.log(messages.getMessage('leftOut', [fieldKey, code, reason]));
    }
    this.log(`\n${messages.getMessage(hygiene.isStopped ? 'stopped' : 'sound')}`);
  }

  /** What was looked at, for people. */
  protected printLabels(horizon: ChosenHorizon, labels: LabelCounts): void {
    const { count, wonCount, censoredCount } = labels;
    const told = [String(horizon.days), horizon.reason, ...[count, wonCount, censoredCount].map(String)];
    this.log(messages.getMessage('horizon', told));
  }

  /** What was looked at, for programs. */
  protected lookedAt(
    { question, kept, history, table, origins }: OpenedHistory,
    horizon: ChosenHorizon,
    labels: LabelCounts,
    hygiene: HygieneReport,
  ): LookedAt {
    return {
      folder: kept.folder,
      read: history.origin,
      revision: question.revisionNumber,
      asOf: history.state.asOf,
      leads: table.rowCount,
      leadsFromDecisions: origins.decision,
      leadsFromFields: origins.fields,
      lostStatuses: [...question.lostStatuses],
      reasonField: question.reasonField,
      horizonDays: horizon.days,
      horizonReason: horizon.reason,
      labelled: labels.count,
      won: labels.wonCount,
      censored: labels.censoredCount,
      isStopped: hygiene.isStopped,
      lines: hygiene.lines,
      excludedFields: hygiene.excludedFields,
    };
  }

  #tellOfReading({ question, history, table, origins }: OpenedHistory): void {
    const { lostStatuses, reasonField } = question;
    const { state, origin } = history;
    if (origin === 'goneOn') this.log(messages.getMessage('goneOn'));
    if (origin === 'kept') this.log(messages.getMessage('kept', [formatInstant(state.finishedAt ?? state.asOf)]));
    this.log(messages.getMessage('origins', [table.rowCount, origins.decision, origins.fields].map(String)));
    if (lostStatuses.length === 0) this.warn(messages.getMessage('noLostStatus'));
    else this.log(messages.getMessage('lostStatuses', [lostStatuses.join(', ')]));
    if (reasonField === null) this.warn(messages.getMessage('noReasonField'));
    else this.log(messages.getMessage('reasonField', [reasonField]));
    if (origins.fields > 0 && state.untracked.length > 0) {
      this.warn(messages.getMessage('untracked', [state.untracked.join(', ')]));
    }
  }
}

import type { Messages } from '@salesforce/core';
import type { SfCommand } from '@salesforce/sf-plugins-core';
import type { LearnedCard, RefusedCard, Training } from '../../../../core/src/author/learn/training.ts';
import { judgeTraining } from '../../../../core/src/author/learn/report/judge-training.ts';
import type { AxisResult, VerdictResult } from '../results/learn-results.ts';

/** Both axes, for programs. */
export function axisResults({ fit, engagement }: Training): AxisResult[] {
  return [axisResult(fit), axisResult(engagement)];
}

function axisResult(card: LearnedCard | RefusedCard): AxisResult {
  if (card.kind === 'refused') return card;
  const { axis, isPriorDriven, evaluation, highFrom, weaknesses } = card;
  return {
    axis,
    kind: 'learned',
    isPriorDriven,
    crossValidation: evaluation.crossValidation,
    laterLeads: evaluation.timeSplit?.frozen ?? null,
    tiers: evaluation.timeSplit?.tiers ?? [],
    presentAreaUnderCurve: evaluation.timeSplit?.present?.areaUnderCurve ?? null,
    highFrom,
    weaknesses: [...weaknesses],
  };
}

/** What to do with a training, for programs. */
export function verdictOf(training: Training): VerdictResult {
  const { headline, axes } = judgeTraining(training);
  return { headline, axes };
}

/** Shows what to do with it, as the report begins. */
export function printVerdict(command: SfCommand<unknown>, training: Training): void {
  const { headline, axes } = judgeTraining(training);
  command.log(`\n${headline}`);
  for (const { axis, title, why, next } of axes) command.log(`  ${axis}: ${title}. ${why}\n    → ${next}`);
}

/** Shows how good each axis is on leads it never saw, or why it learned nothing. */
export function printTraining(command: SfCommand<unknown>, messages: Messages<string>, training: Training): void {
  for (const card of [training.fit, training.engagement]) {
    if (card.kind === 'refused') {
      command.log(messages.getMessage('refused', [card.axis, card.code, card.reason, card.next]));
    } else {
      printLearned(command, messages, card);
    }
  }
}

function printLearned(command: SfCommand<unknown>, messages: Messages<string>, card: LearnedCard): void {
  const { axis, evaluation, labelled } = card;
  const { crossValidation, timeSplit } = evaluation;
  const figure = (amount: number): string => amount.toFixed(3);
  const row = (leads: string, { areaUnderCurve, logLoss, baseLogLoss, calibrationError }: Figures) => ({
    leads,
    areaUnderCurve: figure(areaUnderCurve),
    logLoss: figure(logLoss),
    baseLogLoss: figure(baseLogLoss),
    calibrationError: figure(calibrationError),
  });
  const present = timeSplit?.present ?? null;
  const unknown = { logLoss: '', baseLogLoss: '', calibrationError: '' };
  command.table({
    title: `${axis}, ${messages.getMessage('unseen')}`,
    data: [
      row('drawn by chance', crossValidation),
      ...(timeSplit === null ? [] : [row('the latest 30 %', timeSplit.frozen)]),
      ...(present === null
        ? []
        : [{ leads: 'the present card', areaUnderCurve: figure(present.areaUnderCurve), ...unknown }]),
    ],
    columns: [
      'leads',
      { key: 'areaUnderCurve', name: 'area under curve' },
      { key: 'logLoss', name: 'log-loss' },
      { key: 'baseLogLoss', name: 'always the average' },
      { key: 'calibrationError', name: 'calibration error' },
    ],
  });
  for (const { name, count, wonCount, wonShare } of timeSplit?.tiers ?? []) {
    command.log(`  ${name.padEnd(7)} ${(wonShare * 100).toFixed(1).padStart(5)} % of ${count} leads won (${wonCount})`);
  }
  if (card.isPriorDriven) command.log(messages.getMessage('priorDriven', [axis]));
  const told = [axis, ...[card.highFrom, labelled.count, labelled.wonCount].map(String)];
  command.log(messages.getMessage('highFrom', told));
  for (const weakness of card.weaknesses) command.log(messages.getMessage('weakness', [weakness]));
}

type Figures =
  LearnedCard['evaluation']['crossValidation'] | NonNullable<LearnedCard['evaluation']['timeSplit']>['frozen'];

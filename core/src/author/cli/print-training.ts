import type { LearnedCard, RefusedCard, Training } from '../learn/training.ts';
import { printHygiene } from './print-hygiene.ts';
import { bar, percent, plain, tableOf, wordOf } from './write-out.ts';

/** Shows what was learned, how good it is on leads it never saw, or why nothing was. */
export function printTraining(training: Training): void {
  const { labels, horizon } = training;
  printHygiene(training.hygiene);
  console.log(`\n${training.leadCount} leads; a win counts within ${horizon.days} days: ${horizon.reason}.`);
  console.log(
    `${labels.count} have an answer, ${labels.wonCount} of them won; ${labels.censoredCount} are too young for one (${labels.censoredWonCount} already won) and are left out, not counted as lost.`,
  );
  printCard(training.fit);
  printCard(training.engagement);
}

function printCard(card: LearnedCard | RefusedCard): void {
  console.log(`\n${card.axis.toUpperCase()}`);
  if (card.kind === 'refused') {
    console.log(`  Nothing was learned (${card.code}): ${plain(card.reason)}.\n  → ${plain(card.next)}`);
    return;
  }
  const { crossValidation, timeSplit } = card.evaluation;
  if (card.isPriorDriven) {
    console.log('  prior-driven: too few wins to speak alone, so the present card still speaks with them');
  }
  const figure = (amount: number): string => amount.toFixed(3);
  console.log(
    tableOf([
      ['on leads it never saw', 'area under curve', 'log-loss', '(always the average)', 'calibration error'],
      [
        'drawn by chance',
        figure(crossValidation.meanAreaUnderCurve),
        figure(crossValidation.logLoss),
        figure(crossValidation.baseLogLoss),
        figure(crossValidation.calibrationError),
      ],
      ...(timeSplit === null
        ? []
        : [
            [
              'the latest 30 %',
              figure(timeSplit.frozen.areaUnderCurve),
              figure(timeSplit.frozen.logLoss),
              figure(timeSplit.frozen.baseLogLoss),
              figure(timeSplit.frozen.calibrationError),
            ],
            [
              '… calibration following',
              figure(timeSplit.rolling.areaUnderCurve),
              figure(timeSplit.rolling.logLoss),
              figure(timeSplit.rolling.baseLogLoss),
              figure(timeSplit.rolling.calibrationError),
            ],
            ...(timeSplit.present === null
              ? []
              : [['the present card', figure(timeSplit.present.areaUnderCurve), '', '', '']]),
          ]),
    ]),
  );
  for (const tier of timeSplit?.tiers ?? []) {
    console.log(
      `  ${tier.name.padEnd(7)} ${percent(tier.wonCount, tier.count).padStart(7)} of ${tier.count} ${wordOf(tier.count, 'lead')} won  ${bar(tier.wonShare, timeSplit!.tiers[0]!.wonShare, 24)}`,
    );
  }
  console.log(
    `  high from score ${card.highFrom}; from ${card.labelled.count} past leads, ${card.labelled.wonCount} won`,
  );
  for (const { fieldKey, text, own, all } of card.segments.filter(({ isOwnBetter }) => isOwnBetter)) {
    console.log(
      `  ${plain(fieldKey)} ${plain(text)} has laws of its own: ${figure(own.areaUnderCurve)} from its own leads, ${figure(all.areaUnderCurve)} from all`,
    );
  }
  for (const weakness of card.weaknesses) {
    console.log(`  ! ${weakness}`);
  }
}

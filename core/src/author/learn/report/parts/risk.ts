import { alternative } from '../../../report/cards.ts';
import type { Html } from '../../../report/html.ts';
import type { RiskAtCoverage } from '../../confidence/risk-by-coverage.ts';
import type { LearnedCard } from '../../training.ts';
import { riskLine } from '../plots/risk-line.ts';
import { isFigure, percentWords, wholePercentWords } from '../words.ts';
import { number, plainTable, text } from './plain-table.ts';
import { answer, hint, topic } from './topic.ts';

/** Whether it helps to give the leads that the card is least sure of to a person. */
export function layOutRisk({ axis, evaluation: { timeSplit } }: LearnedCard): Html | '' {
  if (timeSplit === null) return '';
  const steps = timeSplit.riskByCoverage;
  const title = 'Wrong decisions as the least sure leads go to a person';
  const description = `${riskWords(steps)} The table below has every number.`;
  return topic('Does it know what it does not know?', [
    answer(riskWords(steps)),
    riskLine({ id: `${axis}-risk`, title, description }, steps),
    hint(
      'Wrong is a won lead that was called low, or another lead that was called high; both kinds weigh the same, so that rare wins are not drowned.',
    ),
    alternative(
      title,
      plainTable(
        title,
        [text('Given to a person'), number('Decided wrongly')],
        steps.map(({ coverage, risk }) => [wholePercentWords(1 - coverage), percentWords(risk)]),
      ),
    ),
  ]);
}

function riskWords(steps: readonly RiskAtCoverage[]): string {
  const all = steps.find(({ coverage }) => coverage === 1);
  const some = steps.find(({ coverage }) => Math.abs(coverage - 0.7) < 0.001);
  if (all === undefined || some === undefined || !isFigure(all.risk) || !isFigure(some.risk)) {
    return 'There are too few leads to say.';
  }
  const figures = `from ${percentWords(all.risk)} to ${percentWords(some.risk)}`;
  return some.risk < all.risk - 0.005
    ? `Yes. When the least sure 30 % go to a person, wrong decisions on the others fall ${figures}.`
    : `No. When the least sure 30 % go to a person, wrong decisions on the others hardly fall: ${figures}.`;
}

import type { Reporter } from '../reporter.ts';
import { benchActivities } from './activities.ts';
import { benchTrainedAgreement } from './agreement.ts';
import { benchBadHistories } from './bad-histories.ts';
import { benchBank } from './bank.ts';
import { benchMillion } from './million.ts';
import { benchOlist } from './olist.ts';
import { benchReference } from './reference.ts';

const parts = new Map<string, (reporter: Reporter) => Promise<void>>([
  ['bank', benchBank],
  ['scikit-learn', benchReference],
  ['olist', benchOlist],
  ['million', benchMillion],
  ['activities', benchActivities],
  ['bad-histories', benchBadHistories],
  ['agreement', benchTrainedAgreement],
]);

/** Everything that is claimed of learning; `npm run bench -- learn bank olist` runs some parts alone. */
export async function runLearnBench(options: string[], reporter: Reporter): Promise<void> {
  const unknown = options.filter((option) => !parts.has(option));
  if (unknown.length > 0) {
    throw new Error(`There is no part ${unknown.join(', ')}; there are ${[...parts.keys()].join(', ')}.`);
  }
  for (const [name, run] of parts) {
    if (options.length === 0 || options.includes(name)) {
      await run(reporter);
    }
  }
}

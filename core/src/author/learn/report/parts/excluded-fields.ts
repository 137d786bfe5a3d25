import { scrolling } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { HygieneReport } from '../../hygiene/hygiene-report.ts';
import { asSentence } from '../words.ts';
import { plainTable, text } from './plain-table.ts';
import { hint, part } from './topic.ts';

/** Fields that would have looked clever and were wrong to use. */
export function layOutExcludedFields({ excludedFields }: HygieneReport): Html {
  if (excludedFields.length === 0) {
    return part('excluded', 'Fields that may not teach', hint('No field had to be left out.'));
  }
  return part('excluded', 'Fields that may not teach', [
    hint(
      'A field that is filled in after the outcome is known, or because of it, would predict the past perfectly and the future not at all. These were left out.',
    ),
    html`<div class="card">
      ${scrolling(
        'Fields that may not teach',
        plainTable(
          'Fields that were left out, each with its reason',
          [text('Field'), text('Reason')],
          excludedFields.map(({ fieldKey, reason, code }) => [
            html`<code>${fieldKey}</code><small>${code}</small>`,
            asSentence(reason),
          ]),
        ),
      )}
    </div>`,
  ]);
}

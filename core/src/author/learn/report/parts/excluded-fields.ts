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
      'A field that knows the outcome, because it is filled in afterwards, would predict the past perfectly and the future not at all. One without values has nothing to say. These were left out.',
    ),
    html`<div class="card">
      ${scrolling(
        'Fields that may not teach',
        plainTable(
          'Left out',
          [text('Fields'), text('Reason')],
          byReason(excludedFields).map(({ fieldKeys, code, reason }) => [
            html`${fieldKeys.map((fieldKey) => html`<code>${fieldKey}</code> `)}<small>${code}</small>`,
            asSentence(reason),
          ]),
        ),
      )}
    </div>`,
  ]);
}

/** Fields with the same reason together, in the order in which the reasons came. */
function byReason(fields: HygieneReport['excludedFields']): { fieldKeys: string[]; code: string; reason: string }[] {
  const rows: { fieldKeys: string[]; code: string; reason: string }[] = [];
  for (const { fieldKey, code, reason } of fields) {
    const known = rows.find((row) => row.code === code && row.reason === reason);
    if (known === undefined) rows.push({ fieldKeys: [fieldKey], code, reason });
    else known.fieldKeys.push(fieldKey);
  }
  return rows;
}

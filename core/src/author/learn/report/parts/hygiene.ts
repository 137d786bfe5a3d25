import { countWords } from '../../../report/charts/percent.ts';
import { scrolling } from '../../../report/cards.ts';
import { html, type Html } from '../../../report/html.ts';
import type { Grade, HygieneLine, HygieneReport } from '../../hygiene/hygiene-report.ts';
import type { Lamp } from '../judge-training.ts';
import { countOf } from '../words.ts';
import { plainTable, text } from './plain-table.ts';
import { hint, part } from './topic.ts';

const gradeNames: Readonly<Record<Grade, { words: string; lamp: Lamp }>> = {
  inPlace: { words: 'in place', lamp: 'green' },
  partial: { words: 'partial', lamp: 'amber' },
  missing: { words: 'missing', lamp: 'red' },
};

/** Whether the history may teach at all: a line for each thing that it must have, the worst first. */
export function layOutHygiene({ lines }: HygieneReport): Html {
  const count = (grade: Grade): number => lines.filter((line) => line.grade === grade).length;
  const lacking = [
    ...lines.filter(({ grade, isStopping }) => grade === 'missing' && isStopping),
    ...lines.filter(({ grade, isStopping }) => grade === 'missing' && !isStopping),
    ...lines.filter(({ grade }) => grade === 'partial'),
  ];
  const inPlace = lines.filter(({ grade }) => grade === 'inPlace');
  return part('hygiene', 'Can this history teach?', [
    hint(
      `${count('inPlace')} in place, ${count('partial')} partial, ${count('missing')} missing. Scores learned from a history that is wrong are wrong with confidence, so this comes first.`,
    ),
    list('lines', lacking),
    list('lines in-place', inPlace),
  ]);
}

function list(kind: string, lines: readonly HygieneLine[]): Html | '' {
  if (lines.length === 0) return '';
  return html`<ul class="card ${kind}">
    ${lines.map(layOutLine)}
  </ul>`;
}

function layOutLine(line: HygieneLine): Html {
  const { words, lamp } = gradeNames[line.grade];
  const stops = line.grade === 'missing' && line.isStopping ? ', stops training' : '';
  return html`<li>
    <h3><span class="grade ${lamp}">${words}${stops}</span> ${line.title} <small>${line.code}</small></h3>
    <p>${line.found}</p>
    ${line.next === '' ? '' : html`<p><strong>What to do:</strong> ${line.next}</p>`}
    ${line.recordCount === 0 ? '' : layOutWitnesses(line)}
  </li>`;
}

function layOutWitnesses({ title, recordCount, witnesses }: HygieneLine): Html {
  const records = `${countOf(recordCount, 'record')} behind it`;
  if (witnesses.length === 0) return html`<p class="hint">${records}.</p>`;
  const shown = witnesses.length < recordCount ? `, ${countWords(witnesses.length)} shown` : '';
  return html`<details>
    <summary>${records}${shown}</summary>
    ${scrolling(
      `Records behind: ${title}`,
      plainTable(
        `Records behind: ${title}`,
        [text('Lead'), text('What was seen')],
        witnesses.map(({ leadKey, seen }) => [html`<code>${leadKey}</code>`, seen]),
      ),
    )}
  </details>`;
}

import type { Explanation } from '../run/explain-lead.ts';
import { inputOfText } from '../run/read-record.ts';
import { plain, withInstants, wordOf } from './write-out.ts';

/** A decision as a readable story, with the person's own words at its end. */
export function printStory({ entry, story, otherRows }: Explanation): void {
  console.log(`${plain(withInstants(story.headline))}\n`);
  for (const section of story.sections) {
    console.log(section.title);
    for (const line of section.lines) {
      console.log(`  ${plain(withInstants(line.text))}`);
    }
    console.log('');
  }
  printOwnWords(entry.personalText);
  console.log(`record: row ${entry.row}, ${entry.decisionHash}`);
  if (otherRows.length > 0) {
    const rows = otherRows.slice(0, 10).map((row) => `"#${row}"`);
    console.log(
      `The same id came in ${otherRows.length} more ${wordOf(otherRows.length, 'time')}; see explain ${rows.join(', ')}`,
    );
  }
}

function printOwnWords(personalText: string | null): void {
  if (personalText === null) {
    console.log('The personal part of this record was erased.\n');
    return;
  }
  const submission = inputOfText(personalText)?.submission;
  const words = [submission?.subject, submission?.message].filter((part) => typeof part === 'string').join('\n');
  if (words !== '') {
    console.log(`In their words\n  ${plain(words).replace(/\n/g, '\n  ')}\n`);
  }
}

import type { Explanation } from '../run/explain-lead.ts';
import { withInstants } from './write-out.ts';

/** A decision as a readable story, with the person's own words at its end. */
export function printStory({ entry, story }: Explanation): void {
  console.log(`${withInstants(story.headline)}\n`);
  for (const section of story.sections) {
    console.log(section.title);
    for (const line of section.lines) {
      console.log(`  ${withInstants(line.text)}`);
    }
    console.log('');
  }
  printOwnWords(entry.personalText);
  console.log(`record: row ${entry.row}, ${entry.decisionHash}`);
}

function printOwnWords(personalText: string | null): void {
  if (personalText === null) {
    console.log('The personal part of this record was erased.\n');
    return;
  }
  const { submission } = JSON.parse(personalText) as { submission: { subject?: string; message?: string } };
  const words = [submission.subject, submission.message].filter((part) => part !== undefined).join('\n');
  if (words !== '') {
    console.log(`In their words\n  ${words.replace(/\n/g, '\n  ')}\n`);
  }
}

import { fieldLabel } from '../model/condition-sentence.ts';
import type { Telling } from './story-names.ts';
import { addLine, type StoryLine } from './story.ts';

/** The one question whose answer would tell most; nothing when all that matters is known. */
export function tellQuestion(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  const position = telling.record.choice.question;
  if (position >= 0 && position < telling.policy.questions.length) {
    const question = telling.policy.questions[position]!;
    addLine(lines, 'question', question.question);
    addLine(
      lines,
      'asksFor',
      `It would tell ${fieldLabel(question.fieldKey, telling.fields)}, the most useful thing not known.`,
    );
  }
  return lines;
}

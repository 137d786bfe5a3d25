import { printLong, type Int, type Long } from '../model/number.ts';

/**
 * One statement of a story. Instants stand in the text as `{at:1700000000000}`, in UTC milliseconds: only the edge knows
 * the reader's zone and language, so the edge writes them out.
 */
export type StoryLine = {
  /** Stable, so that an edge can show one kind of line in its own way. */
  code: string;
  text: string;
  /** What the statement added to a score; 0 where it is not about points. */
  points: Int;
};

/** The answer to one question that a reader has. */
export type StorySection = { code: string; title: string; lines: StoryLine[] };

/** A whole decision in plain words. */
export type Story = { headline: string; sections: StorySection[] };

export function addLine(lines: StoryLine[], code: string, text: string): void {
  lines.push({ code: code, text: text, points: 0 });
}

/** An instant as a placeholder. instantMark(1700000000000) → "{at:1700000000000}". */
export function instantMark(instant: Long): string {
  return `{at:${printLong(instant)}}`;
}

/** Words joined as in a sentence. joinWords(["a", "b", "c"]) → "a, b and c". */
export function joinWords(words: string[]): string {
  if (words.length === 0) {
    return '';
  }
  if (words.length === 1) {
    return words[0]!;
  }
  const parts: string[] = [];
  for (let place: Int = 0; place < words.length - 1; place += 1) {
    parts.push(words[place]!);
  }
  return `${parts.join(', ')} and ${words[words.length - 1]!}`;
}

import { html, type Html } from '../../../../core/src/author/report/html.ts';

/** Writes instants out where the portal is. */
export type Instants = {
  /** "Sat 21 Nov, 18:20:05". */
  readonly shown: (at: number) => Html;
  /** A text of a story with its instants, which stand in it as {at:1700000000000}. */
  readonly written: (text: string) => string;
};

export function instantsIn(timeZone: string): Instants {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const wordsOf = (at: number): string => format.format(at);
  return {
    shown: (at) => html`<time datetime="${new Date(at).toISOString()}">${wordsOf(at)}</time>`,
    written: (text) => text.replace(/\{at:(\d{1,15})\}/g, (_whole, at: string) => wordsOf(Number(at))),
  };
}

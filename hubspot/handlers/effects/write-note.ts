import { html, type Html } from '../../../core/src/author/report/html.ts';
import type { StoryLine } from '../../../core/src/decide/record/story.ts';
import type { DecidedSubject } from './deciding.ts';
import type { NoteEffect } from './effect.ts';
import { noteMarker } from './marker.ts';
import { cutText, plainLine } from './plain-line.ts';
import { withInstants } from './write-instant.ts';

/** HubSpot keeps 65,536 characters of a note. */
const mostCharacters = 60_000;
/** What of it the story may take, so that there is always room for what the person wrote. */
const mostOfStory = 30_000;
const mostLineCharacters = 1_000;

/**
 * The note that tells a decision on the contact's timeline: the story with its instants in the portal's time zone, then what the
 * person wrote, word for word, then the marker. All of it is escaped: labels were typed by ops, values by strangers.
 */
export function writeNote(told: DecidedSubject): NoteEffect {
  const marker = noteMarker(told.decision.plan.decisionKey);
  const story = writeStory(told);
  const ending = html`<p>${marker}</p>`.markup;
  const room = mostCharacters - story.length - ending.length;
  return {
    kind: 'note',
    contactId: told.subject.waiting.contactId,
    marker,
    body: `${story}${writeOwnWords(told, room)}${ending}`,
    at: told.record.decidedAt,
  };
}

function writeStory(told: DecidedSubject): string {
  const written = [html`<p><strong>${lineText(told.story.headline, told)}</strong></p>`.markup];
  let length = written[0]!.length;
  for (const section of told.story.sections) {
    const items = section.lines.map((line) => writeLine(line, told).markup).join('');
    const part = `${html`<p><strong>${section.title}</strong></p>`.markup}<ul>${items}</ul>`;
    if (length + part.length > mostOfStory) {
      written.push(html`<p>The story goes on; all of it stands in the decision's record.</p>`.markup);
      break;
    }
    written.push(part);
    length += part.length;
  }
  return written.join('');
}

function writeLine(line: StoryLine, told: DecidedSubject): Html {
  const points = line.points === 0 ? '' : `${line.points < 0 ? '−' : '+'}${Math.abs(line.points)} `;
  return html`<li>${points}${lineText(line.text, told)}</li>`;
}

function lineText(text: string, told: DecidedSubject): string {
  return plainLine(withInstants(text, told.portalTimeZone), mostLineCharacters);
}

/** Subject and message as they came in, before anything was cut for the record. */
function writeOwnWords(told: DecidedSubject, room: number): string {
  const { subject, message } = told.subject.input.submission;
  const words = [subject ?? '', message ?? '']
    .filter((text) => text.trim() !== '')
    .join('\n\n')
    .toWellFormed();
  if (words === '') {
    return '';
  }
  const [opening, closing] = ['<p><strong>In their words</strong></p><blockquote>', '</blockquote>'];
  const cutLine = '<p>What they wrote is longer; the rest of it stands on the contact.</p>';
  const escaped = escapeWithin(words, room - opening.length - closing.length - cutLine.length);
  return `${opening}${escaped.markup}${closing}${escaped.isWhole ? '' : cutLine}`;
}

/** As much of a text as fits when it is escaped. Neither an escape nor a character is taken apart. */
function escapeWithin(text: string, most: number): { markup: string; isWhole: boolean } {
  let taken = cutText(text, most);
  let markup = escapeText(taken);
  while (markup.length > most && taken !== '') {
    // Counted as if everything that is too long were escapes, so that never more is taken away than has to be.
    taken = cutText(taken, Math.max(0, taken.length - Math.ceil((markup.length - most) / longestEscape)));
    markup = escapeText(taken);
  }
  return { markup, isWhole: taken.length === text.length };
}

/** `&quot;` */
const longestEscape = 6;

function escapeText(text: string): string {
  return html`${text}`.markup.replace(/\r\n|\r|\n/g, '<br>');
}

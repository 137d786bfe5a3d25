/** Well below HubSpot's 65,536 for a value. */
const longestPart = 60_000;

/** At most so many parts: properties are made before anybody knows how long a policy becomes. 1.8 million characters. */
export const mostParts = 30;

/** Stands where a line goes on in the next part. No part of whole lines begins or ends with it. */
const goesOn = '+';

/**
 * A revision's text in parts that a property keeps as they are: whole lines, joined by line breaks, without the break at the
 * end. A line that is longer than a part goes on in the next one, with a plus sign on both sides of the cut. So no part
 * begins or ends with a blank, which a property would lose.
 */
export function cutText(text: string, longest: number = longestPart): string[] {
  const parts: string[] = [];
  let lines: string[] = [];
  let length = 0;
  const close = (): void => {
    if (lines.length > 0) parts.push(lines.join('\n'));
    lines = [];
    length = 0;
  };
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.length > longest) {
      close();
      parts.push(...cutLine(line, longest));
      continue;
    }
    if (length + line.length + 1 > longest) close();
    lines.push(line);
    length += line.length + 1;
  }
  close();
  return parts;
}

function cutLine(line: string, longest: number): string[] {
  const pieces: string[] = [];
  const room = longest - 2;
  for (let first = 0; first < line.length; first += room) {
    const before = first === 0 ? '' : goesOn;
    const after = first + room < line.length ? goesOn : '';
    pieces.push(`${before}${line.slice(first, first + room)}${after}`);
  }
  return pieces;
}

/** The text of which the parts were cut, whatever the portal did to line breaks. */
export function joinParts(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    const lines = part.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    if (text === '') {
      text = lines;
    } else if (lines.startsWith(goesOn) && text.endsWith(goesOn)) {
      text = text.slice(0, -1) + lines.slice(1);
    } else {
      text = `${text}\n${lines}`;
    }
  }
  return `${text}\n`;
}

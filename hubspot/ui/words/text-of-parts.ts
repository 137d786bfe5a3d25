import type { CardLine, CardPart } from '../../handlers/card/card-data.ts';
import type { Reader } from './reader.ts';
import { signedPoints } from './signed-points.ts';
import { writeInstant } from './write-instant.ts';

/** A line in words, its instants in the reader's language and zone. */
export function textOfParts(parts: readonly CardPart[], reader: Reader, now: number): string {
  return parts.map((part) => ('text' in part ? part.text : writeInstant(part.at, reader, now))).join('');
}

/** A line with what it added to a score before it: "+31 Company size 500". */
export function textOfLine({ parts, points }: CardLine, reader: Reader, now: number): string {
  const words = textOfParts(parts, reader, now);
  return points === 0 ? words : `${signedPoints(points)} ${words}`;
}

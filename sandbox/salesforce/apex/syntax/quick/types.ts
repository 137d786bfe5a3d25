import type { TypeName } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { inDoubt } from './in-doubt.ts';

/** The position behind a type that starts at a position; -1 where none does. */
export function behindType(cursor: Cursor, position: number): number {
  let at = position;
  for (;;) {
    if (!startsTypePart(cursor, at)) {
      return -1;
    }
    at += 1;
    if (cursor.tokenAt(at).name === '<') {
      at = behindArguments(cursor, at);
      return at < 0 ? at : behindSubscripts(cursor, at);
    }
    if (cursor.tokenAt(at).name !== '.' || !startsTypePart(cursor, at + 1)) {
      return behindSubscripts(cursor, at);
    }
    at += 1;
  }
}

/** A type as written, with arrays as lists. */
export function takeType(cursor: Cursor): TypeName {
  const place = cursor.place();
  const parts = [startsTypePart(cursor, cursor.position) ? cursor.take().text : inDoubt()];
  while (cursor.sees('.') && startsTypePart(cursor, cursor.position + 1)) {
    cursor.take();
    parts.push(cursor.take().text);
  }
  let type: TypeName = { place, parts, args: takeArguments(cursor) };
  while (cursor.sees('[') && cursor.next.name === ']') {
    cursor.take();
    cursor.take();
    type = { place, parts: ['List'], args: [type] };
  }
  return type;
}

export function takeArguments(cursor: Cursor): TypeName[] {
  const types: TypeName[] = [];
  if (cursor.passes('<')) {
    types.push(...takeTypes(cursor));
    cursor.expects('>');
    // A name behind type arguments is no type of Apex.
    if (cursor.sees('.') && cursor.next.name !== 'class') {
      inDoubt();
    }
  }
  return types;
}

export function takeTypes(cursor: Cursor): TypeName[] {
  const types = [takeType(cursor)];
  while (cursor.passes(',')) {
    types.push(takeType(cursor));
  }
  return types;
}

function startsTypePart(cursor: Cursor, position: number): boolean {
  const { kind, name } = cursor.tokenAt(position);
  return kind === 'word' && (name === 'list' || name === 'map' || cursor.seesName(position));
}

function behindArguments(cursor: Cursor, opening: number): number {
  let at = opening;
  do {
    at = behindType(cursor, at + 1);
    if (at < 0) {
      return -1;
    }
  } while (cursor.tokenAt(at).name === ',');
  return cursor.tokenAt(at).name === '>' ? at + 1 : -1;
}

function behindSubscripts(cursor: Cursor, position: number): number {
  let at = position;
  while (cursor.tokenAt(at).name === '[' && cursor.tokenAt(at + 1).name === ']') {
    at += 2;
  }
  return at;
}

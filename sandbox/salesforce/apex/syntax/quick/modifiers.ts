import type { Annotation, Modifiers } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { inDoubt } from './in-doubt.ts';
import { takeText, takeWhole } from './literals.ts';

const words = new Set(
  'global public protected private transient static abstract final webservice override virtual testmethod'.split(' '),
);
const beforeSharing = new Set(['with', 'without', 'inherited']);

/** Whether an annotation or a modifier stands here. "transient" is also a name, where no type follows it. */
export function startsModifier(cursor: Cursor): boolean {
  const { kind, name } = cursor.token;
  if (name === '@') {
    return true;
  }
  return (
    kind === 'word' &&
    (beforeSharing.has(name)
      ? cursor.next.name === 'sharing'
      : words.has(name) && (name !== 'transient' || cursor.next.kind === 'word'))
  );
}

export function takeModifiers(cursor: Cursor): Modifiers {
  const found: string[] = [];
  const annotations: Annotation[] = [];
  while (startsModifier(cursor)) {
    if (cursor.sees('@')) {
      annotations.push(takeAnnotation(cursor));
      continue;
    }
    const word = beforeSharing.has(cursor.token.name) ? `${cursor.take().name} sharing` : cursor.token.name;
    cursor.take();
    if (found.includes(word)) {
      inDoubt();
    }
    found.push(word);
  }
  return { words: found, annotations };
}

function takeAnnotation(cursor: Cursor): Annotation {
  const place = cursor.place();
  cursor.take();
  const name = cursor.takeName().toLowerCase();
  const settings: [string, string][] = [];
  if (cursor.passes('(') && !cursor.passes(')')) {
    if (cursor.next.name === '=') {
      do {
        const setting = cursor.takeName().toLowerCase();
        cursor.expects('=');
        settings.push([setting, takeSetting(cursor)]);
        if (cursor.passes(',') && cursor.sees(')')) {
          inDoubt();
        }
      } while (!cursor.passes(')'));
    } else {
      settings.push(['value', takeSetting(cursor)]);
      cursor.expects(')');
    }
  }
  return { place, name, settings };
}

function takeSetting(cursor: Cursor): string {
  const { kind, name } = cursor.token;
  if (kind === 'string' || kind === 'number') {
    const place = cursor.place();
    const literal = kind === 'string' ? takeText(cursor, place) : takeWhole(cursor, false, place);
    return literal.kind === 'literal' ? literal.text : inDoubt();
  }
  return kind === 'word' && /^(?:true|false|null)$/.test(name) ? cursor.take().name : inDoubt();
}

import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import type { Org } from './org.ts';
import { textOrNull } from './read-values.ts';

/**
 * A long text that the package keeps in parts, as the package's SbxRevisionText puts it together: whole lines, a line break
 * between parts and at the end. Null where the parts do not come out as the text of that fingerprint.
 *
 * Example: `await readParts(org, { object: 'SbxRevisionPart__c', parent: 'Revision__c', id, fingerprint })`.
 */
export async function readParts(
  org: Org,
  { object, parent, id, fingerprint }: { object: string; parent: string; id: string; fingerprint: string },
): Promise<string | null> {
  const parts = await org.selectAll(
    object,
    ['Position__c', 'Text__c'],
    `WHERE ${parent} = '${plainId(id)}' ORDER BY Position__c, Id`,
  );
  const text = putTogether(parts.map((part) => textOrNull(part, 'Text__c') ?? ''));
  return hashText(text) === fingerprint ? text : null;
}

/** Example: `putTogether(['a\r\nb', 'c'])` is `'a\nb\nc\n'`. */
export function putTogether(parts: readonly string[]): string {
  return `${parts.join('\n').replaceAll('\r\n', '\n')}\n`;
}

/** Ids come from the org itself; nothing else may become part of a query. */
function plainId(id: string): string {
  if (!/^[A-Za-z0-9]{15,18}$/.test(id)) throw new Error(`"${id}" is not an id.`);
  return id;
}

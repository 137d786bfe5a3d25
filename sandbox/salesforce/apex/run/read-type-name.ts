import type { TypeName } from '../syntax/nodes.ts';

const place = { line: 0, column: 0 };

/** Reads a type's name from data: readTypeName('Map<String, List<Foo>>'). Null where it is no name of a type. */
export function readTypeName(text: string): TypeName | null {
  const trimmed = text.trim();
  if (trimmed.endsWith('[]')) {
    const element = readTypeName(trimmed.slice(0, -2));
    return element === null ? null : { place, parts: ['List'], args: [element] };
  }
  const open = trimmed.indexOf('<');
  const parts = (open < 0 ? trimmed : trimmed.slice(0, open)).split('.').map((each) => each.trim());
  if (!parts.every((each) => /^\w+$/.test(each))) {
    return null;
  }
  if (open < 0) {
    return { place, parts, args: [] };
  }
  if (!trimmed.endsWith('>')) {
    return null;
  }
  const args = splitArguments(trimmed.slice(open + 1, -1)).map(readTypeName);
  return args.includes(null) ? null : { place, parts, args: args as TypeName[] };
}

function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    if (character === ',' && depth === 0) {
      parts.push('');
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return parts;
}

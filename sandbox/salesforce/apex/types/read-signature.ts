import { typeOf, voidType, type ApexType } from './apex-type.ts';

export interface Signature {
  readonly name: string;
  readonly returns: ApexType;
  readonly parameters: readonly ApexType[];
}

/** A type's own parameter inside the signatures of its members: typeVariable('T').key → "?T". */
export function typeVariable(name: string): ApexType {
  return typeOf(`?${name}`);
}

/**
 * Reads a type as signatures write it: readTypeText('Map<String, Object>', []).key →
 * "System.Map<System.String,System.Object>". `variables` are the type parameters of the type that the text belongs to.
 */
export function readTypeText(text: string, variables: readonly string[]): ApexType {
  const trimmed = text.trim();
  if (trimmed.endsWith('[]')) {
    return typeOf('System.List', [readTypeText(trimmed.slice(0, -2), variables)]);
  }
  const open = trimmed.indexOf('<');
  if (open < 0) {
    return variables.includes(trimmed) ? typeVariable(trimmed) : typeOf(qualify(trimmed));
  }
  const inside = trimmed.slice(open + 1, trimmed.lastIndexOf('>'));
  return typeOf(
    qualify(trimmed.slice(0, open).trim()),
    splitAtCommas(inside).map((each) => readTypeText(each, variables)),
  );
}

/** Reads `Boolean contains(String substring)`; a constructor's key, `(Integer size)`, has no name and returns nothing. */
export function readSignature(text: string, variables: readonly string[]): Signature {
  const open = text.indexOf('(');
  const head = text.slice(0, open).trim();
  const space = head.lastIndexOf(' ');
  const inside = text.slice(open + 1, text.lastIndexOf(')')).trim();
  return {
    name: head.slice(space + 1),
    returns: space < 0 ? voidType : readTypeText(head.slice(0, space), variables),
    parameters: inside === '' ? [] : splitAtCommas(inside).map((each) => readTypeText(withoutName(each), variables)),
  };
}

/** The name in a signature's text, without reading the rest: nameInSignature('Integer size()') → "size". */
export function nameInSignature(text: string): string {
  const open = text.indexOf('(');
  const head = (open < 0 ? text : text.slice(0, open)).trimEnd();
  return head.slice(head.lastIndexOf(' ') + 1);
}

/** `Integer year` → the type before the name. */
export function readPropertyType(text: string, variables: readonly string[]): ApexType {
  return readTypeText(withoutName(text), variables);
}

/** Puts types for the type variables: substitute(List<?T>, T → String) is List<String>. */
export function substitute(type: ApexType, variables: readonly string[], args: readonly ApexType[]): ApexType {
  if (type.name.startsWith('?')) {
    const index = variables.indexOf(type.name.slice(1));
    return args[index] ?? typeOf('System.Object');
  }
  return type.args.length === 0
    ? type
    : typeOf(
        type.name,
        type.args.map((each) => substitute(each, variables, args)),
      );
}

function qualify(name: string): string {
  return name === 'void' || name.includes('.') || name.includes(':') ? name : `System.${name}`;
}

function withoutName(parameter: string): string {
  const text = parameter.trim();
  const space = text.lastIndexOf(' ');
  // A blank inside <…> belongs to the type: a parameter may be written without a name.
  return space < 0 || text.indexOf('>', space) >= 0 ? text : text.slice(0, space);
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '<') {
      depth += 1;
    } else if (character === '>') {
      depth -= 1;
    } else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

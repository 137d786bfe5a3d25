/** An element of a metadata file and the line on which it begins. `text` is what stands directly within it. */
export type MetadataElement = {
  name: string;
  attributes: string;
  line: number;
  children: MetadataElement[];
  text: string;
};

/** Why a text is no well-formed metadata file. */
export class NotWellFormed extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const markup =
  /<!--[\s\S]*?-->|<\?xml[^?]*\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a metadata file. Throws `NotWellFormed` where a tag is not closed, closes another or is none.
 *
 * Example: `readMetadata('<Queue>\n<name>A</name></Queue>').children[0]` has the name `'name'`, the text `'A'`, line 2.
 */
export function readMetadata(text: string): MetadataElement {
  const root: MetadataElement = { name: '', attributes: '', line: 1, children: [], text: '' };
  const open = [root];
  let position = 0;
  let line = 1;
  const fail = (message: string): never => {
    throw new NotWellFormed(line, message);
  };
  const advance = (end: number): string => {
    const passed = text.slice(position, end);
    line += passed.split('\n').length - 1;
    position = end;
    return passed;
  };
  while (position < text.length) {
    const next = text.indexOf('<', position);
    const parent = open.at(-1) ?? root;
    parent.text += readCharacters(advance(next < 0 ? text.length : next), fail);
    if (next < 0) break;
    markup.lastIndex = next;
    const [whole, slash, name, attributes = '', selfClosing] = markup.exec(text) ?? fail('This is no tag.');
    if (name !== undefined && slash === '/') {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed === undefined) fail(`</${name}> closes nothing.`);
      else if (closed.name !== name) fail(`</${name}> closes <${closed.name}> of line ${closed.line}.`);
    } else if (name !== undefined) {
      const element = { name, attributes, line, children: [], text: '' };
      parent.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
    advance(next + whole.length);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined && unclosed !== root) fail(`<${unclosed.name}> of line ${unclosed.line} is not closed.`);
  const [only] = root.children;
  if (only === undefined || root.children.length > 1 || root.text.trim() !== '') {
    return fail('There is not one element with everything in it.');
  }
  return only;
}

/** The texts of all descendants at a path. Example: `textsAt(root, 'classAccesses', 'apexClass')`. */
export function elementsAt(element: MetadataElement, ...path: string[]): MetadataElement[] {
  const [first, ...rest] = path;
  if (first === undefined) return [element];
  return element.children.filter((child) => child.name === first).flatMap((child) => elementsAt(child, ...rest));
}

/** The text of the first descendant at a path; '' when there is none. Example: `textAt(field, 'type')` is `'Text'`. */
export function textAt(element: MetadataElement, ...path: string[]): string {
  return elementsAt(element, ...path)[0]?.text.trim() ?? '';
}

function readCharacters(text: string, fail: (message: string) => never): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
    if (code !== null) {
      return String.fromCodePoint(code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16));
    }
    return entities[name] ?? fail(`${whole} is no entity of XML.`);
  });
}

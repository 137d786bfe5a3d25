/** An element of a metadata file. `text` is what stands directly within it, without the white space around. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A comment, the declaration at the head, or a tag: nothing else begins with "<" in a metadata file. */
const markup =
  /<!--[\s\S]*?-->|<\?xml[^?]*\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/**
 * Reads a metadata file: readXml('<a><b>1</b></a>', 'a.xml').children[0]?.text → "1". What metadata files do not use (document
 * types, processing instructions, CDATA) is refused with its place.
 */
export function readXml(text: string, fileName: string): XmlElement {
  const fail = (position: number, problem: string): never => {
    const line = text.slice(0, position).split('\n').length;
    throw new Error(`${fileName}:${String(line)} ${problem}`);
  };
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position < text.length) {
    const next = text.indexOf('<', position);
    const end = next < 0 ? text.length : next;
    const written = text.slice(position, end);
    const parent = open.at(-1);
    if (parent === undefined && written.trim() !== '') {
      fail(position, 'There is text outside of the root element.');
    } else if (parent !== undefined) {
      parent.text += readCharacters(written, (problem) => fail(position, problem));
    }
    if (next < 0) {
      break;
    }
    markup.lastIndex = next;
    const [whole, slash, name, attributes = '', selfClosing] = markup.exec(text) ?? fail(next, 'This is no tag.');
    position = next + whole.length;
    if (name === undefined) {
      continue;
    }
    if (slash === '/') {
      const closed = open.pop();
      if (closed?.name !== name) {
        fail(next, `</${name}> closes ${closed === undefined ? 'nothing' : `<${closed.name}>`}.`);
      } else {
        root = close(closed, open, root, () => fail(next, 'There is a second root element.'));
      }
      continue;
    }
    const made = {
      name,
      attributes: readAttributes(attributes, (problem) => fail(next, problem)),
      children: [],
      text: '',
    };
    if (selfClosing === '/') {
      root = close(made, open, root, () => fail(next, 'There is a second root element.'));
    } else {
      open.push(made);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    fail(text.length, `<${unclosed.name}> is not closed.`);
  }
  return root ?? fail(0, 'There is no element.');
}

function close(
  made: OpenElement,
  open: readonly OpenElement[],
  root: XmlElement | null,
  fail: () => never,
): XmlElement | null {
  const element = { ...made, text: made.text.trim() };
  const parent = open.at(-1);
  if (parent !== undefined) {
    parent.children.push(element);
    return root;
  }
  return root === null ? element : fail();
}

function readAttributes(text: string, fail: (problem: string) => never): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    found.set(name, readCharacters(value.slice(1, -1), fail));
  }
  return found;
}

function readCharacters(text: string, fail: (problem: string) => never): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
    if (code !== null) {
      return String.fromCodePoint(code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16));
    }
    return entities[name] ?? fail(`${whole} is no entity of XML.`);
  });
}

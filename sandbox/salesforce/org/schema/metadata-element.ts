import type { XmlElement } from './read-xml.ts';

/** What a metadata file says, read by the names of its elements; a name that nobody asks for is an error of the file. */
export class MetadataElement {
  readonly place: string;
  private readonly element: XmlElement;

  constructor(element: XmlElement, place: string) {
    this.element = element;
    this.place = place;
  }

  get text(): string {
    return this.element.text;
  }

  attribute(name: string): string | null {
    return this.element.attributes.get(name) ?? null;
  }

  /** Refuses elements that are neither read nor known to say nothing about data: refuseOthers(['label', 'type']). */
  refuseOthers(known: ReadonlySet<string>): void {
    const other = this.element.children.find((each) => !known.has(each.name));
    if (other !== undefined) {
      throw new Error(
        `${this.place}: <${other.name}> is not known in <${this.element.name}>. Next: check its spelling.`,
      );
    }
  }

  /** Of the elements within it, each as often as it stands there. */
  names(): string[] {
    return this.element.children.map((each) => each.name);
  }

  all(name: string): MetadataElement[] {
    return this.element.children
      .filter((each) => each.name === name)
      .map((each) => new MetadataElement(each, this.place));
  }

  first(name: string): MetadataElement | null {
    return this.all(name)[0] ?? null;
  }

  read(name: string): string | null {
    return this.first(name)?.text ?? null;
  }

  /** As `read`, for what a file must say. */
  demand(name: string): string {
    const found = this.read(name);
    if (found === null || found === '') {
      throw new Error(`${this.place}: <${name}> is missing in <${this.element.name}>.`);
    }
    return found;
  }

  readBoolean(name: string, usual = false): boolean {
    const text = this.read(name);
    if (text !== null && text !== 'true' && text !== 'false') {
      throw new Error(`${this.place}: <${name}> is ${text}, which is neither true nor false.`);
    }
    return text === null ? usual : text === 'true';
  }

  readNumber(name: string): number | null {
    const text = this.read(name);
    if (text !== null && !/^-?\d+$/.test(text)) {
      throw new Error(`${this.place}: <${name}> is ${text}, which is no whole number.`);
    }
    return text === null ? null : Number(text);
  }
}

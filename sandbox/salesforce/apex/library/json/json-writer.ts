/**
 * Writes JSON piece by piece, closely or as the platform prints it: two spaces for each object, `"a" : 1`, arrays in one
 * line with their brackets: `[ 1, 2 ]`.
 */
export class JsonWriter {
  private text = '';
  private readonly isPretty: boolean;
  /** For each open object or array: which, and whether it has something in it. */
  private readonly open: { readonly bracket: '{' | '['; isEmpty: boolean }[] = [];
  private isAfterName = false;

  constructor(isPretty: boolean) {
    this.isPretty = isPretty;
  }

  /** What is open around the next value: "name" where a field waits for its value. */
  get state(): 'top' | '{' | '[' | 'name' {
    return this.isAfterName ? 'name' : (this.open[this.open.length - 1]?.bracket ?? 'top');
  }

  result(): string {
    return this.text;
  }

  start(bracket: '{' | '['): void {
    this.separateValue();
    this.text += bracket;
    this.open.push({ bracket, isEmpty: true });
  }

  end(): void {
    const ended = this.open.pop();
    if (ended === undefined) {
      throw new Error('Nothing is open.');
    }
    if (this.isPretty) {
      this.text += ended.bracket === '{' && !ended.isEmpty ? `\n${this.indent()}` : ' ';
    }
    this.text += ended.bracket === '{' ? '}' : ']';
  }

  name(name: string): void {
    this.separate();
    this.text += this.isPretty ? `${quoteJson(name)} : ` : `${quoteJson(name)}:`;
    this.isAfterName = true;
  }

  string(value: string): void {
    this.raw(quoteJson(value));
  }

  /** A number, true, false or null as it stands. */
  raw(text: string): void {
    this.separateValue();
    this.text += text;
  }

  private separateValue(): void {
    if (this.isAfterName) {
      this.isAfterName = false;
    } else if (this.open.length > 0) {
      this.separate();
    } else if (this.text !== '') {
      this.text += ' ';
    }
  }

  private separate(): void {
    const inside = this.open[this.open.length - 1];
    if (inside === undefined) {
      return;
    }
    if (!inside.isEmpty) {
      this.text += ',';
    }
    if (this.isPretty) {
      this.text += inside.bracket === '{' ? `\n${this.indent()}` : ' ';
    }
    inside.isEmpty = false;
  }

  /** Arrays stand in their line, so only objects indent what is in them. */
  private indent(): string {
    return '  '.repeat(this.open.reduce((count, each) => count + Number(each.bracket === '{'), 0));
  }
}

// Quotes, backslashes and everything below the space, said without naming control characters.
const special = /["\\]|[^ -\uffff]/;
const specials = /["\\]|[^ -\uffff]/g;
const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** quoteJson('a"b') → "a\"b" in quotes. Everything above the control characters stays, halves of surrogate pairs too. */
export function quoteJson(text: string): string {
  return special.test(text)
    ? `"${text.replace(specials, (each) => short[each] ?? `\\u${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`
    : `"${text}"`;
}

import { isLineTerminator, not } from './character-sets.ts';
import { ClassReader } from './class-reader.ts';
import type { CharacterTest, PatternNode, PatternTree, Place } from './nodes.ts';
import { hasObviousMaximum, widthOf } from './node-width.ts';

const empty: PatternNode = { kind: 'sequence', nodes: [] };
const anything: CharacterTest = () => true;

/**
 * Reads a regular expression as java.util.regex does: readPattern('(a|b)+').groupCount → 1. Throws a PatternProblem for a
 * text that is none, and Unsupported for what Java has and this runtime has not.
 */
export function readPattern(pattern: string): PatternTree {
  return new PatternReader(pattern).read();
}

class PatternReader extends ClassReader {
  groupCount = 0;
  hasBackReference = false;
  readonly groupNames = new Map<string, number>();

  read(): PatternTree {
    const node = this.readChoice();
    if (this.at < this.pattern.length) {
      throw this.problem(`Unmatched closing ')'`, this.at - 1);
    }
    return { node, groupCount: this.groupCount, groupNames: this.groupNames, hasBackReference: this.hasBackReference };
  }

  // ------------------------------------------------------------------------------------------- choices and sequences

  readChoice(): PatternNode {
    const branches = [this.readSequence()];
    while (this.takeIf('|')) {
      branches.push(this.readSequence());
    }
    return branches.length === 1 ? (branches[0] ?? empty) : { kind: 'choice', nodes: branches };
  }

  readSequence(): PatternNode {
    const nodes: PatternNode[] = [];
    for (;;) {
      this.skipComments();
      const character = this.peek();
      if (character === '' || character === '|' || character === ')') {
        return nodes.length === 1 ? (nodes[0] ?? empty) : { kind: 'sequence', nodes };
      }
      if (character === '*' || character === '+' || character === '?') {
        throw this.problem(`Dangling meta character '${character}'`);
      }
      const atom = this.readAtom();
      // Flags such as (?i) stand for themselves and take no quantifier.
      if (atom !== null) {
        appendNode(nodes, this.readQuantifier(atom));
      }
    }
  }

  readQuantifier(atom: PatternNode): PatternNode {
    this.skipComments();
    const bounds = this.readBounds();
    if (bounds === null) {
      return atom;
    }
    const mode = this.takeIf('?') ? 'lazy' : this.takeIf('+') ? 'possessive' : 'greedy';
    return { kind: 'loop', node: atom, least: bounds[0], most: bounds[1], mode };
  }

  readBounds(): [number, number] | null {
    if (this.takeIf('?')) {
      return [0, 1];
    }
    if (this.takeIf('*')) {
      return [0, Infinity];
    }
    if (this.takeIf('+')) {
      return [1, Infinity];
    }
    if (this.peek() !== '{') {
      return null;
    }
    if (!/^\d$/.test(this.peek(1))) {
      throw this.problem('Illegal repetition', this.at + 1);
    }
    this.at++;
    const least = this.readCount();
    let most = least;
    if (this.takeIf(',')) {
      most = this.peek() === '}' ? Infinity : this.readCount();
    }
    if (!this.takeIf('}')) {
      throw this.problem('Unclosed counted closure');
    }
    if (most < least) {
      throw this.problem('Illegal repetition range', this.at - 1);
    }
    return [least, most];
  }

  readCount(): number {
    const start = this.at;
    while (/^\d$/.test(this.peek())) {
      this.at++;
    }
    const count = Number(this.pattern.slice(start, this.at));
    if (count > 0x7fffffff) {
      throw this.problem('Illegal repetition range');
    }
    return count;
  }

  // ---------------------------------------------------------------------------------------------------------- atoms

  readAtom(): PatternNode | null {
    switch (this.peek()) {
      case '(':
        return this.readGroup();
      case '[':
        this.at++;
        return { kind: 'set', test: this.readClass() };
      case '\\':
        return this.readEscape();
      case '.':
        this.at++;
        return { kind: 'set', test: this.dotTest() };
      case '^':
        this.at++;
        return this.place(
          !this.flags.isMultiline ? 'inputStart' : this.flags.isUnixLines ? 'lineStartUnix' : 'lineStart',
        );
      case '$':
        this.at++;
        return this.place(
          this.flags.isMultiline ? (this.flags.isUnixLines ? 'lineEndUnix' : 'lineEnd') : this.endBeforeTerminator(),
        );
      case '{':
        throw this.problem('Illegal repetition', this.at + 1);
      default:
        return this.character(this.takeCodePoint());
    }
  }

  place(place: Place): PatternNode {
    return { kind: 'place', place };
  }

  endBeforeTerminator(): Place {
    return this.flags.isUnixLines ? 'inputEndOrTerminatorUnix' : 'inputEndOrTerminator';
  }

  character(codePoint: number): PatternNode {
    return { kind: 'text', text: String.fromCodePoint(codePoint), folding: this.flags.folding };
  }

  dotTest(): CharacterTest {
    if (this.flags.isDotAll) {
      return anything;
    }
    return this.flags.isUnixLines ? (codePoint) => codePoint !== 10 : not(isLineTerminator);
  }

  readGroup(): PatternNode | null {
    const start = this.at;
    const outside = this.flags;
    this.at++;
    const node = this.takeIf('?') ? this.readSpecialGroup(start) : this.readCapture(null);
    if (node === null) {
      return null;
    }
    this.flags = outside;
    return node;
  }

  readBody(): PatternNode {
    const node = this.readChoice();
    if (!this.takeIf(')')) {
      throw this.problem('Unclosed group');
    }
    return node;
  }

  readCapture(name: string | null): PatternNode {
    const index = ++this.groupCount;
    if (name !== null) {
      this.groupNames.set(name, index);
    }
    return { kind: 'group', index, node: this.readBody() };
  }

  readSpecialGroup(start: number): PatternNode | null {
    if (this.takeIf(':')) {
      return this.readBody();
    }
    if (this.takeIf('=')) {
      return { kind: 'lookAhead', node: this.readBody(), isNegative: false };
    }
    if (this.takeIf('!')) {
      return { kind: 'lookAhead', node: this.readBody(), isNegative: true };
    }
    if (this.takeIf('>')) {
      return { kind: 'atomic', node: this.readBody() };
    }
    if (this.takeIf('<=')) {
      return this.readLookBehind(false);
    }
    if (this.takeIf('<!')) {
      return this.readLookBehind(true);
    }
    if (this.takeIf('<')) {
      const name = this.readGroupName();
      if (this.groupNames.has(name)) {
        throw this.problem(`Named capturing group <${name}> is already defined`, this.at - 1);
      }
      return this.readCapture(name);
    }
    return this.readFlagGroup(start);
  }

  readLookBehind(isNegative: boolean): PatternNode {
    const node = this.readBody();
    if (!hasObviousMaximum(node)) {
      throw this.problem('Look-behind group does not have an obvious maximum length', this.at - 2);
    }
    return { kind: 'lookBehind', node, isNegative, ...widthOf(node) };
  }

  readGroupName(): string {
    const start = this.at;
    if (!/^[A-Za-z]$/.test(this.peek())) {
      throw this.problem(`capturing group name does not start with a Latin letter`);
    }
    while (/^[A-Za-z0-9]$/.test(this.peek())) {
      this.at++;
    }
    const name = this.pattern.slice(start, this.at);
    if (!this.takeIf('>')) {
      throw this.problem(`named capturing group is missing trailing '>'`);
    }
    return name;
  }

  /** `(?i)` changes the flags up to the end of the group around it, `(?i:…)` those of its own body. */
  readFlagGroup(start: number): PatternNode | null {
    const outside = this.flags;
    let isOn = true;
    for (;;) {
      const letter = this.peek();
      this.at++;
      if (letter === ')') {
        return null;
      }
      if (letter === ':') {
        const node = this.readBody();
        this.flags = outside;
        return node;
      }
      if (letter === '-' && isOn) {
        isOn = false;
      } else if (!this.setFlag(letter, isOn)) {
        throw this.problem('Unknown inline modifier', letter === '' ? this.pattern.length : start + 2);
      }
    }
  }

  readEscape(): PatternNode {
    const start = this.at;
    this.at++;
    const letter = this.peek();
    if (letter === '') {
      throw this.problem('Unexpected internal error');
    }
    const place = this.placeOfEscape(letter);
    if (place !== null) {
      this.at++;
      return this.place(place);
    }
    if (letter >= '1' && letter <= '9') {
      return this.readBackReference();
    }
    switch (letter) {
      case 'R':
        this.at++;
        return { kind: 'lineBreak' };
      case 'k':
        this.at++;
        return this.readNamedReference();
      case 'Q':
        this.at++;
        return this.quoted();
      case 'X':
        throw this.unsupported('\\X');
      case 'b':
        throw this.unsupported('\\b{g}');
      default:
        this.at = start;
        return this.setOrCharacter();
    }
  }

  setOrCharacter(): PatternNode {
    const test = this.readSetEscape();
    return test === null ? this.character(this.readCharacterEscape()) : { kind: 'set', test };
  }

  placeOfEscape(letter: string): Place | null {
    switch (letter) {
      case 'A':
        return 'inputStart';
      case 'z':
        return 'inputEnd';
      case 'Z':
        return this.endBeforeTerminator();
      case 'G':
        return 'lastMatchEnd';
      case 'B':
        return 'noWordBoundary';
      case 'b':
        return this.pattern.startsWith('{g', this.at + 1) ? null : 'wordBoundary';
      default:
        return null;
    }
  }

  backReference(index: number): PatternNode {
    this.hasBackReference = true;
    return { kind: 'backReference', index, folding: this.flags.folding };
  }

  /** More digits belong to the number as long as there are so many groups before it. */
  readBackReference(): PatternNode {
    let index = Number(this.peek());
    this.at++;
    while (/^\d$/.test(this.peek()) && index * 10 + Number(this.peek()) <= this.groupCount) {
      index = index * 10 + Number(this.peek());
      this.at++;
    }
    return this.backReference(index);
  }

  readNamedReference(): PatternNode {
    if (!this.takeIf('<')) {
      throw this.problem(`\\k is not followed by '<' for named capturing group`);
    }
    const name = this.readGroupName();
    const index = this.groupNames.get(name);
    if (index === undefined) {
      throw this.problem(`named capturing group <${name}> does not exist`, this.at - 1);
    }
    return this.backReference(index);
  }

  quoted(): PatternNode {
    const nodes = Array.from(this.readQuoted(), (each): PatternNode => this.character(each.codePointAt(0) ?? 0));
    const last = nodes.pop();
    if (last === undefined) {
      return empty;
    }
    // A quantifier after \E belongs to the last character.
    const quantified = this.readQuantifier(last);
    return { kind: 'sequence', nodes: [...nodes, quantified] };
  }
}

/** Characters that stand side by side become one text, which is compared at once. */
function appendNode(nodes: PatternNode[], node: PatternNode): void {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text' && last.folding === node.folding) {
    nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
  } else {
    nodes.push(node);
  }
}

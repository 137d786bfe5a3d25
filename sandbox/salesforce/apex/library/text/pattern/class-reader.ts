import { both, either, foldedCharacter, foldedRange, not } from './character-sets.ts';
import { EscapeReader } from './escape-reader.ts';
import type { CharacterTest } from './nodes.ts';

const anything: CharacterTest = () => true;

/** Reads a class of characters between brackets. */
export class ClassReader extends EscapeReader {
  /** Behind an opening bracket, up to and with the closing one. */
  readClass(): CharacterTest {
    const isNegated = this.takeIf('^');
    const intersected: CharacterTest[] = [];
    let union: CharacterTest[] = [];
    let isFirst = true;
    for (;;) {
      this.skipComments();
      const character = this.peek();
      if (character === '') {
        throw this.problem('Unclosed character class', this.pattern.length - 1);
      }
      if (character === ']' && !isFirst) {
        this.at++;
        break;
      }
      if (character === '&' && this.peek(1) === '&') {
        this.at += 2;
        // Java reads a third "&" in a way of its own.
        if (this.peek() === '&') {
          throw this.unsupported('"&&&" between brackets');
        }
        if (union.length > 0) {
          intersected.push(either(...union));
        }
        union = [];
        isFirst = false;
        continue;
      }
      isFirst = false;
      union.push(...this.readClassItem());
    }
    if (union.length > 0) {
      intersected.push(union.length === 1 ? (union[0] as CharacterTest) : either(...union));
    }
    const test = intersected.reduce(both, anything);
    return remember(isNegated ? not(test) : test);
  }

  readClassItem(): CharacterTest[] {
    if (this.takeIf('[')) {
      return [this.readClass()];
    }
    if (this.takeIf('\\Q')) {
      return Array.from(this.readQuoted(), (each) => foldedCharacter(each.codePointAt(0) ?? 0, this.flags.folding));
    }
    if (this.peek() === '\\') {
      const test = this.readSetEscape();
      if (test !== null) {
        return [test];
      }
    }
    return [this.readRange()];
  }

  readRange(): CharacterTest {
    const from = this.readClassCharacter();
    this.skipComments();
    const after = this.peek(1);
    if (this.peek() !== '-' || after === ']' || after === '[' || after === '') {
      return foldedCharacter(from, this.flags.folding);
    }
    this.at++;
    this.skipComments();
    const to = this.readClassCharacter();
    if (to < from) {
      throw this.problem('Illegal character range', this.at - 1);
    }
    return foldedRange(from, to, this.flags.folding);
  }

  readClassCharacter(): number {
    return this.peek() === '\\' ? this.readCharacterEscape() : this.takeCodePoint();
  }
}

/** Answers for the first 256 characters are kept: classes are asked again and again for the same few. */
function remember(test: CharacterTest): CharacterTest {
  const answers = new Int8Array(256);
  return (codePoint) => {
    if (codePoint > 255) {
      return test(codePoint);
    }
    let answer = answers[codePoint] ?? 0;
    if (answer === 0) {
      answer = test(codePoint) ? 1 : -1;
      answers[codePoint] = answer;
    }
    return answer > 0;
  };
}

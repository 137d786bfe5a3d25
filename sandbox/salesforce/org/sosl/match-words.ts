import type { SearchGroup } from './parse-search.ts';
import { SearchProblem } from './parse-search.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { StoredRecord } from '../records/stored-record.ts';

/** Whether a record has what is looked for. */
export type MatchRecord = (record: StoredRecord) => boolean;

type Words = readonly string[];
type Condition = (fields: readonly Words[]) => boolean;

/**
 * Compiles what is looked for. Words are compared whole and without case; `*` stands for any letters and `?` for one, so that
 * `ada*` finds all that begins so. Words side by side must all be there, as with AND; OR, AND NOT, quotes and parentheses are
 * understood: matchWords(lead, 'ada* OR "Charles Babbage"', 'ALL'). Throws a SearchProblem for less than two letters.
 */
export function matchWords(object: ObjectSchema, text: string, group: SearchGroup): MatchRecord {
  const condition = readAlternatives(new Tokens(text));
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 2) {
    throw new SearchProblem(`search term must be longer than one character: ${text}`);
  }
  const names = [...object.fields.values()]
    .filter((each) => isSearched(each, group))
    .map((each) => each.name.toLowerCase());
  return (record) =>
    condition(
      names.map((name) => record.fields.get(name)).map((value) => (typeof value === 'string' ? wordsOf(value) : [])),
    );
}

const searched: Readonly<Record<SearchGroup, ReadonlySet<string>>> = {
  ALL: new Set(['STRING', 'TEXTAREA', 'EMAIL', 'PHONE', 'URL', 'COMBOBOX']),
  NAME: new Set(['STRING']),
  EMAIL: new Set(['EMAIL']),
  PHONE: new Set(['PHONE']),
};

const names = new Set(['Name', 'FirstName', 'LastName', 'MiddleName', 'CaseNumber', 'Subject']);

function isSearched({ name, displayType }: FieldSchema, group: SearchGroup): boolean {
  return searched[group].has(displayType) && (group !== 'NAME' || names.has(name));
}

/** wordsOf('ada@example.com') → ['ada', 'example', 'com']. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

class Tokens {
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(text: string) {
    this.tokens = text.match(/"[^"]*"|[()]|[^\s()"]+/g) ?? [];
  }

  peek(): string | null {
    return this.tokens[this.position] ?? null;
  }

  take(): string {
    return this.tokens[this.position++] ?? '';
  }

  takeWord(word: string): boolean {
    const isNext = this.peek()?.toUpperCase() === word;
    this.position += isNext ? 1 : 0;
    return isNext;
  }
}

function readAlternatives(tokens: Tokens): Condition {
  const all = [readTogether(tokens)];
  while (tokens.takeWord('OR')) {
    all.push(readTogether(tokens));
  }
  return (fields) => all.some((each) => each(fields));
}

function readTogether(tokens: Tokens): Condition {
  const all = [readOne(tokens)];
  for (let next = tokens.peek(); next !== null && next !== ')' && next.toUpperCase() !== 'OR'; next = tokens.peek()) {
    tokens.takeWord('AND');
    const isNot = tokens.takeWord('NOT');
    const one = readOne(tokens);
    all.push(isNot ? (fields) => !one(fields) : one);
  }
  return (fields) => all.every((each) => each(fields));
}

function readOne(tokens: Tokens): Condition {
  const token = tokens.take();
  if (token === '(') {
    const inner = readAlternatives(tokens);
    tokens.take();
    return inner;
  }
  const phrase = (token.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? []).map(compileWord);
  return (fields) => phrase.length > 0 && fields.some((words) => hasPhrase(words, phrase));
}

function compileWord(word: string): RegExp {
  return new RegExp(`^${word.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'u');
}

/** Whether the words stand beside each other in a field. */
function hasPhrase(words: Words, phrase: readonly RegExp[]): boolean {
  return words.some((_, start) => phrase.every((each, index) => each.test(words[start + index] ?? '')));
}

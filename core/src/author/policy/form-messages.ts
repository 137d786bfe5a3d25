import type * as z from 'zod';
import { expectedForm } from './expected-form.ts';
import { childOf, namePlace, type Place } from './name-place.ts';
import { formCodes, type FormCode } from './policy-codes.ts';
import { similarNames } from './similar-names.ts';

/** A message about one place, before the file adds its line. */
export type FormMessage = { code: FormCode; about: string; found: string; next: string; place: Place };

type Issue = z.core.$ZodIssue;

/** What the schema found, in the words of those who edit policies. One issue can be several messages. */
export function formMessages(issue: Issue, root: unknown): FormMessage[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => unknownName(issue.path, name, root));
    case 'invalid_type':
      return [wrongKind(issue, root)];
    case 'invalid_value':
      return [notInList(issue.path, issue.values.map(String), root)];
    case 'too_big':
      return isWiderBound(issue) ? [] : [outOfBounds(issue, `at most ${number(issue.maximum)}`, root)];
    case 'too_small':
      return isWiderBound(issue) ? [] : [outOfBounds(issue, `at least ${number(issue.minimum)}`, root)];
    case 'invalid_format':
      return [wrongForm(issue.path, root)];
    default:
      return [say('POL016', issue.path, `${subject(issue.path, root)} is not as expected: ${issue.message}`, root)];
  }
}

/** Beyond 2^53 the schema says it twice: once for any whole number, once for the bounds of this one. */
function isWiderBound(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): boolean {
  return issue.origin === 'int';
}

function say(code: FormCode, place: Place, found: string, root: unknown, similar: string[] = []): FormMessage {
  const hint = similar.length === 0 ? '' : `Similar: ${similar.join(', ')}. `;
  return {
    code: code,
    about: namePlace(root, place).about,
    found: `${found}.`,
    next: `${hint}${formCodes[code].next}`,
    place: place,
  };
}

/** The value by its name, or "it" where the place names itself. */
function subject(place: Place, root: unknown): string {
  const name = namePlace(root, place).value;
  return name === null ? 'it' : `\`${name}\``;
}

function valueAt(root: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, step) => childOf(value, step), root);
}

function unknownName(place: Place, name: string, root: unknown): FormMessage {
  const known = expectedForm(place)?.names ?? [];
  return say('POL011', [...place, name], `\`${name}\` is no name that belongs here`, root, similarNames(name, known));
}

function wrongKind(issue: z.core.$ZodIssueInvalidType, root: unknown): FormMessage {
  const value = valueAt(root, issue.path);
  const expected = expectedForm(issue.path)?.words ?? issue.expected;
  const what = subject(issue.path, root);
  if (value === undefined) {
    return say('POL004', issue.path, `${what} is missing; it takes ${expected}`, root);
  }
  if (typeof value === 'number' && issue.expected === 'int') {
    return say('POL006', issue.path, `${what} is ${value}, which is not a whole number`, root);
  }
  return say('POL005', issue.path, `${what} is ${kindOf(value)}; it takes ${expected}`, root);
}

function notInList(place: Place, values: string[], root: unknown): FormMessage {
  const value = valueAt(root, place);
  if (value === undefined) {
    return say('POL004', place, `${subject(place, root)} is missing; it takes one of ${values.join(', ')}`, root);
  }
  if (typeof value !== 'string') {
    return say(
      'POL005',
      place,
      `${subject(place, root)} is ${kindOf(value)}; it takes one of ${values.join(', ')}`,
      root,
    );
  }
  const found = `${subject(place, root)} is ${shown(value)}; it takes one of ${values.join(', ')}`;
  return say('POL010', place, found, root, similarNames(value, values));
}

function outOfBounds(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  bound: string,
  root: unknown,
): FormMessage {
  const value = valueAt(root, issue.path);
  const what = subject(issue.path, root);
  const limit = issue.exact === true ? bound.replace(/^at (most|least)/, 'exactly') : bound;
  if (Array.isArray(value)) {
    return say(
      'POL009',
      issue.path,
      `${what} has ${counted(value.length, 'entry', 'entries')}, where it takes ${limit}`,
      root,
    );
  }
  if (typeof value === 'string') {
    return say(
      'POL008',
      issue.path,
      `${what} has ${counted(value.length, 'character', 'characters')}, where it takes ${limit}`,
      root,
    );
  }
  return say('POL007', issue.path, `${what} is ${number(Number(value))}, where it takes ${limit}`, root);
}

/** Of the texts only those that hold a line of words, a logic line or a currency are no keys. */
function wrongForm(place: Place, root: unknown): FormMessage {
  const value = valueAt(root, place);
  const name = place.findLast((step) => typeof step === 'string');
  const what = subject(place, root);
  if (name === 'logic' || name === 'currencyCode') {
    const form = name === 'logic' ? 'numbers, AND, OR, NOT and brackets' : 'three capitals, such as USD';
    return { ...say('POL012', place, `${what} is ${shown(value)}, where it takes ${form}`, root), next: 'Correct it.' };
  }
  if (typeof name === 'string' && (name.endsWith('Key') || name === 'inquiryType')) {
    return say('POL012', place, `${what} is ${shown(value)}, which is no key`, root);
  }
  return say('POL013', place, `${what} is ${shown(value)}, which holds a character that a list view cannot`, root);
}

function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'a group of values' : shown(value);
}

const shownLength = 60;

/** A value as it stands in the file, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

/** number(7200) → "7,200". */
function number(whole: number | bigint): string {
  return whole.toLocaleString('en-US');
}

function counted(count: number, one: string, several: string): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

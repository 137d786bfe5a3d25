import { describe, expect, it } from '@jest/globals';
import { ApexMatcher } from '../../../../../sandbox/salesforce/apex/library/text/pattern/apex-matcher.ts';
import { patternFromText } from '../../../../../sandbox/salesforce/apex/library/text/pattern/apex-pattern.ts';
import { splitText } from '../../../../../sandbox/salesforce/apex/library/text/pattern/split-text.ts';
import { meter, resetMeter } from '../../../../../sandbox/salesforce/apex/run/meter.ts';
import { call, problemOf, within } from './call.ts';

/** All matches with their groups, as texts. */
function found(expression: string, text: string): (string | null)[][] {
  return within(() => {
    const matcher = new ApexMatcher(patternFromText(expression), text);
    const matches: (string | null)[][] = [];
    while (matcher.find()) {
      matches.push(Array.from({ length: matcher.pattern.groupCount + 1 }, (_, index) => matcher.group(index)));
    }
    return matches;
  });
}

const matches = (expression: string, text: string) =>
  call('System.Pattern', 'Boolean matches(String regExp, String stringToMatch)', expression, text);

const problem = (expression: string) => problemOf(() => matches(expression, ''));

describe('regular expressions', () => {
  // Expected values were taken from java.util.regex.
  it.each([
    ['(a(b)?)+', 'aba', [['aba', 'a', 'b']]],
    [
      '(?:(a)|b)*',
      'ab',
      [
        ['ab', 'a'],
        ['', null],
      ],
    ],
    [
      '(a*)+',
      'b',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a*+a', 'aaa', []],
    ['(?>a|ab)c', 'abc', []],
    [
      '(\\w)\\1',
      'aabbc',
      [
        ['aa', 'a'],
        ['bb', 'b'],
      ],
    ],
    ['(?<word>\\w+) \\k<word>', 'the the end', [['the the', 'the']]],
    ['(?i)straße', 'STRAßE', [['STRAßE']]],
    ['(?iu)É', 'é', [['é']]],
    ['(?i:a)B', 'AB Ab', [['AB']]],
    ['[a-z&&[^aeiou]]+', 'hello', [['h'], ['ll']]],
    ['[a-c[x-z]]+', 'abxz-d', [['abxz']]],
    ['[^a&&b]', 'ab', [['a'], ['b']]],
    ['\\p{Lu}\\p{javaLowerCase}+', 'Élan ab', [['Élan']]],
    ['\\p{IsGreek}+', 'abΩμ', [['Ωμ']]],
    ['\\p{Punct}', 'a+b', [['+']]],
    ['\\Qa.b\\E+', 'a.bb', [['a.bb']]],
    ['(?<=\\$)\\d+(?!\\d|%)', '$15 $20%', [['15']]],
    ['(?m)^\\w+$', 'ab\ncd\r\nef', [['ab'], ['cd'], ['ef']]],
    ['a$', 'a\n', [['a']]],
    ['a\\z', 'a\n', []],
    ['\\bfoo\\b', 'foo food', [['foo']]],
    ['\\G\\d', '12a3', [['1'], ['2']]],
    ['a\\Rb', 'a\r\nb', [['a\r\nb']]],
    ['.', '😀\n', [['😀']]],
    ['(?s).+', 'a\nb', [['a\nb']]],
    ['(?x) a b # both', 'ab', [['ab']]],
    ['\\x41\\u0042\\0103\\t', 'ABC\t', [['ABC\t']]],
    ['x{2,3}?', 'xxxxx', [['xx'], ['xx']]],
  ])('%s finds in %j what Java finds', (expression, text, expected) => {
    expect(found(expression, text)).toEqual(expected);
  });

  it.each([
    ['*', `Dangling meta character '*' near index 0\n*\n^`],
    ['a**', `Dangling meta character '*' near index 2\na**\n  ^`],
    ['(a', 'Unclosed group near index 2\n(a'],
    ['a)', `Unmatched closing ')' near index 0\na)\n^`],
    ['[a', 'Unclosed character class near index 1\n[a\n ^'],
    ['[z-a]', 'Illegal character range near index 3\n[z-a]\n   ^'],
    ['a{2,1}', 'Illegal repetition range near index 5\na{2,1}\n     ^'],
    ['\\y', 'Illegal/unsupported escape sequence near index 1\n\\y\n ^'],
    ['(?<=(ab)*)c', 'Look-behind group does not have an obvious maximum length near index 8\n(?<=(ab)*)c\n        ^'],
  ])('%s is refused in the words of Java', (expression, message) => {
    expect(problem(expression)).toBe(`System.StringException: Invalid regex: ${message}`);
  });

  it('say loudly what is not built', () => {
    expect(() => matches('\\p{InGreek}', 'a')).toThrow('Unicode block');
    expect(() => matches('\\X', 'a')).toThrow('APEX100');
    expect(() => matches('[a&&&b]', 'a')).toThrow('&&&');
  });

  it('give up where the platform gives up', () => {
    expect(matches('(a+)+b', 'a'.repeat(40))).toBe(false);
    expect(problemOf(() => matches('(a+)+\\1b', 'a'.repeat(40)))).toBe('System.LimitException: Regex too complicated');
  });

  it('give up on inputs that are looked at too often, short as the expression may be', () => {
    const million = 'a,'.repeat(500_001);
    expect(problemOf(() => within(() => splitText(million, ',', 0)))).toBe(
      'System.LimitException: Regex too complicated',
    );
    expect(problemOf(() => within(() => splitText(million, '[,;]', 0)))).toBe(
      'System.LimitException: Regex too complicated',
    );
  });

  it('walk long texts without a deep stack', () => {
    expect(matches('"([^"\\\\]|\\\\.)*"', `"${'x\\"'.repeat(20_000)}"`)).toBe(true);
  });

  it('cost by the characters they look at', () => {
    resetMeter();
    matches('[ab]*', 'ab'.repeat(4000));
    expect(meter.builtinUnits).toBeGreaterThan(400);
  });
});

describe('Matcher', () => {
  const matcher = (expression: string, text: string) =>
    within(() => new ApexMatcher(patternFromText(expression), text));

  it('knows groups, their places and their names', () => {
    const dates = matcher('(\\d+)-(\\d+)', 'on 12-34');
    expect(within(() => dates.find())).toBe(true);
    expect(call('System.Matcher', 'String group(Integer groupIndex)', dates, 2)).toBe('34');
    expect(call('System.Matcher', 'Integer start(Integer groupIndex)', dates, 1)).toBe(3);
    expect(call('System.Matcher', 'Integer end()', dates)).toBe(8);
    expect(problemOf(() => call('System.Matcher', 'String group(Integer groupIndex)', dates, 3))).toBe(
      'System.StringException: No group 3',
    );
  });

  it('has no group before it has a match', () => {
    expect(problemOf(() => call('System.Matcher', 'String group()', matcher('a', 'a')))).toBe(
      'System.StringException: No match found',
    );
  });

  it('stays within its region', () => {
    const digits = matcher('^\\d+$', 'a123b');
    call('System.Matcher', 'Matcher region(Integer start, Integer end)', digits, 1, 4);
    expect(within(() => digits.find())).toBe(true);
    call('System.Matcher', 'Matcher reset()', digits);
    expect(within(() => digits.find())).toBe(false);
  });

  it('says whether more input could change the answer', () => {
    const dog = matcher('dog', 'do');
    expect(within(() => dog.matches())).toBe(false);
    expect(dog.hitEnd).toBe(true);
    const word = matcher('\\w+\\b', 'cat');
    within(() => word.find());
    expect(word.requireEnd).toBe(true);
  });

  it('takes another pattern where it stands', () => {
    const words = matcher('\\w+', 'ab 12 cd');
    within(() => words.find());
    call('System.Matcher', 'Matcher usePattern(Pattern pattern)', words, patternFromText('\\d'));
    expect(within(() => words.find() && words.group(0))).toBe('1');
  });

  it.each([
    ['(a)(b)', 'xaby', '$2$1', 'xbay'],
    ['(?<x>a)', 'aa', '<${x}>', '<a><a>'],
    ['a', 'aa', '\\$\\\\', '$\\$\\'],
    ['(a)', 'a', '$12', 'a2'],
    ['x*', 'ab', '-', '-a-b-'],
  ])('replaces %s in %s by %s', (expression, text, replacement, expected) => {
    expect(
      call('System.Matcher', 'String replaceAll(String replacementString)', matcher(expression, text), replacement),
    ).toBe(expected);
  });

  it('quotes what would have a meaning', () => {
    expect(call('System.Matcher', 'String quoteReplacement(String inputString)', '$1\\')).toBe('\\$1\\\\');
    const quoted = call('System.Pattern', 'String quote(String yourString)', 'a\\Eb*');
    expect(matches(quoted as string, 'a\\Eb*')).toBe(true);
  });
});

describe('splitting', () => {
  it.each([
    ['boo:and:foo', ':', 2, ['boo', 'and:foo']],
    ['boo:and:foo', 'o', 0, ['b', '', ':and:f']],
    ['abc', '', 0, ['a', 'b', 'c']],
    ['', ',', 0, ['']],
    [',', ',', 0, []],
    ['a.b', '\\.', 0, ['a', 'b']],
    ['a1b22c', '\\d+', 0, ['a', 'b', 'c']],
    ['a1b22c', '\\d+', 2, ['a', 'b22c']],
  ])('%j at %j with limit %d is %j', (text, expression, limit, expected) => {
    expect(within(() => splitText(text, expression, limit))).toEqual(expected);
  });
});

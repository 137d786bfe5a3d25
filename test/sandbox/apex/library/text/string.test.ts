import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { textTypes } from '../../../../../sandbox/salesforce/apex/library/text/types.ts';
import {
  integerType,
  listOf,
  objectType,
  stringType,
  typeOf,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { call, problemOf } from './call.ts';

const on = (signature: string, ...given: unknown[]) => call('System.String', signature, ...given);
const strings = (...items: (string | null)[]) => new ApexList(listOf(stringType), items);
const objects = (...items: unknown[]) => new ApexList(listOf(objectType), items);

describe('methods of String', () => {
  it.each([
    ['String abbreviate(Integer maxWidth)', ['Hello Maximillian', 8], 'Hello...'],
    ['String abbreviate(Integer maxWidth, Integer offset)', ['Hello, Maximillian', 8, 100], '...llian'],
    ['String capitalize()', ['hello maximillian'], 'Hello maximillian'],
    ['String center(Integer size)', ['hello', 9], '  hello  '],
    ['String center(Integer size, String singleString)', ['hello', 10, '-'], '--hello---'],
    ['Integer charAt(Integer index)', ['Ω is Ohm.', 0], 937],
    ['Integer codePointAt(Integer index)', ['😀', 0], 0x1f600],
    ['Integer codePointBefore(Integer index)', ['😀', 2], 0x1f600],
    ['Integer codePointCount(Integer beginIndex, Integer endIndex)', ['a😀b', 0, 4], 3],
    ['Integer compareTo(String secondString)', ['abcde', 'abcd'], 1],
    ['Boolean containsAny(String inputString)', ['hello', 'hx'], true],
    ['Boolean containsIgnoreCase(String substring)', ['Hello', 'ELL'], true],
    ['Boolean containsNone(String inputString)', ['abcde', 'df'], false],
    ['Boolean containsOnly(String inputString)', ['abba xyz', 'abcd'], false],
    ['Integer countMatches(String substring)', ['Hello Jane', 'e'], 2],
    ['String deleteWhitespace()', [' Hello Jane '], 'HelloJane'],
    ['String difference(String secondString)', ['Hello Jane', 'Hello Max'], 'Max'],
    ['Boolean equalsIgnoreCase(String secondString)', ['abcd', 'ABCD'], true],
    ['Boolean equalsIgnoreCase(String secondString)', ['abcd', null], false],
    ['Boolean equals(Object stringOrId)', ['abcd', 'ABCD'], false],
    ['List<Integer> getChars()', ['Aé'], [65, 233]],
    ['Integer getLevenshteinDistance(String stringToCompare)', ['Hello Joe', 'Hello Max'], 3],
    ['Integer getLevenshteinDistance(String stringToCompare, Integer threshold)', ['Hello Jane', 'Hello Max', 2], -1],
    ['Integer hashCode()', ['ab'], 3105],
    ['Integer indexOf(String substring, Integer index)', ['abcabc', 'b', 2], 4],
    ['Integer indexOfAny(String substring)', ['abcd', 'xc'], 2],
    ['Integer indexOfAnyBut(String substring)', ['abcd', 'xc'], 0],
    ['Integer indexOfChar(Integer character)', ['\u03a9 is Ω (Ohm)', 937], 0],
    ['Integer indexOfDifference(String stringToCompare)', ['abcd', 'abxc'], 2],
    ['Integer indexOfIgnoreCase(String substring)', ['abcd', 'BC'], 1],
    ['Integer lastIndexOf(String substring)', ['abcdefgc', 'c'], 7],
    ['Integer lastIndexOf(String substring, Integer endPosition)', ['abcdaacd', 'c', -1], -1],
    ['Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)', ['abcdaacd', 'C', 3], 2],
    ['Boolean isAllLowerCase()', ['abcde'], true],
    ['Boolean isAlpha()', ['abc 21'], false],
    ['Boolean isAlphaSpace()', ['aA Bb'], true],
    ['Boolean isAlphanumeric()', ['abc021'], true],
    ['Boolean isAsciiPrintable()', ['abcd1234Ω'], false],
    ['Boolean isNumeric()', ['1.2'], false],
    ['Boolean isNumericSpace()', ['1 2 3'], true],
    ['Boolean isWhitespace()', [''], true],
    ['String left(Integer length)', ['abcdaacd', 3], 'abc'],
    ['String leftPad(Integer length)', ['abc', 5], '  abc'],
    ['String leftPad(Integer length, String padStr)', ['ab', 7, 'xyz'], 'xyzxyab'],
    ['String mid(Integer startIndex, Integer length)', ['abcde', 2, 3], 'cde'],
    ['String normalizeSpace()', ['Salesforce \t    force.com '], 'Salesforce force.com'],
    ['Integer offsetByCodePoints(Integer index, Integer codePointOffset)', ['a😀b', 0, 2], 3],
    ['String overlay(String overlay, Integer start, Integer end)', ['abcdef', 'zz', 4, 2], 'abzzef'],
    ['String remove(String substring)', ['Salesforce and force.com', 'force'], 'Sales and .com'],
    ['String removeEndIgnoreCase(String substring)', ['Salesforce and force.com', 'COM'], 'Salesforce and force.'],
    ['String removeStartIgnoreCase(String substring)', ['Salesforce and force.com', 'sales'], 'force and force.com'],
    ['String repeat(Integer numberOfTimes)', ['SFDC', 2], 'SFDCSFDC'],
    ['String repeat(String separator, Integer numberOfTimes)', ['SFDC', '-', 2], 'SFDC-SFDC'],
    ['String replace(String target, String replacement)', ['abcdbca', 'bc', '$1'], 'a$1d$1a'],
    ['String replaceAll(String regExp, String replacement)', ['a b 5 xyz', '[^a-zA-Z]', ''], 'abxyz'],
    ['String replaceFirst(String regExp, String replacement)', ['a b 11 xyz', '[a-zA-Z]+', '2'], '2 b 11 xyz'],
    ['String reverse()', ['a😀b'], 'b😀a'],
    ['String right(Integer length)', ['Hello Max', 3], 'Max'],
    ['String rightPad(Integer length, String padStr)', ['abc', 5, 'xy'], 'abcxy'],
    ['List<String> split(String regExp)', ['a,b,,', ','], ['a', 'b']],
    ['List<String> split(String regExp, Integer limit)', ['boo:and:foo', 'o', -2], ['b', '', ':and:f', '', '']],
    ['List<String> splitByCharacterType()', ['Lightning.platform'], ['L', 'ightning', '.', 'platform']],
    ['List<String> splitByCharacterTypeCamelCase()', ['MyXMLFile42'], ['My', 'XML', 'File', '42']],
    ['Boolean startsWithIgnoreCase(String prefix)', ['AE86 vs EK9', 'ae86'], true],
    ['String stripHtmlTags()', ['<b>hello <i>world</i></b>'], 'hello world'],
    ['String substring(Integer startIndex, Integer endIndex)', ['hamburger', 4, 8], 'urge'],
    ['String substringAfter(String separator)', ['Force.com.site', '.'], 'com.site'],
    ['String substringAfterLast(String separator)', ['Force.com.site', '.'], 'site'],
    ['String substringBefore(String separator)', ['Force.com.site', '.'], 'Force'],
    ['String substringBeforeLast(String separator)', ['Force.com.site', '.'], 'Force.com'],
    ['String substringBetween(String tag)', ['tagYellowtag', 'tag'], 'Yellow'],
    ['String substringBetween(String open, String close)', ['xYellowy', 'a', 'b'], null],
    ['String swapCase()', ['Force.com'], 'fORCE.COM'],
    ['String toLowerCase(String locale)', ['KIYMETLİ', 'tr'], 'kıymetli'],
    ['String toUpperCase(String locale)', ['imkansız', 'tr_TR'], 'İMKANSIZ'],
    ['String toUpperCase()', ['straße'], 'STRASSE'],
    ['String trim()', ['\t a\u00a0 '], 'a\u00a0'],
    ['String uncapitalize()', ['Hello Max'], 'hello Max'],
  ])('%s on %j is %j', (signature, given, expected) => {
    expect(on(signature, ...given)).toEqual(expected);
  });

  it.each([
    ['escapeCsv', 'unescapeCsv', 'Max1, "Max2"', '"Max1, ""Max2"""'],
    ['escapeEcmaScript', 'unescapeEcmaScript', `"grade": 'A/B' é`, `\\"grade\\": \\'A\\/B\\' \\u00E9`],
    ['escapeHtml3', 'unescapeHtml3', '"<Black&White>" é Ω', '&quot;&lt;Black&amp;White&gt;&quot; &eacute; Ω'],
    ['escapeHtml4', 'unescapeHtml4', '"<Black&White>" é Ω', '&quot;&lt;Black&amp;White&gt;&quot; &eacute; &Omega;'],
    ['escapeJava', 'unescapeJava', 'Company: "Salesforce.com"\n', 'Company: \\"Salesforce.com\\"\\n'],
    ['escapeUnicode', 'unescapeUnicode', 'De onde você é?', 'De onde voc\\u00EA \\u00E9?'],
    ['escapeXml', 'unescapeXml', `<a b='c'> & "é"`, '&lt;a b=&apos;c&apos;&gt; &amp; &quot;é&quot;'],
  ])('%s and %s lead there and back', (escape, unescape, text, escaped) => {
    expect(on(`String ${escape}()`, text)).toBe(escaped);
    expect(on(`String ${unescape}()`, escaped)).toBe(text);
  });

  it('refuse positions outside the text in the words of the platform', () => {
    const of = (start: number, end: number) =>
      problemOf(() => on('String substring(Integer startIndex, Integer endIndex)', 'abc', start, end));
    expect(of(-1, 2)).toBe('System.StringException: Starting position out of bounds: -1');
    expect(of(0, 4)).toBe('System.StringException: Ending position out of bounds: 4');
    expect(of(2, 1)).toBe('System.StringException: Ending position out of bounds: 1');
  });

  it('refuse null where they need a text', () => {
    const refused = 'System.NullPointerException: Argument cannot be null.';
    expect(problemOf(() => on('Boolean contains(String substring)', 'abc', null))).toBe(refused);
    expect(problemOf(() => on('String replace(String target, String replacement)', 'abc', 'a', null))).toBe(refused);
    expect(problemOf(() => on('String overlay(String overlay, Integer start, Integer end)', 'abc', 'a', null, 1))).toBe(
      refused,
    );
  });

  it('refuse to grow beyond what the platform holds', () => {
    expect(problemOf(() => on('String repeat(Integer numberOfTimes)', 'abc', 2_000_001))).toBe(
      'System.StringException: String length exceeds maximum: 6000000',
    );
  });
});

describe('static methods of String', () => {
  it('take null for a blank text', () => {
    expect(on('Boolean isBlank(String inputString)', null)).toBe(true);
    expect(on('Boolean isBlank(String inputString)', ' \t\n')).toBe(true);
    expect(on('Boolean isNotEmpty(String inputString)', ' ')).toBe(true);
  });

  it('format by position, with quotes that quote', () => {
    const format = (pattern: string, ...given: unknown[]) =>
      on('String format(String stringToFormat, List<Object> formattingArguments)', pattern, objects(...given));
    expect(format('Hello {0}, shall I {1}?', 'Jane', 'go')).toBe('Hello Jane, shall I go?');
    expect(format(`It''s {0}, '{0}' {1}`, 'on')).toBe("It's on, {0} {1}");
    expect(format('{0}/{1}', null, 3)).toBe('null/3');
    expect(problemOf(() => format('{a}'))).toBe(`System.StringException: can't parse argument number: a`);
    expect(problemOf(() => format('{0', 'x'))).toBe('System.StringException: Unmatched braces in the pattern.');
  });

  it('join what can be walked', () => {
    expect(on('String join(Object iterableObj, String separator)', strings('a', null, 'b'), ',')).toBe('a,,b');
    expect(
      on('String join(Object iterableObj, String separator)', new ApexList(listOf(integerType), [1, 2]), '; '),
    ).toBe('1; 2');
  });

  it('make texts of characters and find what texts begin with', () => {
    expect(on('String fromCharArray(List<Integer> charArray)', new ApexList(listOf(integerType), [65, 0x10042]))).toBe(
      'AB',
    );
    expect(on('String getCommonPrefix(List<String> strings)', strings('SFDCApex', 'SFDCVisualforce'))).toBe('SFDC');
  });

  it('show values, and null for null', () => {
    expect(on('String valueOf(Object toConvert)', 5n)).toBe('5');
    expect(on('String valueOf(Object toConvert)', null)).toBeNull();
  });

  it('escape single quotes', () => {
    expect(on('String escapeSingleQuotes(String stringToEscape)', `it's`)).toBe(`it\\'s`);
  });

  it('fill templates by name', () => {
    const map = ApexMap.from(typeOf('System.Map', [stringType, objectType]), [
      ['name', 'Ada'],
      ['count', 2],
    ]);
    const fill = (text: string) => on('String template(Map<String, Object> values)', text, map);
    expect(fill('Hello ${name}: ${count} $${name}')).toBe('Hello Ada: 2 ${name}');
    expect(problemOf(() => fill('${missing}'))).toContain('missing');
  });
});

describe('the description of String', () => {
  it('lists what is documented but not built, so that it fails loudly', () => {
    const missing = Object.entries(textTypes[0]?.methods ?? {}).filter(([, each]) => each === 'unsupported');
    expect(missing.map(([signature]) => signature.replace(/\(.*/, ''))).toEqual(Array(4).fill('void addError'));
  });
});

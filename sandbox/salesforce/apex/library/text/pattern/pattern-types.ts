import { madeText } from '../../../run/meter.ts';
import type { BuiltinType } from '../../define.ts';
import { refuseNull } from '../refuse-null.ts';
import { textList } from '../string-characters.ts';
import { ApexMatcher } from './apex-matcher.ts';
import { ApexPattern, patternFromText } from './apex-pattern.ts';
import { quoteReplacement } from './replacement.ts';
import { splitByPattern } from './split-text.ts';

/** An expression that means the text itself, whatever characters it has. */
function quote(text: string): string {
  return madeText(`\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`);
}

function splitToList(pattern: ApexPattern, text: string, limit: number) {
  return textList(splitByPattern(text, pattern, limit));
}

/** System.Pattern: a compiled regular expression of Java. */
export const patternBuiltin: BuiltinType = {
  name: 'System.Pattern',
  kind: 'class',
  valueClass: ApexPattern,
  statics: refuseNull({
    'Pattern compile(String regExp)': patternFromText,
    'Boolean matches(String regExp, String stringToMatch)': (expression: string, text: string) =>
      new ApexMatcher(patternFromText(expression), text).matches(),
    'String quote(String yourString)': quote,
  }),
  methods: refuseNull({
    'Matcher matcher(String stringToMatch)': (pattern: ApexPattern, text: string) => new ApexMatcher(pattern, text),
    'String pattern()': (pattern: ApexPattern) => pattern.source,
    'List<String> split(String stringToSplit)': (pattern: ApexPattern, text: string) => splitToList(pattern, text, 0),
    'List<String> split(String stringToSplit, Integer limit)': splitToList,
    'String toString()': (pattern: ApexPattern) => pattern.source,
  }),
};

function reset(matcher: ApexMatcher): ApexMatcher {
  matcher.reset();
  return matcher;
}

function region(matcher: ApexMatcher, start: number, end: number): ApexMatcher {
  matcher.setRegion(start, end);
  return matcher;
}

/** System.Matcher: a pattern at work on a text. */
export const matcherBuiltin: BuiltinType = {
  name: 'System.Matcher',
  kind: 'class',
  valueClass: ApexMatcher,
  statics: refuseNull({
    'String quoteReplacement(String inputString)': (text: string) => madeText(quoteReplacement(text)),
  }),
  methods: refuseNull({
    'Integer end()': (matcher: ApexMatcher) => matcher.endOf(0),
    'Integer end(Integer groupIndex)': (matcher: ApexMatcher, index: number) => matcher.endOf(index),
    'Boolean find()': (matcher: ApexMatcher) => matcher.find(),
    'Boolean find(Integer group)': (matcher: ApexMatcher, start: number) => matcher.findFrom(start),
    'String group()': (matcher: ApexMatcher) => matcher.groupText(0),
    'String group(Integer groupIndex)': (matcher: ApexMatcher, index: number) => matcher.groupText(index),
    'Integer groupCount()': (matcher: ApexMatcher) => matcher.pattern.groupCount,
    'Boolean hasAnchoringBounds()': (matcher: ApexMatcher) => matcher.hasAnchoringBounds,
    'Boolean hasTransparentBounds()': (matcher: ApexMatcher) => matcher.hasTransparentBounds,
    'Boolean hitEnd()': (matcher: ApexMatcher) => matcher.hitEnd,
    'Boolean lookingAt()': (matcher: ApexMatcher) => matcher.lookingAt(),
    'Boolean matches()': (matcher: ApexMatcher) => matcher.matches(),
    'Pattern pattern()': (matcher: ApexMatcher) => matcher.pattern,
    'Matcher region(Integer start, Integer end)': region,
    'Integer regionEnd()': (matcher: ApexMatcher) => matcher.regionEnd,
    'Integer regionStart()': (matcher: ApexMatcher) => matcher.regionStart,
    'String replaceAll(String replacementString)': (matcher: ApexMatcher, replacement: string) =>
      matcher.replace(replacement, false),
    'String replaceFirst(String replacementString)': (matcher: ApexMatcher, replacement: string) =>
      matcher.replace(replacement, true),
    'Boolean requireEnd()': (matcher: ApexMatcher) => matcher.requireEnd,
    'Matcher reset()': reset,
    'Matcher reset(String inputSequence)': (matcher: ApexMatcher, text: string) => {
      matcher.resetTo(text);
      return matcher;
    },
    'Integer start()': (matcher: ApexMatcher) => matcher.startOf(0),
    'Integer start(Integer groupIndex)': (matcher: ApexMatcher, index: number) => matcher.startOf(index),
    'Matcher useAnchoringBounds(Boolean b)': (matcher: ApexMatcher, isOn: boolean) => {
      matcher.hasAnchoringBounds = isOn;
      return matcher;
    },
    'Matcher usePattern(Pattern pattern)': (matcher: ApexMatcher, pattern: ApexPattern) => {
      matcher.usePattern(pattern);
      return matcher;
    },
    'Matcher useTransparentBounds(Boolean b)': (matcher: ApexMatcher, isOn: boolean) => {
      matcher.hasTransparentBounds = isOn;
      return matcher;
    },
  }),
};

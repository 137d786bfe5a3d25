import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers } from './nodes.ts';
import { readLiteral } from './read-literals.ts';
import { placeOf, report, type Reading } from './reading.ts';

/** Words and annotations in front of a declaration: `@IsTest public with sharing` → words "public", "with sharing". */
export function readModifiers(reading: Reading, contexts: readonly ModifierContext[]): Modifiers {
  const words: string[] = [];
  const annotations: Annotation[] = [];
  for (const each of contexts) {
    const annotation = each.annotation() as AnnotationContext | null;
    if (annotation === null) {
      const word = (each.children ?? []).map((part) => part.getText().toLowerCase()).join(' ');
      if (words.includes(word)) {
        report(reading, 'APEX004', placeOf(each), `The modifier ${word} is repeated.`, 'Write it once.');
      }
      words.push(word);
    } else {
      annotations.push(readAnnotation(reading, annotation));
    }
  }
  return { words, annotations };
}

function readAnnotation(reading: Reading, context: AnnotationContext): Annotation {
  const settings: [string, string][] = [];
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    settings.push([pair.id().start.text.toLowerCase(), readSetting(reading, pair.elementValue())]);
  }
  const single = context.elementValue() as ElementValueContext | null;
  if (single !== null) {
    settings.push(['value', readSetting(reading, single)]);
  }
  return { place: placeOf(context), name: context.id().start.text.toLowerCase(), settings };
}

function readSetting(reading: Reading, context: ElementValueContext): string {
  return readLiteral(reading, context.literal()).text;
}

import * as z from 'zod';
import { most } from './bounds.ts';

/** A whole number within bounds. */
export function whole(low: number, high: number): z.ZodInt {
  return z.int().min(low).max(high);
}

/** A list with a most, and a least where one is needed. */
export function listOf<Entry extends z.ZodType>(entry: Entry, longest: number): z.ZodArray<Entry> {
  return z.array(entry).max(longest);
}

/** Control characters would break list views and files; a lone surrogate has no bytes to hash. */
const anyLine = /^[^\p{Cc}\p{Cs}]*$/u;
/** Lists are kept in one column of a row, separated by semicolons. */
const listedLine = /^[^;\p{Cc}\p{Cs}]*$/u;

function line(pattern: RegExp, longest: number): z.ZodString {
  return z.string().min(1).max(longest).regex(pattern);
}

/** A name that others refer to: letters, digits and hyphens, so that it can be a part of any platform's own keys. */
export const keyName = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
  .meta({
    id: 'key',
    description: 'A name that others refer to: a letter, then up to 39 letters, digits and hyphens.',
  });

export const label = line(anyLine, most.labelLength);
export const question = line(anyLine, most.questionLength);
export const listedText = line(listedLine, most.textLength);
export const texts = listOf(listedText, most.texts);
export const logicLine = z
  .string()
  .max(most.logicLength)
  .regex(/^[0-9A-Za-z() ]*$/)
  .meta({ description: 'Condition numbers with AND, OR, NOT and brackets; empty joins all by AND.' });

export const points = whole(-most.points, most.points);
export const percent = whole(0, 100);
export const days = whole(0, most.days);
export const amount = whole(-most.whole, most.whole);
export const instant = whole(0, most.instant);

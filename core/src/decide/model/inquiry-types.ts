import { none } from './decision-context.ts';
import type { Int } from './number.ts';
import type { InquiryType, PhraseHint } from './policy.ts';

/** What a person can want of us, in the order in which points are counted; `unknown` is what is left when none wins. */
export const inquiryTypes: InquiryType[] = [
  'sales',
  'support',
  'partner',
  'careers',
  'press',
  'investor',
  'student',
  'vendor',
  'spam',
];

/** Where a hint stands among them; -1 for one that is none. inquiryTypePosition('support') → 1. */
export function inquiryTypePosition(hintsAt: PhraseHint): Int {
  for (let position: Int = 0; position < inquiryTypes.length; position += 1) {
    if (inquiryTypes[position]! === hintsAt) {
      return position;
    }
  }
  return none;
}

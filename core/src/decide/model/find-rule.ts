import { none } from './decision-context.ts';
import type { FactSheet } from './fact-sheet.ts';
import { judgeTest, metMark } from './judge.ts';
import type { Int } from './number.ts';
import type { PreparedPolicy } from './prepared-policy.ts';

/** First match wins. Every rule tried leaves its mark. */
export function findRule(prepared: PreparedPolicy, facts: FactSheet, marks: string[]): Int {
  for (let position: Int = 0; position < prepared.rules.length; position += 1) {
    const mark = judgeTest(prepared.rules[position]!.asked, facts);
    marks.push(mark);
    if (mark === metMark) {
      return position;
    }
  }
  return none;
}

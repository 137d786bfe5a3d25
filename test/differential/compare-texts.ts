import type { Part, Texts } from './answer.ts';

/** The first place at which two answers come apart. Without an offset, a whole part or lead is missing. */
export type Difference = {
  /** "policy", or "lead 0" for the first one. */
  of: string;
  part: string;
  offset: number | null;
  /** What stands there, with up to forty characters before and after. */
  expected: string;
  actual: string;
};

const around = 40;

/** The first difference of two answers; null when they agree byte for byte. */
export function compareTexts(expected: Texts, actual: Texts): Difference | null {
  const inPolicy = compareParts('policy', expected.policy, actual.policy);
  if (inPolicy !== null) {
    return inPolicy;
  }
  if (expected.leads.length !== actual.leads.length) {
    return missing('leads', 'count', String(expected.leads.length), String(actual.leads.length));
  }
  for (const [place, parts] of expected.leads.entries()) {
    const difference = compareParts(`lead ${place}`, parts, actual.leads[place]!);
    if (difference !== null) {
      return difference;
    }
  }
  return null;
}

function compareParts(of: string, expected: readonly Part[], actual: readonly Part[]): Difference | null {
  for (const [place, { name, text }] of expected.entries()) {
    const other = actual[place];
    if (other === undefined || other.name !== name) {
      return missing(of, name, 'present', 'missing');
    }
    if (other.text !== text) {
      return differenceIn(of, name, text, other.text);
    }
  }
  const surplus = actual[expected.length];
  return surplus === undefined ? null : missing(of, surplus.name, 'missing', 'present');
}

function missing(of: string, part: string, expected: string, actual: string): Difference {
  return { of, part, offset: null, expected, actual };
}

function differenceIn(of: string, part: string, expected: string, actual: string): Difference {
  let offset = 0;
  while (offset < expected.length && offset < actual.length && expected[offset] === actual[offset]) {
    offset += 1;
  }
  return { of, part, offset, expected: excerpt(expected, offset), actual: excerpt(actual, offset) };
}

function excerpt(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - around), offset + around);
}

/** A difference for people, in three lines. Its first begins as 'lead 3, decisionText, at character 812'. */
export function describeDifference({ of, part, offset, expected, actual }: Difference): string {
  const place = offset === null ? '' : `, at character ${offset}`;
  return `${of}, ${part}${place}\n  expected ${JSON.stringify(expected)}\n  actual   ${JSON.stringify(actual)}`;
}

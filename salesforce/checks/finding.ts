import path from 'node:path';

/** One thing that a check found in one place. The code is the tool and its rule, such as `pmd:ApexSOQLInjection`. */
export type Finding = { file: string; line: number; column: number; code: string; message: string };

/** What one check did. `amount` says in words what it looked at. */
export type Outcome = { check: string; findings: Finding[]; amount: string; seconds: number };

/**
 * The finding on one line, its file relative to where the reader stands.
 *
 * Example: `salesforce/engine/SbxFit.cls:12 types:Error Unknown variable 'x'`.
 */
export function describeFinding(finding: Finding): string {
  const place = path.relative(process.cwd(), finding.file);
  return `${place}:${finding.line} ${finding.code} ${onOneLine(finding.message)}`;
}

/**
 * The outcome as a line of the summary.
 *
 * Example: `types 0 issues in 120 files, 3.1 s`.
 */
export function describeOutcome(outcome: Outcome): string {
  const count = outcome.findings.length;
  const issues = `${count} ${count === 1 ? 'issue' : 'issues'}`;
  return `${outcome.check} ${issues} in ${outcome.amount}, ${outcome.seconds.toFixed(1)} s`;
}

// The grammar names every word that it would have taken, two thousand characters of them, and a crash its whole stack.
function onOneLine(message: string): string {
  return message
    .replace(/\n\s+at [^]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/(expecting \{[^}]{60})[^}]*\}/, '$1 …}')
    .trim();
}

import type { FindingCode } from './finding-codes.ts';

/** One thing about a project that HubSpot would refuse, or take and then not do. */
export type Finding = {
  readonly code: FindingCode;
  /** Below the project's folder. */
  readonly file: string;
  readonly what: string;
  readonly cause: string;
  readonly next: string;
};

/** Each finding once, by file, then code, then what it says: the same project always reads the same. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ file, code, what, cause, next }: Finding): string => [file, code, what, cause, next].join('\n');
  const byKey = new Map(findings.map((finding) => [key(finding), finding]));
  return [...byKey.keys()].sort().map((each) => byKey.get(each)!);
}

/**
 * The finding as a person reads it, in three lines.
 *
 *     HSM010 src/app/app-hsmeta.json: the uid is "sig nal".
 *       Cause: HubSpot takes letters, digits, periods, hyphens and underscores, 64 at most.
 *       Next: write signal.
 */
export function describeFinding({ code, file, what, cause, next }: Finding): string {
  return `${code} ${file}: ${what}\n  Cause: ${cause}\n  Next: ${next}`;
}

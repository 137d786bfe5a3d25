/**
 * Something about the data that was not as it should be. A problem is a value that travels with the lead; nothing is
 * thrown and nobody is lost. Codes are stable: docs/codes.md lists them.
 */
export type Problem = {
  /** Stable code, such as INT001. */
  code: string;
  /** The field or row it is about; empty when it is about the whole. */
  about: string;
  /** What was found, without personal data. */
  found: string;
};

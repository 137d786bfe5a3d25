/**
 * What a person reads when a policy cannot be used as it is: the thing, the cause, the next step, and what was not lost.
 */
export type PolicyMessage = {
  /** Stable: below 100 they are about the form of the file, from POL100 on about what it says. */
  code: string;
  about: string;
  found: string;
  next: string;
  kept: string;
  /** Where in the file, from 1; null where the trouble is not at one place. */
  line: number | null;
  column: number | null;
};

/**
 * One message as a terminal shows it.
 *
 * POL010  rule "same-person-again" (row 1): condition 1: `operator` is "isyes"; it takes one of isOneOf, ….
 *         Similar: isYes. Use one of its values.
 *         Nothing was published; starter.json was only read. See starter.json:812:21.
 */
export function formatPolicyMessage(message: PolicyMessage, fileName: string): string {
  const place = message.line === null ? '' : ` See ${fileName}:${message.line}:${message.column}.`;
  return [`${message.code}  ${message.about}: ${message.found}`, message.next, `${message.kept}${place}`].join(
    '\n        ',
  );
}

export function keptAsIs(fileName: string): string {
  return `Nothing was published; ${fileName} was only read.`;
}

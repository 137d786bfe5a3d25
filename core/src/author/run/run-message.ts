/** What a person reads when something about their input is not as it should be: the thing, the cause, the next step. */
export type RunMessage = { code: string; about: string; found: string; next: string };

/** Ends a command before it changed anything. The message is for the person who typed it; nothing internal is shown. */
export class RunError extends Error {
  constructor(messages: RunMessage[], shown: string[] = messages.map(formatMessage)) {
    super(shown.join('\n'));
  }
}

/** A person stopped the command before it decided anything. */
export class StoppedEarly extends Error {}

/** formatMessage({code: "MAP001", …}) → "MAP001  header of leads.csv: no column names a lead.\n        Next: …". */
export function formatMessage(message: RunMessage): string {
  return `${message.code}  ${message.about}: ${message.found}\n        Next: ${message.next}`;
}

import { readOutcomes, type LeadOutcome as OutsideOutcome } from '../../../../core/src/author/train/read-outcomes.ts';
import { RunError } from '../../../../core/src/author/run/run-message.ts';
import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { Problem } from '../problem.ts';

export type { OutsideOutcome };

/** How leads ended where sales closes elsewhere, by the key that the file names them with. */
export type OutsideOutcomes = ReadonlyMap<string, OutsideOutcome>;

/** Reads a file of outcomes. SFP020 where it can't be read, with every line that could not. */
export async function readOutside(file: string): Promise<OutsideOutcomes> {
  try {
    const { outcomes, messages } = await readOutcomes(file, {}, 'monthFirst');
    if (messages.length > 0) throw new RunError(messages);
    return outcomes;
  } catch (cause) {
    throw new Problem('SFP020', [`${file}: ${(cause as Error).message}`]);
  }
}

/** What a file may call a lead by: its id in both lengths, its id in the other system, or the hash of its address. */
export function namesOfLead(lead: { id: string; intakeId: string | null; email: string | null }): string[] {
  return [
    lead.id,
    lead.id.slice(0, 15),
    ...(lead.intakeId === null ? [] : [lead.intakeId]),
    ...(lead.email === null ? [] : [hashOfEmail(lead.email)]),
  ];
}

/** The same in every system for the same address, so that two can speak of a person without naming them. */
export function hashOfEmail(email: string): string {
  return hashText(email.trim().toLowerCase());
}

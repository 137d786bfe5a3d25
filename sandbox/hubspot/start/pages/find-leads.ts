import * as z from 'zod';
import type { LeadView } from './lead-view.ts';

const text = z.string().max(200).catch('');

const questionSchema = z.object({
  words: text,
  destination: text,
  owner: text,
  band: text,
  promise: text,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What somebody looks for in the inbox; an empty text asks nothing. */
export type LeadQuestion = z.infer<typeof questionSchema>;

/** What stands behind the address; what cannot be meant asks nothing. */
export function readQuestion(query: unknown): LeadQuestion {
  return questionSchema.parse(typeof query === 'object' && query !== null ? query : {});
}

/** The leads that fit all of a question. Each of its words has to stand somewhere on the lead. */
export function findLeads(leads: readonly LeadView[], question: LeadQuestion): LeadView[] {
  const words = question.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return leads.filter((lead) => {
    const { decided } = lead;
    const isAsked =
      (question.destination === '' || question.destination === decided?.destination) &&
      (question.owner === '' || question.owner === decided?.owner) &&
      (question.band === '' || question.band === decided?.record.choice.bucket) &&
      (question.promise === '' || question.promise === (decided?.promise?.state ?? 'none'));
    if (!isAsked || words.length === 0) return isAsked;
    const told = [lead.person, lead.company, lead.email, lead.contactId, decided?.destination, decided?.owner]
      .join(' ')
      .toLowerCase();
    return words.every((word) => told.includes(word));
  });
}

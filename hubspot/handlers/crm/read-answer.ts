import * as z from 'zod';
import { UnknownEndpointError } from './api-version.ts';
import { CrmError } from './crm-error.ts';

/** An id, which HubSpot writes as a text or as a number. */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String);

/** Where the next page of a list begins; null on the last. */
export const pagingSchema = z
  .looseObject({ next: z.looseObject({ after: idSchema }).nullish() })
  .nullish()
  .transform((paging) => paging?.next?.after ?? null);

/**
 * Waits for an answer of the library and reads it.
 *
 * @param about what was asked, for the message: "the owners"
 * @throws CrmError `unreadable` when it is not what HubSpot documents. The message tells where, never what was there.
 */
export async function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  about: string,
  answer: Promise<unknown>,
): Promise<z.output<Schema>> {
  const read = schema.safeParse(await received(about, answer));
  if (!read.success) {
    const places = read.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.code}`);
    throw unreadable(about, places.join(', '));
  }
  return read.data;
}

// What the calls throw is ours. Everything else comes from the library, which could not make sense of the body; its message
// may quote that body.
async function received(about: string, answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    const isOurs = error instanceof CrmError || error instanceof UnknownEndpointError;
    throw isOurs ? error : unreadable(about, 'no JSON of the kind that was expected');
  }
}

function unreadable(about: string, what: string): CrmError {
  return new CrmError(
    'unreadable',
    `HubSpot's answer about ${about} is not what it documents (${what}). Compare the version in api-version.ts with HubSpot's.`,
  );
}

import * as z from 'zod';
import { contactTypeId, leadTypeId } from '../events/object-types.ts';
import { type ActionKey } from './action-definition.ts';

/** One call of a workflow action, read. */
export type ActionCall = {
  readonly action: ActionKey;
  /** The same for each try of one step of one enrolment. */
  readonly callbackId: string;
  readonly portalId: number;
  readonly workflowId: string | null;
  /** A type id where it is a contact or a lead, else what HubSpot called it. */
  readonly objectTypeId: string;
  readonly objectId: string;
  /** What was filled in, without spaces around it; what was left empty is missing. */
  readonly inputs: ReadonlyMap<string, string>;
};

export type ReadActionCall =
  | { readonly isReadable: true; readonly call: ActionCall }
  /** What of the call cannot be read, as HubSpot calls it; no values. */
  | { readonly isReadable: false; readonly keys: readonly string[] };

const id = z.union([z.int().nonnegative().transform(String), z.string().regex(/^\d{1,20}$/)]);

/** Longest text that anybody needs to tell us. */
const longestInput = 2000;

const inputs = z.record(z.string().max(100), z.unknown()).catch({});

const callSchema = z.object({
  callbackId: z.string().min(1).max(300),
  origin: z.object({
    portalId: z.union([
      z.int().nonnegative(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ]),
  }),
  context: z.object({ workflowId: id.nullable().catch(null) }).catch({ workflowId: null }),
  object: z.object({ objectId: id, objectType: z.string().min(1).max(100) }),
  inputFields: inputs,
  fields: inputs,
});

/**
 * Reads a call of an action. Newer calls say everything in `fields`, older ones in `inputFields`, most of them in both.
 *
 * readActionCall("score", { callbackId: "ap-1", origin: { portalId: 1 }, object: { objectId: 7, objectType: "CONTACT" } })
 * → the call for contact 7, of type 0-1
 */
export function readActionCall(action: ActionKey, body: unknown): ReadActionCall {
  const parsed = callSchema.safeParse(body);
  if (!parsed.success) {
    const keys = parsed.error.issues.map((issue) => issue.path.join('.') || 'body');
    return { isReadable: false, keys: [...new Set(keys)] };
  }
  const sent = parsed.data;
  return {
    isReadable: true,
    call: {
      action: action,
      callbackId: sent.callbackId,
      portalId: sent.origin.portalId,
      workflowId: sent.context.workflowId,
      objectTypeId: typeIdOf(sent.object.objectType),
      objectId: sent.object.objectId,
      inputs: readInputs({ ...sent.inputFields, ...sent.fields }),
    },
  };
}

/** Calls name standard objects in capitals; the type id is what newer ones say. */
function typeIdOf(objectType: string): string {
  switch (objectType.toUpperCase()) {
    case 'CONTACT':
      return contactTypeId;
    case 'LEAD':
      return leadTypeId;
    default:
      return objectType;
  }
}

function readInputs(sent: Readonly<Record<string, unknown>>): Map<string, string> {
  const read = new Map<string, string>();
  for (const [name, value] of Object.entries(sent)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const text = String(value).trim().slice(0, longestInput);
      if (text !== '') {
        read.set(name, text);
      }
    }
  }
  return read;
}

import * as z from 'zod';

/** What is shown where, and to whom. */
export type FrameAddress = {
  readonly portalId: number;
  readonly appId: number;
  /** The uid of the component. */
  readonly component: string;
  readonly userId: number;
  /** The record on whose page it is, or the type of the records that were chosen; null for a page of its own. */
  readonly objectTypeId: string | null;
  /** Of the record; several for a bulk action. */
  readonly objectIds: readonly string[];
};

const querySchema = z.looseObject({
  portalId: z.coerce.number().int(),
  appId: z.coerce.number().int(),
  component: z.string(),
  userId: z.coerce.number().int(),
  objectTypeId: z.string().nullable().default(null),
  objectIds: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((id) => /^\d+$/.test(id))),
});

/** The path under which the host shows it, without a frame of its own around it. */
export function writeFrameAddress({ objectTypeId, objectIds, ...address }: FrameAddress): string {
  const query = new URLSearchParams({ bare: '' });
  for (const [name, value] of Object.entries(address)) query.set(name, String(value));
  if (objectTypeId !== null) query.set('objectTypeId', objectTypeId);
  if (objectIds.length > 0) query.set('objectIds', objectIds.join(','));
  return `/ui-host/frame?${query.toString()}`;
}

/** Null where the query is no such address. */
export function readFrameAddress(query: Readonly<Record<string, string>>): FrameAddress | null {
  const parsed = querySchema.safeParse(query);
  return parsed.success ? parsed.data : null;
}

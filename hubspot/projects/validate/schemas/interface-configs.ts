import * as z from 'zod';

const text = z.string().min(1);

/** A card on records. Where it may be and for what is looked at later, by names of its own. */
export const cardConfig = z.strictObject({
  name: text,
  description: text.optional(),
  location: text,
  entrypoint: text,
  objectTypes: z.array(text),
});

/** The app's settings, and its page. */
export const entryConfig = z.strictObject({ entrypoint: text });

/** Something that is done with the records selected in a list. */
export const bulkActionConfig = z.strictObject({
  label: text,
  entrypoint: text,
  objectTypes: z.array(text),
  displayMode: z.enum(['PANEL', 'MODAL']),
  icon: text,
});

/** A serverless function. */
export const functionConfig = z.strictObject({
  entrypoint: text,
  secretKeys: z.array(z.string()),
  endpoint: z
    .strictObject({ path: text, methods: z.array(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).min(1) })
    .optional(),
});

import * as z from 'zod';

const kinds = ['creation', 'deletion', 'merge', 'restore', 'propertyChange', 'associationChange'] as const;
const olderTypes = ['contact', 'company', 'deal', 'ticket', 'product', 'line_item'] as const;

const text = z.string().min(1);

/** The app's webhooks. */
export const webhooksConfig = z.strictObject({
  settings: z.strictObject({ targetUrl: text, maxConcurrentRequests: z.int() }),
  subscriptions: z.strictObject({
    crmObjects: z
      .array(
        z.strictObject({
          subscriptionType: z.enum(kinds.map((kind) => `object.${kind}` as const)),
          objectType: text,
          propertyName: text.optional(),
          active: z.boolean(),
        }),
      )
      .optional(),
    legacyCrmObjects: z
      .array(
        z.strictObject({
          subscriptionType: z.enum(olderTypes.flatMap((type) => kinds.map((kind) => `${type}.${kind}` as const))),
          propertyName: text.optional(),
          active: z.boolean(),
        }),
      )
      .optional(),
    hubEvents: z
      .array(
        z.strictObject({
          subscriptionType: z.enum([
            'contact.privacyDeletion',
            'conversation.creation',
            'conversation.deletion',
            'conversation.privacyDeletion',
            'conversation.propertyChange',
            'conversation.newMessage',
          ]),
          active: z.boolean(),
        }),
      )
      .optional(),
  }),
});

import * as z from 'zod';

const text = z.string().min(1);
const texts = z.array(text);

/** The app itself. */
export const appConfig = z.strictObject({
  name: text.max(200),
  description: text,
  distribution: z.enum(['private', 'marketplace']),
  auth: z.strictObject({
    type: z.enum(['static', 'oauth']),
    redirectUrls: texts.optional(),
    requiredScopes: texts,
    optionalScopes: texts.optional(),
    conditionallyRequiredScopes: texts.optional(),
  }),
  permittedUrls: z.strictObject({ fetch: texts, iframe: texts, img: texts }),
  support: z
    .strictObject({
      supportEmail: text.optional(),
      documentationUrl: text.optional(),
      supportUrl: text.optional(),
      supportPhone: text.optional(),
    })
    .optional(),
  isUserLevel: z.boolean().optional(),
  logo: text.optional(),
});

/** What a component may ask for beyond its app, from 2026.09 on. */
export const permissions = z.strictObject({
  requiredScopes: texts.optional(),
  optionalScopes: texts.optional(),
  conditionallyRequiredScopes: texts.optional(),
});

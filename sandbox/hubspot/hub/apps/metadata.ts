import * as z from 'zod';

/** What stands in hsproject.json. */
export const projectSchema = z.looseObject({
  name: z.string().min(1),
  srcDir: z.string().min(1),
  platformVersion: z.enum(['2025.2', '2026.03', '2026.09'], 'must be 2025.2, 2026.03 or 2026.09'),
});

/** What stands in hsprofile.NAME.json, as far as it matters here. */
export const profileSchema = z.looseObject({
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
});

/** What every *-hsmeta.json has. */
export const componentSchema = z.strictObject({
  uid: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be at most 64 letters, digits, underscores, dashes and periods'),
  type: z.string(),
  config: z.record(z.string(), z.unknown()),
  dependencies: z.unknown().optional(),
  permissions: z.unknown().optional(),
});

export type Component = z.infer<typeof componentSchema>;

/** HubSpot takes plain http for the machine itself only. */
const address = z.string().refine(isSecureOrLocal, 'must be an https address (http only on this machine)');
const scopes = z.array(z.string().min(1)).default([]);

export const appConfigSchema = z
  .looseObject({
    name: z.string().min(1).max(200),
    distribution: z.enum(['private', 'marketplace']),
    auth: z.strictObject({
      type: z.enum(['oauth', 'static']),
      redirectUrls: z.array(address).default([]),
      requiredScopes: scopes,
      optionalScopes: scopes,
      conditionallyRequiredScopes: scopes,
    }),
    permittedUrls: z
      .strictObject({
        fetch: z.array(address).default([]),
        iframe: z.array(z.string()).default([]),
        img: z.array(z.string()).default([]),
      })
      .prefault({}),
  })
  .check(({ value: { distribution, auth }, issues }) => {
    const refuse = (input: unknown, message: string): void => {
      issues.push({ code: 'custom', input, message, path: ['auth'] });
    };
    if (auth.type === 'static' && distribution === 'marketplace')
      refuse(auth, 'apps of the marketplace must use oauth');
    if (auth.type === 'static' && auth.redirectUrls.length > 0) refuse(auth, 'redirectUrls are for oauth only');
    if (auth.type === 'static' && auth.optionalScopes.length + auth.conditionallyRequiredScopes.length > 0) {
      refuse(auth, 'apps with static auth have required scopes only');
    }
    if (auth.type === 'oauth' && auth.redirectUrls.length === 0) refuse(auth, 'oauth needs at least one redirect URL');
    if (auth.type === 'oauth' && !auth.requiredScopes.includes('oauth')) {
      refuse(auth, 'the scope "oauth" must be required');
    }
  });

const kinds = ['creation', 'deletion', 'merge', 'restore', 'propertyChange', 'associationChange'] as const;
const classicTypes = ['contact', 'company', 'deal', 'ticket', 'product', 'line_item'];

const subscriptionOfObject = z
  .strictObject({
    subscriptionType: z.enum(kinds.map((kind) => `object.${kind}` as const)),
    objectType: z.string().min(1),
    propertyName: z.string().min(1).optional(),
    active: z.boolean(),
  })
  .refine(hasPropertyWhereNeeded, 'propertyName belongs to propertyChange, and only there')
  .refine(({ objectType }) => objectType.toLowerCase() !== 'lead', 'webhooks know no leads');

const legacySubscription = z
  .strictObject({
    subscriptionType: z.enum(classicTypes.flatMap((type) => kinds.map((kind) => `${type}.${kind}`))),
    propertyName: z.string().min(1).optional(),
    active: z.boolean(),
  })
  .refine(hasPropertyWhereNeeded, 'propertyName belongs to propertyChange, and only there');

const hubEvent = z.strictObject({
  subscriptionType: z.enum(['contact.privacyDeletion', 'conversation.creation', 'conversation.newMessage']),
  active: z.boolean(),
});

export const webhooksConfigSchema = z.strictObject({
  settings: z.strictObject({
    targetUrl: address,
    maxConcurrentRequests: z.int().min(6, 'must be more than 5'),
  }),
  subscriptions: z.strictObject({
    crmObjects: z.array(subscriptionOfObject).default([]),
    legacyCrmObjects: z.array(legacySubscription).default([]),
    hubEvents: z.array(hubEvent).default([]),
  }),
});

export type WebhooksConfig = z.infer<typeof webhooksConfigSchema>;

const fieldTypes = [
  'bool',
  'currency_number',
  'date',
  'datetime',
  'enumeration',
  'json',
  'number',
  'object_coordinates',
  'phone_number',
  'string',
] as const;

const typeDefinition = z.looseObject({ name: z.string().min(1), type: z.enum(fieldTypes) });

export const actionConfigSchema = z.looseObject({
  actionUrl: address,
  isPublished: z.boolean(),
  supportedClients: z.array(z.looseObject({ client: z.enum(['WORKFLOWS', 'AGENTS']) })).min(1),
  inputFields: z
    .array(
      z.looseObject({
        typeDefinition,
        supportedValueTypes: z.array(z.enum(['STATIC_VALUE', 'OBJECT_PROPERTY'])).min(1),
        isRequired: z.boolean().default(false),
      }),
    )
    .default([]),
  outputFields: z.array(z.looseObject({ typeDefinition })).default([]),
  objectRequestOptions: z.looseObject({ properties: z.array(z.string()).default([]) }).prefault({}),
  labels: z.looseObject({ en: z.looseObject({ actionName: z.string().min(1) }) }),
  objectTypes: z.array(z.string()).default([]),
});

export type ActionConfig = z.infer<typeof actionConfigSchema>;

const httpMethod = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export const functionConfigSchema = z.strictObject({
  entrypoint: z.string().min(1),
  secretKeys: z.array(z.string().min(1)).default([]),
  // HubSpot's table of fields calls it "method", its template "methods".
  endpoint: z
    .strictObject({
      path: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/, 'must be a path without a slash at its ends'),
      method: z.union([httpMethod.transform((one) => [one]), z.array(httpMethod).min(1)]).optional(),
      methods: z.array(httpMethod).min(1).optional(),
    })
    .transform(({ path, method, methods }) => ({ path, methods: methods ?? method ?? ['GET'] }))
    .optional(),
});

export type FunctionConfig = z.infer<typeof functionConfigSchema>;

function hasPropertyWhereNeeded(each: { subscriptionType: string; propertyName?: string | undefined }): boolean {
  return each.subscriptionType.endsWith('.propertyChange') === (each.propertyName !== undefined);
}

function isSecureOrLocal(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { Refusal, notFound } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { refuseSubmission } from './check-submission.ts';
import type { PortalForm, Submission } from './portal-form.ts';
import { submitForm } from './submit-form.ts';

const texts = z.string().optional();

const submissionSchema = z.looseObject({
  fields: z.array(
    z.looseObject({
      name: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
      objectTypeId: z.string().optional(),
    }),
  ),
  submittedAt: z.coerce.number().int().optional(),
  context: z.looseObject({ hutk: texts, pageUri: texts, pageName: texts, ipAddress: texts }).optional(),
  skipValidation: z.boolean().optional(),
});

type FormPath = { Params: { portalId: string; formGuid: string } };

/** Where websites send what people filled in, without a token. */
export function openFormRoutes(
  app: FastifyInstance,
  findPortal: (id: number) => HubPortal | null,
  now: () => number,
): void {
  app.post<FormPath>('/submissions/v3/integration/submit/:portalId/:formGuid', ({ params, body }, reply) => {
    const { portal, form } = find(findPortal, params);
    submitForm(portal.records, form, readSubmission(body), now());
    return reply.send({ inlineMessage: 'Thanks for submitting the form.' });
  });
}

/** The same for apps, with a token. */
export function secureFormRoutes(app: FastifyInstance, now: () => number): void {
  app.post<FormPath>('/submissions/v3/integration/secure/submit/:portalId/:formGuid', (request, reply) => {
    if (!request.caller!.scopes.has('forms')) throw missingScopes(['forms']);
    const { portal, form } = find(
      (portalId) => (portalId === request.portal!.portalId ? request.portal : null),
      request.params,
    );
    submitForm(portal.records, form, readSubmission(request.body), now());
    return reply.send({ inlineMessage: 'Thanks for submitting the form.' });
  });
}

function find(
  findPortal: (id: number) => HubPortal | null,
  { portalId, formGuid }: FormPath['Params'],
): { portal: HubPortal; form: PortalForm } {
  const portal = findPortal(Number(portalId));
  const form = portal?.forms.get(formGuid) ?? null;
  if (portal === null || form === null) throw notFound('The form does not exist in this account.');
  return { portal, form };
}

function readSubmission(body: unknown): Submission {
  const parsed = submissionSchema.safeParse(body);
  if (parsed.success) return parsed.data as Submission;
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'VALIDATION_ERROR', 'The request is not valid');
  throw refuseSubmission(
    parsed.error.issues.map(({ path }) => ({
      errorType: 'INVALID_METADATA',
      message: `Error in '${path.join('.')}'. It cannot be read`,
    })),
  );
}

import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { UiFetchError, type UiResponse } from '../hub/ui/ui-fetch.ts';

export type CardParts = {
  /** What shows an app's card as HTML; null for nothing. */
  readonly cardUrl: string | null;
  uiFetch(portalId: number, userId: number, url: string, request: object): Promise<UiResponse>;
};

const fetchSchema = z.strictObject({
  userId: z.coerce.number(),
  url: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  body: z.unknown().optional(),
  timeout: z.number().optional(),
});

/** What a card on a record's page needs: its HTML, and `hubspot.fetch`. */
export function cardRoutes(app: FastifyInstance, parts: CardParts): void {
  const { cardUrl } = parts;
  app.get<{ Params: { portalId: string }; Querystring: Record<string, string> }>(
    '/portal/:portalId/card',
    async ({ params, query }, reply) => {
      if (cardUrl === null) return reply.code(404).send();
      const url = new URL(cardUrl);
      for (const [name, value] of Object.entries({ ...query, portalId: params.portalId }))
        url.searchParams.set(name, value);
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) });
        return await reply
          .code(answer.status)
          .type('text/html; charset=utf-8')
          .send(await answer.text());
      } catch {
        return reply.code(502).type('text/html; charset=utf-8').send('<p>The card cannot be loaded now.</p>');
      }
    },
  );

  app.post<{ Params: { portalId: string } }>('/portal/:portalId/ui-fetch', async ({ params, body }, reply) => {
    const parsed = fetchSchema.safeParse(body);
    if (!parsed.success) return reply.code(400).send({ message: 'url and userId are required' });
    const { userId, url, ...request } = parsed.data;
    try {
      const { status, text } = await parts.uiFetch(Number(params.portalId), userId, url, request);
      return await reply.send({ status, text });
    } catch (error) {
      if (!(error instanceof UiFetchError)) throw error;
      return reply.code(502).send({ code: error.code, message: error.message });
    }
  });
}

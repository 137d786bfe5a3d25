import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Configuration } from '../../configuration/configuration.ts';
import { TooLateError, withinMillis } from '../deadline.ts';
import type { HttpPorts } from '../http-ports.ts';
import { readJson } from '../read-json.ts';
import { refuse } from '../refuse.ts';
import { onlySigned, rawBodyOf, replayKeyOf } from '../signature/signed-call.ts';
import { answerUi } from './answer-ui.ts';
import { idText, onlyCallers } from './ui-caller.ts';
import type { DecisionQuery, UiAnswer, UiCaller } from './ui-ports.ts';

/** Cards and settings wait for 15 seconds unless they say otherwise. */
const mostMillis = 12_000;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const key = z.string().min(1).max(100);
const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const cardQuery = z.object({ contactId: idText });

const decisionQuery = z
  .object({
    contactId: idText.optional(),
    destinationKey: key.optional(),
    givenTo: key.optional(),
    from: instant.optional(),
    until: instant.optional(),
    after: z.string().min(1).max(200).optional(),
    most: z.coerce.number().int().min(1).max(100).default(25),
  })
  .transform((query): DecisionQuery => ({
    contactId: query.contactId ?? null,
    destinationKey: query.destinationKey ?? null,
    givenTo: query.givenTo ?? null,
    from: query.from ?? null,
    until: query.until ?? null,
    after: query.after ?? null,
    most: query.most,
  }));

const nothing = z.object({});
const publishBody = z.strictObject({ draftHash: hash });
const rollBackBody = z.strictObject({ hash });
/** Named once more in the body: no call does this by mistake. */
const uninstallBody = z.strictObject({ uninstall: z.literal(true) });

/** What cards and settings call through HubSpot: `hubspot.fetch`, signed, with the user and the portal in the query. */
export function uiRoutes(app: FastifyInstance, ports: HttpPorts, configuration: Configuration): void {
  const { ui, metrics } = ports;
  const options = {
    preHandler: [onlySigned(ports, configuration, false), onlyCallers(ports, configuration)],
  };

  read('/ui/card', cardQuery, (caller, { contactId }) => ui.card(caller, contactId));
  read('/ui/rules/draft', nothing, (caller) => ui.draft(caller));
  write('/ui/rules/publish', publishBody, (caller, { draftHash }) => ui.publish(caller, draftHash));
  read('/ui/rules/revisions', nothing, (caller) => ui.revisions(caller));
  write('/ui/rules/roll-back', rollBackBody, (caller, body) => ui.rollBack(caller, body.hash));
  read('/ui/decisions', decisionQuery, (caller, query) => ui.decisions(caller, query));
  read('/ui/alerts', nothing, (caller) => ui.alerts(caller));
  read('/ui/status', nothing, (caller) => ui.status(caller));
  write('/ui/uninstall', uninstallBody, (caller) => ui.uninstall(caller));

  function read<T>(
    path: string,
    schema: z.ZodType<T>,
    ask: (caller: UiCaller, query: T) => Promise<UiAnswer<object>>,
  ): void {
    app.get(path, options, async (request, reply) => {
      const query = schema.safeParse(request.query);
      if (!query.success) return refuseForm(reply, query.error);
      return answerUi(reply, await withinMillis(mostMillis, ask(callerOf(request), query.data)), metrics);
    });
  }

  /** The same call again is not done again, unless it came to nothing the first time. */
  function write<T>(
    path: string,
    schema: z.ZodType<T>,
    change: (caller: UiCaller, body: T) => Promise<UiAnswer<object>>,
  ): void {
    app.post(path, options, async (request, reply) => {
      const json = readJson(rawBodyOf(request));
      if (!json.isRead) return refuse(reply, json.reason);
      const body = schema.safeParse(json.value);
      if (!body.success) return refuseForm(reply, body.error);
      const replay = replayKeyOf(request);
      if (!(await ports.once.takeOnce(replay.key, replay.until, ports.now()))) return refuse(reply, 'doneBefore');
      let answer: UiAnswer<object>;
      try {
        answer = await withinMillis(mostMillis, change(callerOf(request), body.data));
      } catch (error) {
        // What is only late may still be done.
        if (!(error instanceof TooLateError)) await ports.once.giveBack(replay.key);
        throw error;
      }
      if (answer.state !== 'answered') await ports.once.giveBack(replay.key);
      return answerUi(reply, answer, metrics);
    });
  }
}

function callerOf(request: FastifyRequest): UiCaller {
  return request.uiCaller!;
}

/** Says which parts are wrong and what is expected; what was sent is not repeated. */
function refuseForm(reply: FastifyReply, error: z.ZodError): FastifyReply {
  return refuse(reply, 'unreadableCall', {
    problems: error.issues.map((issue) => ({
      about: issue.path.join('.') || 'body',
      found: issue.code === 'unrecognized_keys' ? 'has keys that are not expected' : 'missing or not readable',
    })),
  });
}

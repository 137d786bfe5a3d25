import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { answerUiCall } from '../../../handlers/ui/answer-ui-call.ts';
import type { UiAnswer, UiCaller } from '../../../handlers/ui/ui-answer.ts';
import { uiCalls, type UiCallName, type UiRead } from '../../../handlers/ui/ui-calls.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { TooLateError, withinMillis } from '../deadline.ts';
import type { HttpPorts } from '../http-ports.ts';
import { readJson } from '../read-json.ts';
import { refuse } from '../refuse.ts';
import { onlySigned, rawBodyOf, replayKeyOf } from '../signature/signed-call.ts';
import { answerUi } from './answer-ui.ts';
import { onlyCallers } from './ui-caller.ts';

/** Cards and settings wait a little longer than this, so that they get our words and not HubSpot's. */
const mostMillis = { read: 12_000, work: 26_000, write: 17_000 };

/** What cards and settings call through HubSpot: `hubspot.fetch`, signed, with the user and the portal in the query. */
export function uiRoutes(app: FastifyInstance, ports: HttpPorts, configuration: Configuration): void {
  const { ui, accessOf, metrics } = ports;
  const options = {
    preHandler: [onlySigned(ports, configuration, false), onlyCallers(ports, configuration)],
  };
  for (const [name, { kind, editions }] of Object.entries(uiCalls) as [UiCallName, (typeof uiCalls)[UiCallName]][]) {
    if (!(editions as readonly string[]).includes('marketplace')) continue;
    if (kind === 'read') read(name);
    else if (kind === 'work') work(name);
    else write(name);
  }

  function read(name: UiCallName): void {
    app.get(uiCalls[name].path, options, async (request, reply) => {
      const query = uiCalls[name].input.safeParse(request.query);
      if (!query.success) return refuseForm(reply, query.error);
      return answerUi(reply, await ask(name, request, query.data), metrics);
    });
  }

  /** Changes nothing, so that it may be asked again. */
  function work(name: UiCallName): void {
    app.post(uiCalls[name].path, options, async (request, reply) => {
      const body = bodyOf(name, request, reply);
      return body === null ? reply : answerUi(reply, await ask(name, request, body.read), metrics);
    });
  }

  /** The same call again is not done again, unless it came to nothing the first time. */
  function write(name: UiCallName): void {
    app.post(uiCalls[name].path, options, async (request, reply) => {
      const body = bodyOf(name, request, reply);
      if (body === null) return reply;
      const replay = replayKeyOf(request);
      if (!(await ports.once.takeOnce(replay.key, replay.until, ports.now()))) return refuse(reply, 'doneBefore');
      let answer: UiAnswer<object>;
      try {
        answer = await ask(name, request, body.read);
      } catch (error) {
        // What is only late may still be done.
        if (!(error instanceof TooLateError)) await ports.once.giveBack(replay.key);
        throw error;
      }
      if (answer.state !== 'answered') await ports.once.giveBack(replay.key);
      return answerUi(reply, answer, metrics);
    });
  }

  function ask<Name extends UiCallName>(
    name: Name,
    request: FastifyRequest,
    input: UiRead<UiCallName>,
  ): Promise<UiAnswer<object>> {
    const given = { ports: ui, accessOf };
    return withinMillis(
      mostMillis[uiCalls[name].kind],
      answerUiCall(name, callerOf(request), input as UiRead<Name>, given),
    );
  }
}

/** Null where it was refused already. */
function bodyOf(
  name: UiCallName,
  request: FastifyRequest,
  reply: FastifyReply,
): { readonly read: UiRead<UiCallName> } | null {
  const json = readJson(rawBodyOf(request));
  if (!json.isRead) {
    refuse(reply, json.reason);
    return null;
  }
  const body = uiCalls[name].input.safeParse(json.value);
  if (!body.success) {
    refuseForm(reply, body.error);
    return null;
  }
  return { read: body.data };
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

import type { FastifyReply } from 'fastify';
import type { UiAnswer } from '../../../handlers/ui/ui-answer.ts';
import { refusalNameOf } from '../../../handlers/ui/ui-refusals.ts';
import type { Metrics } from '../../observing/create-metrics.ts';
import { refuse } from '../refuse.ts';

/** Sends what a port answered. A record of another portal looks like none, and is counted. */
export function answerUi(reply: FastifyReply, answer: UiAnswer<object>, metrics: Metrics): FastifyReply {
  if (answer.state === 'answered') return reply.send(answer.content);
  if (answer.state === 'notFound' && answer.isOfAnotherPortal) metrics.countForeignRecord();
  return refuse(reply, refusalNameOf(answer), {
    ...(answer.state === 'refused' ? { problems: answer.problems } : {}),
    ...(answer.state === 'unavailable' ? { retryAfterSeconds: answer.retryAfterSeconds } : {}),
  });
}

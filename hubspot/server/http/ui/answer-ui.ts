import type { FastifyReply } from 'fastify';
import type { Metrics } from '../../observing/create-metrics.ts';
import { refuse } from '../refuse.ts';
import type { UiAnswer } from './ui-ports.ts';

/** Sends what a port answered. A record of another portal looks like none, and is counted. */
export function answerUi(reply: FastifyReply, answer: UiAnswer<object>, metrics: Metrics): FastifyReply {
  switch (answer.state) {
    case 'answered':
      return reply.send(answer.content);
    case 'notFound':
      if (answer.isOfAnotherPortal) metrics.countForeignRecord();
      return refuse(reply, 'recordNotFound');
    case 'notAllowed':
      return refuse(reply, 'notAllowed');
    case 'refused':
      return refuse(reply, 'refusedByRules', { problems: answer.problems });
    case 'changedMeanwhile':
      return refuse(reply, 'changedMeanwhile');
    case 'unavailable':
      return refuse(reply, 'busy', { retryAfterSeconds: answer.retryAfterSeconds });
  }
}

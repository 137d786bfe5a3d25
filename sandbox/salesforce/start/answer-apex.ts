import { callAuraEnabled } from '../org/access/call-aura-enabled.ts';
import type { JsonObject } from '../org/http/json.ts';
import type { Installation } from '../installation/installation.ts';
import type { ApexRequest, LightningAnswer } from '../lightning/serve/answer-question.ts';

/** Answers what components ask of Apex by the deployed classes, as the asking user and in a transaction of its own. */
export function answerApexOf({
  org,
  program,
}: Pick<Installation, 'org' | 'program'>): (request: ApexRequest) => Promise<LightningAnswer> {
  return ({ class: className, method, params, userId, isWire }) =>
    Promise.resolve(
      callAuraEnabled(org, { program, userId, method: `${className}.${method}`, args: params as JsonObject, isWire }),
    );
}

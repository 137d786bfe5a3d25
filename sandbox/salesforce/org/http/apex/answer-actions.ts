import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, resourceUrl, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { isJsonList, isJsonObject, type JsonObject } from '../json.ts';
import type { ActionParameter, DescribedAction } from '../org-behind-http.ts';
import { writeChangeError } from '../record/write-outcome.ts';

/** `/actions/custom/apex` and what is below: invocable methods. Standard actions and flows are not here. */
export function answerActions(call: Call, below: readonly string[]): Answer {
  const [kind, type, name, ...more] = below;
  if (kind === undefined) {
    return answerByMethod(call, {
      GET: () => answerWith(200, { custom: resourceUrl(call, 'actions', 'custom') }),
    });
  }
  if (kind !== 'custom' || (type !== undefined && type !== 'apex')) {
    return refuseUnsupported(`actions/${below.join('/')}`);
  }
  if (type === undefined) {
    return answerByMethod(call, {
      GET: () => answerWith(200, { apex: resourceUrl(call, 'actions', 'custom', 'apex') }),
    });
  }
  if (name === undefined) {
    return answerByMethod(call, { GET: () => answerWith(200, listActions(call)) });
  }
  const action = call.site.org.actions().find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (action === undefined || more.length > 0) {
    return refuseUnknown();
  }
  return answerByMethod(call, {
    GET: () => answerWith(200, describeAction(action)),
    POST: () => runAction(call, action),
  });
}

function listActions(call: Call): JsonObject {
  const actions = call.site.org.actions().map(({ label, name }) => ({
    label,
    name,
    type: 'APEX',
    url: resourceUrl(call, 'actions', 'custom', 'apex', name),
  }));
  return { actions };
}

function describeAction({ name, label, description, inputs, outputs }: DescribedAction): JsonObject {
  return {
    description,
    inputs: inputs.map((each) => ({ ...describeParameter(each), required: each.isRequired })),
    label,
    name,
    outputs: outputs.map(describeParameter),
    standard: false,
    targetEntityName: null,
    type: 'APEX',
  };
}

function describeParameter({ name, label, description, type }: ActionParameter): JsonObject {
  return { byteLength: 0, description, label, maxOccurs: 1, name, picklistValues: null, sobjectType: null, type };
}

/** One result for each input, in their order; 400 where one of them failed. */
function runAction(call: Call, action: DescribedAction): Answer {
  const { inputs } = readObjectBody(call);
  if (!isJsonList(inputs) || !inputs.every(isJsonObject)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'The request body needs a list of objects named inputs.');
  }
  const outcomes = call.site.org.runAction(call.user, action.name, inputs);
  const hasErrors = outcomes.some((each) => each.errors.length > 0);
  return answerWith(
    hasErrors ? 400 : 200,
    outcomes.map(({ outputValues, errors }) => ({
      actionName: action.name,
      errors: errors.length === 0 ? null : errors.map(writeChangeError),
      invocationId: null,
      isSuccess: errors.length === 0,
      outcome: null,
      outputValues,
      sortOrder: -1,
      version: 1,
    })),
  );
}

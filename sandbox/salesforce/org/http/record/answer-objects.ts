import { answerWith, noContent, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { findField, findObject } from '../describe/find-object.ts';
import { writeObject, writeObjectInList } from '../describe/write-object.ts';
import type { DescribedObject } from '../org-behind-http.ts';
import { answerExternalId } from './answer-external-id.ts';
import { answerRecord, createRecord } from './answer-record.ts';

/** `/sobjects` and everything below. */
export function answerObjects(call: Call, below: readonly string[]): Answer {
  const [objectName, part, ...more] = below;
  if (objectName === undefined) {
    return answerByMethod(call, { GET: () => listObjects(call) });
  }
  const object = findObject(call, objectName);
  if (part === undefined) {
    return answerByMethod(call, {
      GET: () => answerWith(200, { objectDescribe: writeObjectInList(object, call), recentItems: [] }),
      POST: () => createRecord(call, object),
    });
  }
  if (part === 'describe' && more.length === 0) {
    return answerByMethod(call, { GET: () => answerWith(200, writeObject(object, call)) });
  }
  return answerBelowObject(call, object, part, more);
}

const unsupportedParts = new Set(['deleted', 'describe', 'listviews', 'quickActions', 'updated']);

function answerBelowObject(call: Call, object: DescribedObject, part: string, more: readonly string[]): Answer {
  if (unsupportedParts.has(part)) {
    return refuseUnsupported(`sobjects/${object.name}/${[part, ...more].join('/')}`);
  }
  const [value, ...rest] = more;
  if (object.name === 'User' && value === 'password' && rest.length === 0) {
    return answerByMethod(call, { POST: () => setPassword(call, part) });
  }
  const field = findField(object, part);
  if (value === undefined) {
    return answerRecord(call, object, part);
  }
  if (field !== null && rest.length === 0) {
    return answerExternalId(call, object, field, value);
  }
  return field === null
    ? refuseUnsupported(`the relationship address sobjects/${object.name}/ID/${value}`)
    : refuseUnknown();
}

/** `/sobjects/User/005…/password` */
function setPassword(call: Call, userId: string): Answer {
  const { NewPassword: password } = readObjectBody(call);
  const user = call.site.org.findUser(userId) ?? refuseUnknown();
  if (typeof password !== 'string' || password === '') {
    return refuse(400, 'INVALID_NEW_PASSWORD', 'The request body needs a NewPassword.');
  }
  call.site.org.setPassword(user.id, password);
  return noContent;
}

function listObjects(call: Call): Answer {
  const { org } = call.site;
  const sobjects = org.objectNames().map((each) => writeObjectInList(findObject(call, each), call));
  return answerWith(200, { encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

import { callAuraEnabled } from '../../../../sandbox/salesforce/org/access/call-aura-enabled.ts';
import type { JsonObject } from '../../../../sandbox/salesforce/org/http/json.ts';
import { OrgRefusal, type OrgUser } from '../../../../sandbox/salesforce/org/http/org-behind-http.ts';
import type { Asked, Outcome } from './entries.ts';
import type { SecuredOrg, Who } from './secured-org.ts';
import { withoutTraces } from './without-traces.ts';

/** What came of an attempt: what was answered, word for word, the objects of which records were changed, and what was given away. */
export type Tried = {
  readonly outcome: Outcome;
  readonly answer: string;
  readonly changed: readonly string[];
  readonly leaked: readonly string[];
};

type Answer = { readonly isError: boolean; readonly content: unknown };

const nothingWords = /^\[\]$|SFA201|SFA228|"state":"hidden"|"rows":\[\],.*"advice":"Nobody of this name/;
const closedWords = /^You do not have access to the Apex class named/;

/** Tries an entry as somebody, and takes back whatever it changed. */
export function tryEntry(org: SecuredOrg, who: Who, { entry, input }: Asked): Tried {
  const given = fillIn(org, input);
  const { result, changed } = withoutTraces(org.installation.org, () => {
    try {
      return call(org, who, entry, given);
    } catch (error) {
      if (error instanceof OrgRefusal) return { isError: true, content: error.message };
      throw error;
    }
  });
  const outcome = outcomeOf(result);
  const answer = textOf(result.content);
  const { words, traces } = org.secrets;
  const leaked = (outcome === 'allowed' ? words : [...words, ...traces]).filter((each) => answer.includes(each));
  return { outcome, answer, changed, leaked };
}

/** Inputs name ids of the org: {own}, {readOnly}, {hidden} are leads, {revision} is the live revision. */
function fillIn({ leadIds, revisionId }: SecuredOrg, input: unknown): JsonObject {
  const ids: Record<string, string> = { ...leadIds, revision: revisionId };
  const text = JSON.stringify(input).replace(/\{(\w+)\}/g, (all, name: string) => ids[name] ?? all);
  return JSON.parse(text) as JsonObject;
}

function call({ installation, userIds }: SecuredOrg, who: Who, entry: string, input: JsonObject): Answer {
  const { org, program, connected } = installation;
  const user = connected.findUser(userIds[who])!;
  if (entry.includes(' ')) {
    return callRest(installation, user, entry, input);
  }
  if (entry.includes('.')) {
    const answer = callAuraEnabled(org, { program, userId: user.id, method: entry, args: input });
    return 'error' in answer
      ? { isError: true, content: answer.error.message }
      : { isError: false, content: answer.data };
  }
  const [{ outputValues, errors } = { outputValues: null, errors: [] }] = connected.runAction(user, entry, [input]);
  return { isError: errors.length > 0 || outputValues?.['isSuccess'] === false, content: [outputValues, errors] };
}

/** `POST /signalbox/policy/publish`: what follows the class's own address is in the attempt's. */
function callRest({ connected }: SecuredOrg['installation'], user: OrgUser, entry: string, input: JsonObject): Answer {
  const [method = '', address = ''] = entry.split(' ');
  const [path = '', query = ''] = address.split('?');
  const answer = connected.runApexRest(user, {
    method,
    path,
    parameters: new Map(new URLSearchParams(query)),
    headers: new Map([['content-type', 'application/json']]),
    body: method === 'GET' ? new Uint8Array() : Buffer.from(JSON.stringify(input['body'] ?? input)),
  });
  if (answer === null) throw new Error(`Nothing answers to ${entry}.`);
  return { isError: answer.status >= 400, content: Buffer.from(answer.body).toString('utf8') };
}

function outcomeOf({ isError, content }: Answer): Outcome {
  const text = textOf(content);
  if (isError && closedWords.test(text)) return 'closed';
  if (nothingWords.test(text)) return 'nothing';
  return isError ? 'refused' : 'allowed';
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content ?? null);
}

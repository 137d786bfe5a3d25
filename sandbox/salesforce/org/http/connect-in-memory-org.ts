import { ApexException } from '../../apex/run/apex-object.ts';
import { describeException } from '../../apex/library/exception/exceptions.ts';
import { compileProgram, type Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { ApexRequests, refuseApexError } from './in-memory/apex-requests.ts';
import { changeOrg } from './in-memory/change-org.ts';
import { describeSchema } from './in-memory/describe-schema.ts';
import { describeInvocable, invocableMethods, runInvocable } from './in-memory/invocable-methods.ts';
import { queryOrg } from './in-memory/query-org.ts';
import { findRestResource, runRestResource } from './in-memory/rest-resources.ts';
import { runAnonymous } from './in-memory/run-anonymous.ts';
import { Sessions } from './in-memory/sessions.ts';
import { OrgRefusal, type ActionOutcome, type DescribedObject, type OrgBehindHttp } from './org-behind-http.ts';

export interface ConnectOptions {
  readonly org: InMemoryOrg;
  /** The deployed Apex, compiled against the org; without it there are no resources and actions. */
  readonly program?: Program;
  /** By user name. */
  readonly passwords?: Readonly<Record<string, string>>;
}

export interface ConnectedOrg extends OrgBehindHttp {
  /** The id of a new session, as after a login; null where no active user has the name. */
  beginSession(username: string): string | null;
  refreshTokenOf(username: string): string;
}

/**
 * An org in memory as HTTP needs it:
 *
 *     const org = connectInMemoryOrg({ org: inMemoryOrg, program });
 *     const { url } = await startOrg({ org });
 *     new jsforce.Connection({ instanceUrl: url, accessToken: org.beginSession('running.user@example.com') });
 */
export function connectInMemoryOrg({ org, program, passwords = {} }: ConnectOptions): ConnectedOrg {
  const requests = new ApexRequests(org, program ?? compileProgram([], { org }));
  const { organizationId, now } = org.changes.environment;
  const organization = { id: organizationId, name: textOf(org, organizationId, 'name') };
  const sessions = new Sessions(org.store, organizationId, new Map(Object.entries(passwords)), now);
  const described = rememberDescriptions(org);
  return {
    organization,
    beginSession: (username) => sessions.begin(username),
    refreshTokenOf: (username) => sessions.refreshTokenOf(username),
    authenticate: (sessionId) => sessions.userOf(sessionId),
    logIn: (username, password) => sessions.logIn(username, password),
    refresh: (token) => sessions.refresh(token),
    logOut: (sessionId) => sessions.end(sessionId),
    findUser: (id) => sessions.findUser(id),
    objectNames: () => org.objectNames(),
    describeObject: (name) => {
      const object = org.schema.find(name);
      return object === null ? null : described(object);
    },
    query: (user, text, scope) =>
      toldApexErrors(() => requests.run(user, () => queryOrg(org, user, text, scope === 'with deleted'))),
    change: (user, request) => toldApexErrors(() => requests.run(user, () => changeOrg(org, request))),
    attempt: (work, isKept) => requests.attempt(work, isKept),
    runApexRest: (user, request) => {
      const resource = findRestResource(requests.program, request.path);
      return resource === null
        ? null
        : toldApexErrors(() => requests.run(user, (each) => runRestResource(each, resource, request)));
    },
    actions: () => invocableMethods(requests.program).map((each) => describeInvocable(requests.program, each)),
    runAction: (user, name, inputs) => {
      const found = invocableMethods(requests.program).find((each) => each.declared.name === name);
      if (found === undefined) {
        throw new OrgRefusal('NOT_FOUND', `There is no invocable method in a class named ${name}.`);
      }
      try {
        return requests.run(user, (each) => runInvocable(requests.program, each, found, inputs));
      } catch (error) {
        return inputs.map(() => tellFailure(error));
      }
    },
    executeAnonymous: (user, text) => runAnonymous(requests, user, text),
  };
}

/** A schema never changes, and requests ask for the same few objects again and again. */
function rememberDescriptions(org: InMemoryOrg): (object: ObjectSchema) => DescribedObject {
  const known = new Map<ObjectSchema, DescribedObject>();
  return (object) => {
    const found =
      known.get(object) ?? describeSchema(object, org.schema, (type) => recordTypeId(org, object.name, type));
    known.set(object, found);
    return found;
  };
}

function toldApexErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    return refuseApexError(error);
  }
}

/** An action that throws fails for each of its inputs. */
function tellFailure(error: unknown): ActionOutcome {
  if (!(error instanceof ApexException)) {
    throw error;
  }
  const message = `An Apex error occurred: ${describeException(error)}`;
  return { outputValues: null, errors: [{ code: 'UNKNOWN_EXCEPTION', message, fields: [] }] };
}

function textOf(org: InMemoryOrg, id: string, field: string): string {
  const value = org.store.findRecord(id)?.fields.get(field);
  return typeof value === 'string' ? value : '';
}

function recordTypeId(org: InMemoryOrg, objectName: string, developerName: string): string {
  for (const { id, fields } of org.store.recordsOf('RecordType')) {
    if (fields.get('sobjecttype') === objectName && fields.get('developername') === developerName) {
      return id;
    }
  }
  throw new Error(`The org has no record for the record type ${developerName} of ${objectName}.`);
}

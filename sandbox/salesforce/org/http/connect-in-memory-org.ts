import { ApexException } from '../../apex/run/apex-object.ts';
import { describeException } from '../../apex/library/exception/exceptions.ts';
import { withinNamespace } from '../../apex/run/namespace-in-force.ts';
import { compileProgram, type Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { ApexRequests, refuseApexError } from './in-memory/apex-requests.ts';
import { BackgroundWork } from './in-memory/background-work.ts';
import { changeOrg } from './in-memory/change-org.ts';
import { viewOf } from './in-memory/describe-for-user.ts';
import { describeSchema } from './in-memory/describe-schema.ts';
import { refuseClass } from './in-memory/refuse-class.ts';
import { actionName, describeInvocable, invocableMethods, runInvocable } from './in-memory/invocable-methods.ts';
import { queryOrg } from './in-memory/query-org.ts';
import { findRestResource, runRestResource } from './in-memory/rest-resources.ts';
import { runAnonymous } from './in-memory/run-anonymous.ts';
import { runTestMethods } from './in-memory/run-test-methods.ts';
import { searchOrg } from './in-memory/search-org.ts';
import { Sessions, type Logins } from './in-memory/sessions.ts';
import { OrgRefusal, type ActionOutcome, type DescribedObject, type OrgBehindHttp } from './org-behind-http.ts';

export interface ConnectOptions extends Logins {
  readonly org: InMemoryOrg;
  /** The deployed Apex, compiled against the org; without it there are no resources and actions. */
  readonly program?: Program;
  /** Whether what requests hand over runs after their answers, or waits for runJobs. */
  readonly jobs?: 'run' | 'hold';
}

export interface ConnectedOrg extends OrgBehindHttp {
  /** The id of a new session, as after a login; null where no active user has the name. */
  beginSession(username: string): string | null;
  refreshTokenOf(username: string): string;
  /** The jobs and events that requests hand over. */
  readonly background: BackgroundWork;
  /** Ends when none of them is left that is due. */
  settled(): Promise<void>;
}

/**
 * An org in memory as HTTP needs it:
 *
 *     const org = connectInMemoryOrg({ org: inMemoryOrg, program });
 *     const { url } = await startOrg({ org });
 *     new jsforce.Connection({ instanceUrl: url, accessToken: org.beginSession('running.user@example.com') });
 */
export function connectInMemoryOrg({ org, program, jobs = 'run', ...logins }: ConnectOptions): ConnectedOrg {
  const deployed = program ?? compileProgram([], { org });
  const background = new BackgroundWork(org, deployed, jobs === 'hold');
  const requests = new ApexRequests(org, deployed, () => background.wake());
  const { organizationId, now } = org.changes.environment;
  const organization = { id: organizationId, name: textOf(org, organizationId, 'name') };
  const sessions = new Sessions(org.store, organizationId, logins, now);
  const described = rememberDescriptions(org);
  return {
    organization,
    background,
    settled: () => background.settled(),
    beginSession: (username) => sessions.begin(username),
    refreshTokenOf: (username) => sessions.refreshTokenOf(username),
    authenticate: (sessionId) => sessions.userOf(sessionId),
    logIn: (username, password) => sessions.logIn(username, password),
    logInClient: (clientId, clientSecret) => sessions.logInClient(clientId, clientSecret),
    setPassword: (userId, password) => sessions.setPassword(userId, password),
    refresh: (token) => sessions.refresh(token),
    logOut: (sessionId) => sessions.end(sessionId),
    findUser: (id) => sessions.findUser(id),
    objectNames: () => org.objectNames(),
    describeObject: (name) => {
      const object = org.schema.find(name);
      return object === null ? null : described(object);
    },
    viewOf: (user) => viewOf(org, user, described),
    query: (user, text, scope) =>
      toldApexErrors(() =>
        requests.run(user, () => outside(() => queryOrg(org, user, text, scope === 'with deleted'))),
      ),
    change: (user, request) => toldApexErrors(() => requests.run(user, () => outside(() => changeOrg(org, request)))),
    attempt: (work, isKept) => requests.attempt(work, isKept),
    runApexRest: (user, request) => {
      const resource = findRestResource(requests.program, request.path);
      if (resource !== null) {
        refuseClass(org, user, resource.declared.name);
      }
      return resource === null
        ? null
        : toldApexErrors(() =>
            requests.run(user, (each) => runRestResource(each, resource, request, requests.program.namespace)),
          );
    },
    actions: () => invocableMethods(requests.program).map((each) => describeInvocable(requests.program, each)),
    runAction: (user, name, inputs) => {
      const found = invocableMethods(requests.program).find(
        (each) => actionName(requests.program, each.declared) === name,
      );
      if (found === undefined) {
        throw new OrgRefusal('NOT_FOUND', `There is no invocable method in a class named ${name}.`);
      }
      refuseClass(org, user, found.declared.name);
      try {
        return requests.run(user, (each) => runInvocable(requests.program, each, found, inputs), 'INVOCABLE_ACTION');
      } catch (error) {
        return inputs.map(() => tellFailure(error));
      }
    },
    executeAnonymous: (user, text) => {
      if (!org.access.of(user.id).permissions.has('AuthorApex')) {
        throw new OrgRefusal(
          'INSUFFICIENT_ACCESS',
          'You do not have the level of access necessary to perform the operation you requested.',
        );
      }
      return runAnonymous(requests, user, text);
    },
    runTests: (user, tests) => runTestMethods(requests, user, tests),
    search: (user, text) => toldApexErrors(() => requests.run(user, () => outside(() => searchOrg(org, user, text)))),
  };
}

/** Requests say the whole name of what belongs to a package. */
function outside<T>(action: () => T): T {
  return withinNamespace(null, action);
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

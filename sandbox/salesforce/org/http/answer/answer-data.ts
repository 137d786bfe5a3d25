import { answerActions } from '../apex/answer-actions.ts';
import { answerTooling } from '../apex/answer-tooling.ts';
import { answerIngest } from '../bulk/answer-ingest.ts';
import { answerQueryJobs } from '../bulk/answer-query-jobs.ts';
import { answerComposites } from '../composite/answer-composite.ts';
import { identityUrl } from '../identity/identity.ts';
import { answerQuery } from '../query/answer-query.ts';
import { answerObjects } from '../record/answer-objects.ts';
import { answerParameterizedSearch, answerSearch } from '../search/answer-search.ts';
import { answerWith, type Answer } from './answer.ts';
import { answerByMethod, resourceUrl, type Call } from './call.ts';
import { refuseUnknown, refuseUnsupported } from './rest-error.ts';
import { writeLimits } from './write-limits.ts';

const resources: Readonly<Record<string, (call: Call, below: readonly string[]) => Answer>> = {
  actions: answerActions,
  composite: (call, below) => answerComposites(call, below, answerData),
  jobs: answerJobs,
  parameterizedSearch: answerParameterizedSearch,
  limits: (call, below) =>
    below.length > 0
      ? refuseUnsupported(`limits/${below.join('/')}`)
      : answerByMethod(call, { GET: () => answerWith(200, writeLimits(call.site)) }),
  query: (call, below) => answerQuery(call, 'live', below),
  queryAll: (call, below) => answerQuery(call, 'with deleted', below),
  search: answerSearch,
  sobjects: answerObjects,
  tooling: answerTooling,
};

/** Resources that the platform has and this org has not. */
const unsupported = new Set([
  'analytics',
  'appMenu',
  'async-queries',
  'chatter',
  'compactLayouts',
  'connect',
  'consent',
  'event',
  'eventLogFile',
  'folders',
  'graphql',
  'knowledgeManagement',
  'metadata',
  'process',
  'quickActions',
  'recent',
  'relevantItems',
  'scheduling',
  'support',
  'tabs',
  'theme',
  'ui-api',
  'wave',
]);

/** Everything below `/services/data/vXX.0`. */
export function answerData(call: Call): Answer {
  const [name, ...below] = call.path;
  if (name === undefined) {
    return answerByMethod(call, { GET: () => answerWith(200, listResources(call)) });
  }
  const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
  if (resource !== undefined) {
    return resource(call, below);
  }
  return unsupported.has(name) ? refuseUnsupported(`the resource ${name}`) : refuseUnknown();
}

function listResources(call: Call) {
  const urls = Object.keys(resources).map((name) => [name, resourceUrl(call, name)]);
  return { ...(Object.fromEntries(urls) as Record<string, string>), identity: identityUrl(call.site, call.user.id) };
}

function answerJobs(call: Call, below: readonly string[]): Answer {
  const [kind, ...more] = below;
  switch (kind) {
    case 'ingest':
      return answerIngest(call, more);
    case 'query':
      return answerQueryJobs(call, more);
    default:
      return refuseUnknown();
  }
}

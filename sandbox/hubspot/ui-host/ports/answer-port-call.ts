import { z } from 'zod';
import { checkPermitted } from './check-permitted.ts';
import type { JsonValue, PortName } from './host-ports.ts';
import type { UiFrame } from './ui-frame.ts';

const json = z.json() as z.ZodType<JsonValue>;
const names = z.array(z.string().max(200)).max(500);
const wishes = z
  .object({ propertiesToFormat: z.union([names, z.literal('all')]).default([]), formattingOptions: json.default({}) })
  .prefault({});
const values = z.record(z.string(), z.string().nullable());

const fetchCall = z.object({
  url: z.string().max(8_000),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  timeout: z.number().positive().nullable().default(null),
  headers: z.record(z.string(), z.string()).default({}),
  body: json.nullable().default(null),
});
const serverlessCall = z.object({
  name: z.string().min(1).max(200),
  parameters: json.default({}),
  propertiesToSend: names.default([]),
});
const propertiesCall = z.object({ names: z.union([names, z.literal('*')]), wishes });
const associationsCall = z.object({
  toObjectType: z.string().min(1),
  properties: names.default([]),
  pageLength: z.number().int().min(1).max(500).default(10),
  offset: z.number().int().min(0).default(0),
  wishes,
});
const searchCall = z.object({
  objectType: z.string().min(1),
  properties: names.default([]),
  query: z.string().max(3_000).nullable().default(null),
  filterGroups: json.default([]),
  sorts: json.default([]),
  pageLength: z.number().int().min(1).max(200).default(10),
  after: z.string().nullable().default(null),
  wishes,
});
const formatCall = z.object({ objectType: z.string(), rows: z.array(values).max(1_000), options: json.default({}) });

/** Whether a port has that name. */
export function isPortName(name: string): name is PortName {
  return Object.hasOwn(answers, name);
}

/** Reads what the page asks of a port and hands it to the embedder. Throws what the embedder throws, and on what does not fit. */
export function answerPortCall(frame: UiFrame, name: PortName, asked: unknown): Promise<unknown> {
  return answers[name](frame, asked);
}

const answers: Record<PortName, (frame: UiFrame, asked: unknown) => Promise<unknown>> = {
  fetch: (frame, asked) => {
    const call = fetchCall.parse(asked);
    const url = checkPermitted(frame.permittedUrls.fetch, call.url, 'fetch');
    return frame.ports.fetch({ ...call, url: url.href });
  },
  serverless: (frame, asked) => {
    const { name, ...call } = serverlessCall.parse(asked);
    return frame.ports.serverless(name, call);
  },
  crmProperties: (frame, asked) => {
    const call = propertiesCall.parse(asked);
    return frame.ports.crmProperties(call.names, call.wishes);
  },
  associations: (frame, asked) => {
    const { wishes: how, ...request } = associationsCall.parse(asked);
    return frame.ports.associations(request, how);
  },
  crmSearch: (frame, asked) => {
    const { wishes: how, ...request } = searchCall.parse(asked);
    return frame.ports.crmSearch(request, how);
  },
  formatProperties: (frame, asked) => {
    const { objectType, rows, options } = formatCall.parse(asked);
    return frame.ports.formatProperties(objectType, rows, options);
  },
};

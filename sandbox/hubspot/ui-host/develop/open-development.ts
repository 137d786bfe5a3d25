import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FrameContext, UiFrame } from '../ports/ui-frame.ts';
import { UiHostError } from '../ports/ui-host-error.ts';
import { findFunction } from './find-function.ts';
import type { DevelopOptions } from './read-options.ts';
import { recordPorts } from './record-file.ts';
import { runFunction } from './run-function.ts';
import { sendToBackend, type AskedFor } from './send-to-backend.ts';
import { contextAt } from './usual-context.ts';

const contextFile = z.record(z.string(), z.json());
const asker = z.object({
  user: z.object({ id: z.number(), email: z.string() }),
  portal: z.object({ id: z.number() }),
  extension: z.object({ appId: z.union([z.number(), z.string()]) }),
});

/** The frame of a developer: files are read anew each time it is opened. */
export function openDevelopment(options: DevelopOptions, clientSecret: string | null, now: () => number): UiFrame {
  const { entry, location, title, backend, functions } = options;
  const context = contextAt(location, readContext(options.context));
  const record = recordPorts(options.record ?? null);
  return {
    title,
    source: { kind: entry.endsWith('.js') ? 'bundle' : 'entry', file: entry },
    location,
    context,
    permittedUrls: { fetch: [...(backend === undefined ? [] : [backend]), ...options.permit], iframe: [], img: [] },
    ports: {
      ...record,
      fetch: (request) => {
        if (backend === undefined) return Promise.reject(missing('--backend'));
        return sendToBackend({ address: backend, clientSecret, now }, askedFor(context), request);
      },
      serverless: async (name, { parameters, propertiesToSend }) => {
        if (functions === undefined) throw missing('--functions');
        const values = await record.crmProperties(propertiesToSend, { propertiesToFormat: [], formattingOptions: {} });
        return runFunction(findFunction(functions, name), { parameters, propertiesToSend: values });
      },
    },
  };
}

function readContext(file: string | undefined): FrameContext {
  return file === undefined ? {} : contextFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function askedFor(context: FrameContext): AskedFor {
  const { user, portal, extension } = asker.parse(context);
  return { userId: user.id, userEmail: user.email, portalId: portal.id, appId: extension.appId };
}

function missing(option: string): UiHostError {
  return new UiHostError('UIH018', `The extension needs what ${option} names. Next: start the host with ${option}.`);
}

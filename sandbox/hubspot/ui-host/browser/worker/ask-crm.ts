import type { JsonValue } from '../../ports/host-ports.ts';
import { askPort } from './call-page.ts';

type Wishes = { propertiesToFormat?: string[] | 'all'; formattingOptions?: unknown };
type Values = Record<string, string | null>;

/** What a hook of the package reads: a response whose body may carry a function. */
type HookResponse = { json(): Promise<unknown> };

/** Who wants to hear when the record changes. */
const watchers = new Set<() => void>();

/** Tells everybody who watches the record that it changed. */
export function tellRecordChanged(): void {
  for (const watcher of [...watchers]) watcher();
}

/** Asks again whenever the record changes, until what it returns is called. */
export function watchRecord(
  names: readonly string[] | '*',
  tell: (values: Values, error?: { message: string }) => void,
  wishes: Wishes = {},
): () => void {
  const watcher = (): void => {
    askPort('crmProperties', { names, wishes }).then(
      (values) => tell(values as Values),
      (error: unknown) => tell({}, { message: messageOf(error) }),
    );
  };
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The backends of `useCrmProperties`, `useAssociations`, `useCrmSearch` and `formatCrmProperties`. */
export const crmHooks = {
  fetchCrmProperties: (
    names: string[],
    tellUpdate: (values: Values) => void,
    wishes: Wishes = {},
  ): Promise<HookResponse> =>
    respond(async () => {
      const data = await askPort('crmProperties', { names, wishes });
      const cleanup = watchRecord(names, (values, error) => error ?? tellUpdate(values), wishes);
      return { data, cleanup };
    }),
  fetchAssociations: (request: object, wishes: Wishes = {}): Promise<HookResponse> =>
    respond(async () => ({ data: await askPort('associations', { ...request, wishes }) })),
  fetchCrmSearch: (request: object, wishes: Wishes = {}): Promise<HookResponse> =>
    respond(async () => ({ data: await askPort('crmSearch', { ...request, wishes }) })),
  formatCrmProperties: (request: {
    propertiesList: Values[];
    objectType: string;
    formattingOptions?: JsonValue;
  }): Promise<HookResponse> => {
    const { propertiesList: rows, objectType, formattingOptions: options } = request;
    return askPort('formatProperties', { rows, objectType, options }).then((value) => ({
      json: () => Promise.resolve(value),
    }));
  },
};

/** A failure is said in the body: the hooks read it there. */
async function respond(ask: () => Promise<object>): Promise<HookResponse> {
  const body = await ask().catch((error: unknown) => ({ error: messageOf(error) }));
  return { json: () => Promise.resolve(body) };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

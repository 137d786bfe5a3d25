import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { HostPorts, PropertyValues } from '../ports/host-ports.ts';
import { UiHostError } from '../ports/ui-host-error.ts';

const values = z.record(z.string(), z.string().nullable());
const recordFile = z.object({
  properties: values.default({}),
  associations: z
    .record(
      z.string(),
      z.array(
        z.object({
          toObjectId: z.number(),
          associationTypes: z
            .array(z.object({ category: z.string(), typeId: z.number(), label: z.string() }))
            .default([]),
          properties: values.default({}),
        }),
      ),
    )
    .default({}),
  objects: z.record(z.string(), z.array(z.object({ objectId: z.number(), properties: values }))).default({}),
});

type RecordPorts = Pick<HostPorts, 'crmProperties' | 'associations' | 'crmSearch' | 'formatProperties'>;

/** The record that the hooks find: read from a file anew each time it is asked, so that it can be edited beside the browser. */
export function recordPorts(file: string | null): RecordPorts {
  const read = (): z.infer<typeof recordFile> =>
    recordFile.parse(file === null ? {} : JSON.parse(readFileSync(file, 'utf8')));
  return {
    crmProperties: (names) => Promise.resolve(pick(read().properties, names)),
    associations: ({ toObjectType, properties, pageLength, offset }) => {
      const all = read().associations[toObjectType] ?? [];
      const page = all.slice(offset, offset + pageLength);
      const results = page.map((each) => ({ ...each, properties: pick(each.properties, properties) }));
      return Promise.resolve({ results, hasMore: all.length > offset + pageLength, nextOffset: offset + page.length });
    },
    crmSearch: ({ objectType, properties, query, filterGroups, sorts, pageLength, after }) => {
      if ([filterGroups, sorts].some((each) => Array.isArray(each) && each.length > 0)) {
        return Promise.reject(
          new UiHostError('UIH017', 'A record file cannot be filtered or sorted. Next: use the stand-in HubSpot.'),
        );
      }
      const words = (query ?? '').toLowerCase();
      const found = (read().objects[objectType] ?? []).filter((each) =>
        Object.values(each.properties).some((value) => (value ?? '').toLowerCase().includes(words)),
      );
      const start = Number(after ?? 0);
      const end = start + pageLength;
      const results = found
        .slice(start, end)
        .map((each) => ({ ...each, properties: pick(each.properties, properties) }));
      const hasMore = found.length > end;
      return Promise.resolve({ results, total: found.length, hasMore, ...(hasMore ? { after: String(end) } : {}) });
    },
    // How a portal writes values is the portal's; a file has none.
    formatProperties: (_objectType, rows) => Promise.resolve(rows),
  };
}

function pick(all: PropertyValues, names: readonly string[] | '*'): PropertyValues {
  if (names === '*') return all;
  return Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
}

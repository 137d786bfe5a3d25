import type { HostPorts } from '../../../sandbox/hubspot/ui-host/ports/host-ports.ts';

const values: Readonly<Record<string, string>> = { email: 'ada@example.com', fit_score: '82' };

/** The record that the demo extension reads, with two companies. */
export const demoPorts: Partial<HostPorts> = {
  crmProperties: (names) =>
    Promise.resolve(names === '*' ? values : Object.fromEntries(names.map((name) => [name, values[name] ?? null]))),
  associations: ({ offset }) =>
    Promise.resolve({
      results: [{ toObjectId: 900 + offset, associationTypes: [], properties: { name: `Company ${offset + 1}` } }],
      hasMore: offset === 0,
      nextOffset: offset + 1,
    }),
  crmSearch: ({ query }) =>
    Promise.resolve({ results: [{ objectId: 77, properties: { sentence: query } }], total: 1, hasMore: false }),
  formatProperties: (_type, rows) =>
    Promise.resolve(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, each]) => [name, `€${each}`]))),
    ),
};

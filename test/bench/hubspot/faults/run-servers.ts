import type { FaultyEdition } from './faulty-edition.ts';

/** Lets the first so many servers run and the others not, and sends calls to those that do. */
export async function runServers({ edition, balancer }: FaultyEdition, count: number): Promise<void> {
  const wanted = edition.servers.slice(0, count);
  balancer?.leadTo(wanted.map((server) => server.url));
  await Promise.all(edition.servers.slice(count).map((server) => server.stop()));
  for (const server of wanted) {
    if (!server.isRunning) {
      await server.start();
    }
  }
}

/** Shows a HubSpot UI extension in a browser while it is written: `node sandbox/hubspot/ui-host/main.ts --help`. */
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { openDevelopment } from './develop/open-development.ts';
import { readOptions } from './develop/read-options.ts';
import { serveUiHost } from './serve/serve-ui-host.ts';

const options = readOptions(process.argv.slice(2));
const clientSecret = process.env['HUBSPOT_CLIENT_SECRET'] ?? null;
const app = fastify({ forceCloseConnections: true });
serveUiHost(app, {
  isLive: true,
  openFrame: () => Promise.resolve(openDevelopment(options, clientSecret, Date.now)),
});
app.get('/', (_request, reply) =>
  reply.redirect(`/ui-host/frame?${new URLSearchParams({ path: options.path }).toString()}`),
);
await app.listen({ port: options.port, host: '127.0.0.1' });
console.log(`The extension is at http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`);

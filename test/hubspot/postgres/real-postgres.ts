import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of a test's own: installed programs, a fresh cluster, a free port. */
export type RealPostgres = {
  readonly url: string;
  /** A database of its own in the same cluster. */
  createDatabase(name: string): Promise<string>;
  /** Ends it as a power cut does, and starts it again on the same files. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Where the programs are; null where this machine has none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return (
    folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'))) ??
    null
  );
}

const startMillis = 30_000;

export async function startPostgres(programs: string): Promise<RealPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-postgres-'));
  const user = plainUser();
  if (user !== null) {
    chownSync(folder, user.uid, user.gid);
  }
  const data = path.join(folder, 'data');
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  let server = await start(programs, data, folder, port, user);
  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  return {
    url: urlOf('postgres'),
    async createDatabase(name) {
      await query(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    async restart() {
      await end(server, 'SIGQUIT');
      server = await start(programs, data, folder, port, user);
    },
    async close() {
      await end(server, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type PlainUser = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root, so root lends it somebody else. */
function plainUser(): PlainUser | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function start(
  programs: string,
  data: string,
  folder: string,
  port: number,
  user: PlainUser | null,
): Promise<ChildProcess> {
  const child = spawn(
    path.join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-h',
      '127.0.0.1',
      '-c',
      'max_connections=200',
      '-c',
      'log_min_messages=fatal',
    ],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const until = Date.now() + startMillis;
  for (;;) {
    try {
      await query(`postgres://postgres@127.0.0.1:${port}/postgres`, 'select 1');
      return child;
    } catch (error) {
      if (Date.now() > until || child.exitCode !== null) {
        throw new Error('PostgreSQL did not start.', { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  const listener = createServer();
  return new Promise((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as { port: number };
      listener.close(() => resolve(port));
    });
  });
}

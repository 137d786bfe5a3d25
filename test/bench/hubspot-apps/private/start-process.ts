/**
 * The program of a process that loads a function and makes its first call, which ends at once for want of secrets. It writes how many
 * milliseconds of a processor that took.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const before = process.cpuUsage();
const { main } = require(process.argv[2]!) as { main: (context: object) => Promise<unknown> };
await main({ parameters: {} });
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1_000));

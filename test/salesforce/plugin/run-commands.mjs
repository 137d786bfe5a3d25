// Runs commands of the plugin one after another in one process, as each line of the input asks: {"id": …, "args": […]}. Loading
// the Salesforce libraries takes longer than most commands. Answers each with a line: {"status": …, "output": …}.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';

const [, , plugin] = process.argv;
const core = createRequire(path.join(plugin, 'package.json')).resolve('@oclif/core');
const { Config } = await import(pathToFileURL(core).href);
const config = await Config.load({ root: plugin });
const write = process.stdout.write.bind(process.stdout);

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { id, args } = JSON.parse(line);
  let output = '';
  process.stdout.write = (text) => {
    output += text;
    return true;
  };
  process.exitCode = 0;
  try {
    await config.runCommand(id, args);
  } catch (error) {
    // A command ends like this with a status of its own, too.
    if (error.oclif?.exit !== undefined) process.exitCode = error.oclif.exit;
    else output += String(error.stack);
  }
  process.stdout.write = write;
  write(`${JSON.stringify({ status: process.exitCode, output })}\n`);
}
process.exitCode = 0;

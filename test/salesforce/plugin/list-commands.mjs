// Prints the public surface of the plugin's commands as JSON: node list-commands.mjs PLUGIN
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [, , plugin] = process.argv;
const core = createRequire(path.join(plugin, 'package.json')).resolve('@oclif/core');
const { Config } = await import(pathToFileURL(core).href);
const config = await Config.load({ root: plugin });
const commands = config.commands
  .filter(({ pluginName }) => pluginName === '@signalbox/sf-plugin')
  .map(({ id, aliases, flags }) => ({
    command: id,
    flagAliases: Object.values(flags)
      .flatMap((flag) => flag.aliases ?? [])
      .sort(),
    flagChars: Object.values(flags)
      .flatMap((flag) => flag.char ?? [])
      .sort(),
    flags: Object.keys(flags).sort(),
    requiredFlags: Object.keys(flags)
      .filter((name) => flags[name].required === true)
      .sort(),
    aliases: aliases.toSorted(),
    plugin: '@signalbox/sf-plugin',
  }))
  .sort((one, other) => (one.command < other.command ? -1 : 1));
console.log(JSON.stringify(commands, null, 2));

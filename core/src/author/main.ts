/**
 * The command line of the engine: decide a file of leads, explain a decision, verify a run, learn from won and lost leads.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { runDecide, type DecideOptions } from './cli/decide-command.ts';
import { badInput, endWith } from './cli/end-with.ts';
import { runErase, runExplain, runReport, runVerify } from './cli/run-commands.ts';
import { addTrainCommands } from './cli/train-commands.ts';
import { similarNames } from './policy/similar-names.ts';
import { RunError } from './run/run-message.ts';

const program = new Command('signalbox')
  .description(
    'Decides leads: an explained score, the right owner and a running clock for each.\n' +
      'Without --leads it decides the sample that comes with it.\n' +
      'Options go behind two dashes: npm start -- --leads FILE',
  )
  .usage('[command] [options]')
  .helpCommand(false)
  .showHelpAfterError('Run "npm start -- --help" to see what there is.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : badInput))
  .addHelpText(
    'after',
    `
Options of decide:
  --leads <file>          CSV with a header, or a JSON object a line
  --map <mapping>         which column fills which field; guessed, shown and written when left away
  --policy <policy>       policy file; the starter policy when left away
  --out <folder>          where records and report go; runs/NAME when left away
  and more: npm start -- decide --help

Examples:
  npm start -- sample
  npm start -- --leads leads.csv
  npm start -- --leads leads.csv --map runs/leads/mapping.json --policy policy.json
  npm start -- explain 00Q5e00001 --out runs/leads
  npm start -- verify --out runs/leads
  npm start -- train --leads leads.csv --outcomes outcomes.csv
  npm start                 the same inside a stand-in HubSpot (npm start -- hubspot --help tells more)
  npm start -- salesforce   the same inside a stand-in Salesforce org, with the rep's score card (--help tells more)

Exit codes: 0 all well · 1 verify found something · 2 something in the input was wrong; good rows were decided
all the same · 130 stopped; the same command goes on`,
  );

const listed = (): Option =>
  new Option('--listed <count>', 'the most leads in the list of the report').argParser(readCount).default(2000);
const out = (): Option => new Option('--out <folder>', 'folder of the run').default('runs/sample');

program
  .command('decide', { isDefault: true })
  .description('decide every lead of a file, or of the sample (this is what options without a command mean)')
  .option('--leads <file>', 'CSV with a header, or a JSON object a line')
  .option('--map <mapping>', 'which column fills which field; guessed, shown and written when left away')
  .option('--policy <policy>', 'policy file; the starter policy when left away')
  .option('--roster <file>', 'reps, calendars and own domains; everybody is there from 9 to 18 UTC when left away')
  .option('--accounts <file>', 'accounts that the CRM knows')
  .option('--contacts <file>', 'contacts that the CRM knows')
  .option('--activities <file>', 'what the leads did')
  .option('--out <folder>', 'where records and report go; runs/NAME when left away')
  .addOption(new Option('--mode <mode>', 'overrides the mode of the policy').choices(['observe', 'suggest', 'live']))
  .option('--fresh', 'begin anew even where the folder holds a run')
  .addOption(listed())
  .option('--quiet', 'no progress bar and no summary')
  .allowExcessArguments()
  .action(async (options: DecideOptions, command: Command) => {
    refuseUnknownCommand(command.args[0]);
    await runDecide(options);
  });

program
  .command('explain')
  .description('tell one decision as a story')
  .argument('<id>', 'lead id, row such as "#12", or the beginning of a record hash')
  .addOption(out())
  .action(runExplain);

program
  .command('verify')
  .description('decide every record of a run again and check the sealed chain')
  .addOption(out())
  .option('--seal <hash>', 'the last seal that you kept elsewhere; the run must end in it')
  .action(runVerify);

program
  .command('erase')
  .description('erase the personal part of a lead, also from the report; its decision and the chain stay')
  .argument('<id>', 'lead id, row such as "#12", or the beginning of a record hash')
  .addOption(out())
  .addOption(listed())
  .action(runErase);

program
  .command('report')
  .description('write the report of a run again from its records')
  .addOption(out())
  .addOption(listed())
  .action(runReport);

addTrainCommands(program);

/** A word that is no command would otherwise be taken for a run of the sample. */
function refuseUnknownCommand(word: string | undefined): void {
  if (word === undefined) {
    return;
  }
  const names = program.commands.map((command) => command.name());
  const similar = similarNames(word, names);
  throw new RunError([
    {
      code: 'CLI001',
      about: `"${word}"`,
      found: `is no command${similar.length === 0 ? '' : `; similar: ${similar.join(', ')}`}`,
      next: `use one of ${names.join(', ')}; a file of leads stands behind --leads. Nothing was decided.`,
    },
  ]);
}

function readCount(typed: string): number {
  if (!/^[1-9]\d{0,6}$/.test(typed)) {
    throw new InvalidArgumentError('It takes a whole number from 1 on.');
  }
  return Number(typed);
}

// Whoever reads our output may stop in the middle, as "head" does; that is no mistake.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') {
    throw cause;
  }
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = endWith(cause);
}

import { readFileSync } from 'node:fs';
import { Messages, SfError, type Org as TargetOrg } from '@salesforce/core';
import { Flags, SfCommand } from '@salesforce/sf-plugins-core';
import { Org } from '../org/org.ts';
import { Problem } from '../problem.ts';

const packageName = '@signalbox/sf-plugin';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const problems = Messages.loadMessages(packageName, 'problems');

/** The texts of a command: messages/NAME.md. Example: `const messages = loadMessages('policy.pull')`. */
export function loadMessages(name: string): Messages<string> {
  return Messages.loadMessages(packageName, name);
}

/** The flags that every command has. */
export const orgFlags = {
  'target-org': Flags.requiredOrg(),
  'api-version': Flags.orgApiVersion(),
};

/** What all commands share: an org with the package in it, and problems told with their code, cause and next steps. */
export abstract class SignalboxCommand<T> extends SfCommand<T> {
  /** The org of the flags. SFP001 where the package is not there. */
  protected async openOrg(flags: { 'target-org': TargetOrg; 'api-version': string | undefined }): Promise<Org> {
    return Org.open(flags['target-org'].getConnection(flags['api-version']));
  }

  /** A spinner around something that has no number to count to. */
  protected async spin<R>(text: string, work: () => Promise<R>): Promise<R> {
    this.spinner.start(text);
    try {
      return await work();
    } finally {
      this.spinner.stop();
    }
  }

  /** A bar from the first number on that work tells. */
  protected async count<R>(
    title: string,
    work: (onProgress: (done: number, total: number) => void) => Promise<R>,
  ): Promise<R> {
    let known = 0;
    try {
      return await work((done, total) => {
        if (known === 0) this.progress.start(total, {}, { title, format: '%s | {bar} | {value}/{total}' });
        if (known !== total) this.progress.setTotal(total);
        known = total;
        this.progress.update(done);
      });
    } finally {
      if (known > 0) this.progress.stop();
    }
  }

  /** A file's text. SFP013 where it cannot be read. */
  protected readFile(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      throw new Problem('SFP013', [file, (cause as Error).message]);
    }
  }

  protected override async catch(error: Error): Promise<never> {
    return super.catch(error instanceof Problem ? toldProblem(error) : error);
  }
}

function toldProblem(problem: Problem): SfError {
  const text = problems.getMessage(problem.code, [...problem.tokens]);
  const message = [text, ...problem.details].join('\n');
  const told = new SfError(message, problem.code, problems.getMessages(`${problem.code}.actions`), 1);
  told.setData({ details: [...problem.details] });
  return told;
}

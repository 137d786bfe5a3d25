import { fork } from 'node:child_process';
import path from 'node:path';
import { UiHostError } from '../ports/ui-host-error.ts';
import type { JsonValue } from '../ports/host-ports.ts';

/** What an app function gets. */
export type FunctionContext = {
  readonly parameters: JsonValue;
  readonly propertiesToSend: Readonly<Record<string, string | null>>;
};

type Answer = { value: JsonValue } | { error: string };

const timeoutMillis = 15_000;

/**
 * Runs an app function in a process of its own, with the environment of this one: its secrets are variables there.
 *
 * @throws UiHostError UIH015 it threw, UIH016 it took too long
 */
export function runFunction(file: string, context: FunctionContext): Promise<JsonValue> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'function-process.ts'), [file], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const name = path.basename(file);
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(
        new UiHostError('UIH016', `${name} ran longer than ${timeoutMillis / 1000} s, as HubSpot lets no function.`),
      );
    }, timeoutMillis);
    child.once('message', (answer: Answer) => {
      if ('error' in answer) reject(new UiHostError('UIH015', `${name} failed: ${answer.error}`));
      else resolve(answer.value);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new UiHostError('UIH015', `${name} ended with ${code ?? 'a signal'} and said nothing.`));
    });
    child.send(context);
  });
}

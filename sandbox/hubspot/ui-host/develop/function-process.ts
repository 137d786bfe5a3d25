/** Runs one app function, as HubSpot does: `exports.main` is given a context, and what it returns is the answer. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FunctionContext } from './run-function.ts';

type FunctionModule = { main?: (context: object) => unknown };

process.once('message', (context: FunctionContext) => {
  void answer(context).then((said) => {
    process.send!(said, () => process.exit());
  });
});

async function answer(context: FunctionContext): Promise<object> {
  try {
    const file = path.resolve(process.argv[2]!);
    const { main } = createRequire(import.meta.url)(file) as FunctionModule;
    if (main === undefined) return { error: 'it exports no main.' };
    const token = process.env['PRIVATE_APP_ACCESS_TOKEN'];
    const value = await main({ ...context, secrets: token === undefined ? {} : { PRIVATE_APP_ACCESS_TOKEN: token } });
    return { value: value ?? null };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

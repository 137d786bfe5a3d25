import { runAsTrigger } from '../../apex/library/system/trigger-context.ts';
import { execution } from '../../apex/run/execution.ts';
import { withinNamespace } from '../../apex/run/namespace-in-force.ts';
import { Transaction, type Program } from '../../apex/run/program.ts';
import type { TriggerRunner } from './change-environment.ts';

/** The triggers of a program, run within its running transaction; of several for one event, in the order of the sources. */
export function triggersOf(program: Program): TriggerRunner {
  const names = new Map<string, string[]>();
  for (const trigger of program.triggers()) {
    const object = withinNamespace(program.namespace, () => program.org.describeObject(trigger.objectName));
    const objectName = (object?.name ?? trigger.objectName).toLowerCase();
    for (const event of trigger.cases) {
      const key = `${objectName} ${event}`;
      names.set(key, [...(names.get(key) ?? []), trigger.name]);
    }
  }
  return {
    namesFor: (objectName, event) => names.get(`${objectName.toLowerCase()} ${event}`) ?? [],
    run: (name, context) => {
      const running = execution();
      if (!(running instanceof Transaction)) {
        throw new Error(`The trigger ${name} has no transaction to run in.`);
      }
      runAsTrigger(context, () => running.runTrigger(name));
    },
  };
}

import { meter } from '../../apex/run/meter.ts';
import type { Program } from '../../apex/run/program.ts';

/**
 * Runs an action that begins transactions of its own amid another one, and gives static fields back what they held in that,
 * and the counters of its costs: keepStaticState(program, () => program.begin().call('Sums', 'add', [1])).
 */
export function keepStaticState<T>(program: Program, action: () => T): T {
  const kept = [...program.world.all()].map((declared) => {
    const linked = program.linkOf(declared);
    return { linked, statics: { ...linked.statics }, isStarted: linked.isStarted };
  });
  const costs = { ...meter };
  const takeCountsBack = program.setCountsAside();
  try {
    return action();
  } finally {
    takeCountsBack();
    Object.assign(meter, costs);
    for (const { linked, statics, isStarted } of kept) {
      Object.assign(linked.statics, statics);
      linked.isStarted = isStarted;
    }
  }
}

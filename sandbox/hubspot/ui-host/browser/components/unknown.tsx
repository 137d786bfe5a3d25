import type { ReactNode } from 'react';
import { unknownComponent } from '../page/host-problems.ts';
import { noteProblem } from '../page/host-state.ts';

const told = new Set<string>();

/** A component that nobody can draw, said so loudly that nobody overlooks it. */
export function Unknown({ name }: { name: string }): ReactNode {
  if (!told.has(name)) {
    told.add(name);
    // Not while React draws: the problem is drawn as well.
    queueMicrotask(() => noteProblem(unknownComponent(name)));
  }
  return (
    <div className="uih-unknown" role="alert">
      <strong>{name}</strong>: unknown component
    </div>
  );
}

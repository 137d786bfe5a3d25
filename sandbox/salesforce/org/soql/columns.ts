import type { RowPlan } from './row-plan.ts';

/** Something that rows have: a value, a parent, or a list of children with columns of their own. */
export interface Column {
  readonly name: string;
  readonly kind: 'value' | 'parent' | 'children';
  readonly columns: readonly Column[];
  /** Of a parent asked for by TYPEOF: what it has instead where it is of one of these objects. */
  readonly byObject?: ReadonlyMap<string, readonly Column[]>;
}

/** What a query asked for, as whoever writes its rows out needs it: columnsOf(plan)[0].name → 'Id'. */
export function columnsOf({ parts }: RowPlan): Column[] {
  return parts.map((part): Column => {
    switch (part.kind) {
      case 'field':
        return { name: part.name, kind: 'value', columns: [] };
      case 'parent': {
        const byObject = new Map([...part.byObject].map(([name, plan]) => [name, columnsOf(plan)]));
        const column = { name: part.name, kind: 'parent' as const, columns: columnsOf(part.plan) };
        return byObject.size === 0 ? column : { ...column, byObject };
      }
      case 'children':
        return { name: part.name, kind: 'children', columns: columnsOf(part.plan.row) };
    }
  });
}

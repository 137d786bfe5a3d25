import type { FormulaValue } from '../schema/formula/formula-values.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

/** What an element is given: a value as it stands, or the path of something that has one. */
export type FlowValue =
  | { readonly kind: 'literal'; readonly value: FormulaValue }
  | { readonly kind: 'reference'; readonly path: readonly string[] };

export interface FlowCondition {
  readonly left: readonly string[];
  readonly operator: string;
  readonly right: FlowValue;
}

/** Conditions with what joins them: `and`, `or`, or numbers such as `1 AND (2 OR 3)`. */
export interface FlowLogic {
  readonly conditions: readonly FlowCondition[];
  readonly logic: string;
}

export interface FlowAssignment {
  readonly target: readonly string[];
  readonly operator: 'Assign' | 'Add' | 'Subtract';
  readonly value: FlowValue;
}

interface Step {
  readonly name: string;
  /** Null where the flow ends. */
  readonly next: string | null;
}

export type FlowElement =
  | (Step & { readonly kind: 'decision'; readonly outcomes: readonly (FlowLogic & { readonly next: string | null })[] })
  | (Step & { readonly kind: 'assignment'; readonly assignments: readonly FlowAssignment[] })
  | (Step & {
      readonly kind: 'update';
      /** Fields of $Record. */
      readonly assignments: readonly FlowAssignment[];
      readonly fault: string | null;
    })
  | (Step & {
      readonly kind: 'action';
      readonly actionName: string;
      readonly inputs: readonly { readonly name: string; readonly value: FlowValue }[];
      readonly outputs: readonly { readonly name: string; readonly target: readonly string[] }[];
      readonly fault: string | null;
    });

/** A record-triggered flow. */
export interface Flow {
  readonly name: string;
  readonly label: string;
  readonly object: ObjectSchema;
  readonly time: 'before save' | 'after save';
  readonly onInsert: boolean;
  readonly onUpdate: boolean;
  readonly entry: FlowLogic;
  readonly entryFormula: string | null;
  /** Of an update: whether the record must not have met the entry conditions before. */
  readonly mustHaveChanged: boolean;
  /** Among flows of one object and time, the smaller first; null for those without an order. */
  readonly order: number | null;
  readonly first: string | null;
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: ReadonlyMap<string, FlowValue>;
  readonly formulas: ReadonlyMap<string, string>;
}

import { describeException, isCatchable } from '../../apex/library/exception/exceptions.ts';
import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexException } from '../../apex/run/apex-object.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { SavedChange } from '../change/change-environment.ts';
import { changeError, type ChangeError, type ChangeResult } from '../change/change-result.ts';
import { convertPlain } from '../schema/formula/convert-result.ts';
import type { FormulaValue } from '../schema/formula/formula-values.ts';
import { FlowInterview, type FlowWorld } from './flow-interview.ts';
import type { Flow, FlowElement } from './flow-tree.ts';

/** What flows ask the org to do. */
export interface FlowServices extends FlowWorld {
  update(records: readonly ApexSObject[]): readonly ChangeResult[];
  /** Runs an invocable method once for all inputs; outputs by name for each, in their order. */
  runAction(
    name: string,
    inputs: readonly ReadonlyMap<string, FormulaValue>[],
  ): readonly ReadonlyMap<string, FormulaValue>[];
}

/**
 * Runs record-triggered flows. As on the platform the interviews of a chunk wait for one another at an update or an action, so
 * that it happens once for all of them; a flow does not start again for a record that it is itself updating.
 */
export class FlowRunner {
  private readonly flows: readonly Flow[];
  private readonly services: FlowServices;
  private readonly busy = new Set<string>();

  constructor(flows: readonly Flow[], services: FlowServices) {
    this.flows = flows.toSorted(byOrder);
    this.services = services;
  }

  /** What went wrong for each record, in their order; null where nothing did. */
  run(time: Flow['time'], object: ObjectSchema, changes: readonly SavedChange[]): (ChangeError | null)[] {
    const failures = changes.map((): ChangeError | null => null);
    for (const flow of this.flows) {
      if (flow.time !== time || flow.object !== object) {
        continue;
      }
      const interviews = changes.map(({ record, before }) => new FlowInterview(flow, record, before, this.services));
      this.runFlow(
        flow,
        interviews.filter((each, index) => failures[index] === null && !this.busy.has(keyOf(each)) && each.mayStart()),
      );
      interviews.forEach((each, index) => (failures[index] ??= each.failure));
    }
    return failures;
  }

  private runFlow(flow: Flow, interviews: readonly FlowInterview[]): void {
    const keys = interviews.map(keyOf).filter((each) => !each.endsWith(' '));
    keys.forEach((each) => this.busy.add(each));
    try {
      for (;;) {
        for (const each of interviews) {
          advance(flow, each);
        }
        const waiting = interviews.filter((each) => each.at !== null);
        const at = flow.elements.get(waiting[0]?.at ?? '');
        if (at === undefined) {
          return;
        }
        this.runTogether(
          at,
          waiting.filter((each) => each.at === at.name),
        );
      }
    } finally {
      keys.forEach((each) => this.busy.delete(each));
    }
  }

  private runTogether(element: FlowElement, interviews: readonly FlowInterview[]): void {
    try {
      if (element.kind === 'update') {
        this.update(element, interviews);
      } else if (element.kind === 'action') {
        this.act(element, interviews);
      }
    } catch (thrown) {
      if (!(thrown instanceof ApexException) || !isCatchable(thrown)) {
        throw thrown;
      }
      interviews.forEach((each) => fail(each, element, describeException(thrown)));
    }
  }

  private update(element: Extract<FlowElement, { kind: 'update' }>, interviews: readonly FlowInterview[]): void {
    const { object } = interviews[0]?.flow ?? {};
    const records = interviews.map((each) => {
      const record = new ApexSObject(recordTypeOf(object?.name ?? ''), new Map([['id', new ApexId(each.id)]]));
      for (const { target, value } of element.assignments) {
        const field = object?.fields.get((target[1] ?? '').toLowerCase());
        if (field === undefined) {
          throw new Error(`The flow ${each.flow.name} sets ${target.join('.')}, which there is not.`);
        }
        record.fields.set(field.name.toLowerCase(), convertPlain(each.valueOf(value), field));
      }
      return record;
    });
    this.services.update(records).forEach(({ success, errors }, index) => {
      const interview = interviews[index];
      if (interview !== undefined && success) {
        interview.at = element.next;
      } else if (interview !== undefined) {
        fail(interview, element, errors.map((each) => `${each.statusCode}: ${each.message}`).join('; '));
      }
    });
  }

  private act(element: Extract<FlowElement, { kind: 'action' }>, interviews: readonly FlowInterview[]): void {
    const inputs = interviews.map(
      (each) => new Map(element.inputs.map(({ name, value }) => [name, each.valueOf(value)] as const)),
    );
    this.services.runAction(element.actionName, inputs).forEach((outputs, index) => {
      const interview = interviews[index];
      outputs.forEach((value, name) => interview?.set([element.name, name], value));
      element.outputs.forEach(({ name, target }) => interview?.set(target, outputs.get(name) ?? null));
      if (interview !== undefined) {
        interview.at = element.next;
      }
    });
  }
}

/** Takes an interview to the next element that it shares with others, or to its end. */
function advance(flow: Flow, interview: FlowInterview): void {
  // A flow without loops passes each element once at most; one that goes round ends as on the platform.
  for (let steps = 0; interview.at !== null; steps++) {
    const element = flow.elements.get(interview.at);
    const isShared = element?.kind === 'action' || (element?.kind === 'update' && flow.time === 'after save');
    if (element === undefined || isShared) {
      return;
    }
    if (steps > mostElements) {
      interview.failure = tellFailure(flow, element, 'Number of iterations exceeded.');
      interview.at = null;
      return;
    }
    if (element.kind === 'decision') {
      const outcome = element.outcomes.find((each) => interview.meets(each));
      interview.at = outcome === undefined ? element.next : outcome.next;
    } else if ('assignments' in element) {
      element.assignments.forEach((each) => interview.assign(each));
      interview.at = element.next;
    }
  }
}

const mostElements = 2_000;

/** Goes on where the element says, or ends the interview and with it the save of its record. */
function fail(interview: FlowInterview, element: FlowElement, message: string): void {
  const fault = element.kind === 'action' || element.kind === 'update' ? element.fault : null;
  if (fault === null) {
    interview.failure = tellFailure(interview.flow, element, message);
  }
  interview.at = fault;
}

function tellFailure(flow: Flow, element: FlowElement, message: string): ChangeError {
  return changeError(
    'CANNOT_EXECUTE_FLOW_TRIGGER',
    `We can't save this record because the “${flow.label}” process failed. Give your Salesforce admin these details. ${element.name}: ${message}`,
  );
}

function keyOf({ flow, id }: FlowInterview): string {
  return `${flow.name} ${id}`;
}

/** Flows with an order come first, up to 1,000; the others after them, then those above; at last by name. */
function byOrder(one: Flow, other: Flow): number {
  const rank = ({ order }: Flow): number => order ?? 1_000.5;
  return rank(one) - rank(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
}

import { Unsupported } from '../../apex/run/apex-object.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { Flow, FlowAssignment, FlowElement, FlowLogic } from './flow-tree.ts';
import { readTarget, readValue, refuseOthers } from './read-flow-parts.ts';

const common = ['name', 'label', 'description', 'locationX', 'locationY', 'elementSubtype'];
const parts: Readonly<Record<string, ReadonlySet<string>>> = {
  decisions: new Set([...common, 'defaultConnector', 'defaultConnectorLabel', 'rules']),
  assignments: new Set([...common, 'assignmentItems', 'connector']),
  recordUpdates: new Set([...common, 'inputReference', 'inputAssignments', 'connector', 'faultConnector']),
  actionCalls: new Set([
    ...common,
    ...['actionName', 'actionType', 'connector', 'faultConnector', 'flowTransactionModel', 'inputParameters'],
    ...['nameSegment', 'outputParameters', 'storeOutputAutomatically', 'offset', 'versionSegment', 'versionString'],
  ]),
};

/** The elements of a flow by name. */
export function readElements(file: MetadataElement, time: Flow['time']): Map<string, FlowElement> {
  const elements = new Map<string, FlowElement>();
  for (const [kind, read] of Object.entries(readers)) {
    for (const element of file.all(kind)) {
      refuseOthers(element, parts[kind] ?? new Set(), `<${kind}> of a flow`);
      const made = read(element, time);
      elements.set(made.name, made);
    }
  }
  return elements;
}

const readers: Readonly<Record<string, (element: MetadataElement, time: Flow['time']) => FlowElement>> = {
  decisions: (element) => ({
    kind: 'decision',
    name: element.demand('name'),
    next: readTarget(element, 'defaultConnector'),
    outcomes: element.all('rules').map((rule) => ({
      ...readLogicOf(rule, 'conditions', 'conditionLogic', (each) => each.demand('leftValueReference').split('.')),
      next: readTarget(rule, 'connector'),
    })),
  }),
  assignments: (element, time) => ({
    kind: 'assignment',
    name: element.demand('name'),
    next: readTarget(element, 'connector'),
    assignments: element.all('assignmentItems').map((each) => readAssignment(each, time)),
  }),
  recordUpdates: (element) => {
    if (element.read('inputReference') !== '$Record') {
      throw new Unsupported('<recordUpdates> of other records than $Record', element.place);
    }
    return {
      kind: 'update',
      name: element.demand('name'),
      next: readTarget(element, 'connector'),
      fault: readTarget(element, 'faultConnector'),
      assignments: element.all('inputAssignments').map((each) => ({
        target: ['$Record', each.demand('field')],
        operator: 'Assign' as const,
        value: readValue(each.first('value') ?? each),
      })),
    };
  },
  actionCalls: (element, time) => {
    if (element.read('actionType') !== 'apex') {
      throw new Unsupported(`an action of the type ${element.read('actionType') ?? 'none'} in a flow`, element.place);
    }
    if (time === 'before save') {
      throw new Unsupported('an action in a flow that runs before a record is saved', element.place);
    }
    return {
      kind: 'action',
      name: element.demand('name'),
      next: readTarget(element, 'connector'),
      fault: readTarget(element, 'faultConnector'),
      actionName: element.demand('actionName'),
      inputs: element.all('inputParameters').map((each) => ({
        name: each.demand('name'),
        value: readValue(each.first('value') ?? each),
      })),
      outputs: element.all('outputParameters').map((each) => ({
        name: each.demand('name'),
        target: each.demand('assignToReference').split('.'),
      })),
    };
  },
};

function readAssignment(item: MetadataElement, time: Flow['time']): FlowAssignment {
  const operator = item.demand('operator');
  if (operator !== 'Assign' && operator !== 'Add' && operator !== 'Subtract') {
    throw new Unsupported(`the operator ${operator} of an assignment in a flow`, item.place);
  }
  const target = item.demand('assignToReference').split('.');
  if (target[0] === '$Record' && (target.length !== 2 || time === 'after save')) {
    throw new Unsupported(`an assignment to ${target.join('.')} in a flow that runs ${time}`, item.place);
  }
  const value = item.first('value');
  return { target, operator, value: value === null ? { kind: 'literal', value: null } : readValue(value) };
}

const operators = new Set(
  'EqualTo NotEqualTo GreaterThan GreaterThanOrEqualTo LessThan LessThanOrEqualTo Contains StartsWith EndsWith IsNull IsChanged IsBlank'.split(
    ' ',
  ),
);

/** Conditions of a start, an outcome or a rule, with what joins them. */
export function readLogicOf(
  element: MetadataElement,
  itemsName: string,
  logicName: string,
  readLeft: (item: MetadataElement) => readonly string[],
): FlowLogic {
  return {
    logic: element.read(logicName) ?? 'and',
    conditions: element.all(itemsName).map((item) => {
      const operator = item.demand('operator');
      if (!operators.has(operator)) {
        throw new Unsupported(`the operator ${operator} of a condition in a flow`, item.place);
      }
      const right = item.first('rightValue') ?? item.first('value');
      return {
        left: readLeft(item),
        operator,
        right: right === null ? { kind: 'literal', value: null } : readValue(right),
      };
    }),
  };
}

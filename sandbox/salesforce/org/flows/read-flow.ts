import { Unsupported } from '../../apex/run/apex-object.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { Flow, FlowValue } from './flow-tree.ts';
import { readElements, readLogicOf } from './read-flow-elements.ts';
import { readTarget, readValue, refuseOthers } from './read-flow-parts.ts';

/** What says nothing about what a flow does. */
const aboutPages = new Set(
  'apiVersion areMetricsLoggedToDataCloud description environments interviewLabel isAdditionalPermissionRequiredToRun label processMetadataValues processType runInMode status sourceTemplate isTemplate timeZoneSidKey triggerOrder migratedFromWorkflowRuleName'.split(
    ' ',
  ),
);
const built = new Set([
  'start',
  'decisions',
  'assignments',
  'recordUpdates',
  'actionCalls',
  'variables',
  'constants',
  'formulas',
]);

/**
 * A record-triggered flow from its file; null where it is not active. Of elements and settings that are not built each is
 * Unsupported, when the package is installed: readFlow('Lead_Intake', file, schema).
 */
export function readFlow(name: string, file: MetadataElement, schema: OrgSchema): Flow | null {
  if (file.read('status') !== 'Active') {
    return null;
  }
  refuseOthers(file, new Set([...aboutPages, ...built]), `${file.place}: a flow`);
  const start = file.first('start') ?? refuseFlow(file, 'without <start>');
  const time = { RecordBeforeSave: 'before save', RecordAfterSave: 'after save' }[start.read('triggerType') ?? ''];
  if (time !== 'before save' && time !== 'after save') {
    return refuseFlow(file, `that is started by ${start.read('triggerType') ?? 'nothing'}`);
  }
  refuseOthers(start, startParts, `${file.place}: a record-triggered flow`);
  const object = schema.find(start.demand('object'));
  if (object === null) {
    throw new Error(`${file.place}: the org has no object ${start.demand('object')}.`);
  }
  const when = start.demand('recordTriggerType');
  if (!['Create', 'Update', 'CreateAndUpdate'].includes(when)) {
    return refuseFlow(file, `that is started by ${when}`);
  }
  const order = file.readNumber('triggerOrder');
  const flow: Flow = {
    name,
    label: file.read('label') ?? name,
    object,
    time,
    onInsert: when !== 'Update',
    onUpdate: when !== 'Create',
    entry: readLogicOf(start, 'filters', 'filterLogic', (each) => ['$Record', each.demand('field')]),
    entryFormula: start.read('filterFormula'),
    mustHaveChanged: start.readBoolean('doesRequireRecordChangedToMeetCriteria'),
    order,
    first: readTarget(start, 'connector'),
    elements: readElements(file, time),
    variables: new Map(
      [...file.all('variables'), ...file.all('constants')].map((each) => [each.demand('name'), readVariable(each)]),
    ),
    formulas: new Map(file.all('formulas').map((each) => [each.demand('name'), each.demand('expression')])),
  };
  refuseLostConnectors(flow, file.place);
  return flow;
}

const startParts = new Set(
  'locationX locationY connector filterLogic filters filterFormula object recordTriggerType triggerType doesRequireRecordChangedToMeetCriteria'.split(
    ' ',
  ),
);

function refuseFlow(file: MetadataElement, what: string): never {
  throw new Unsupported(`a flow ${what}`, file.place);
}

function readVariable(element: MetadataElement): FlowValue {
  if (element.readBoolean('isCollection')) {
    throw new Unsupported('a collection in a flow', element.place);
  }
  if (['SObject', 'Apex'].includes(element.read('dataType') ?? '')) {
    throw new Unsupported(`a variable of the type ${element.read('dataType') ?? ''} in a flow`, element.place);
  }
  const value = element.first('value');
  return value === null ? { kind: 'literal', value: null } : readValue(value);
}

function refuseLostConnectors({ elements, first }: Flow, place: string): void {
  const targets = [...elements.values()].flatMap((each) => [
    each.next,
    ...(each.kind === 'decision' ? each.outcomes.map((outcome) => outcome.next) : []),
    ...(each.kind === 'action' || each.kind === 'update' ? [each.fault] : []),
  ]);
  const lost = [first, ...targets].find((each) => each !== null && !elements.has(each));
  if (lost !== undefined) {
    throw new Error(`${place}: a connector leads to ${String(lost)}, which is no element of the flow.`);
  }
}

import type {
  CrmRecord,
  ObjectCreation,
  ObjectType,
  ObjectUpdate,
  PropertyValues,
  WriteOutcome,
} from '../../../hubspot/handlers/crm/crm.ts';
import { ruleTypeNames } from '../../../hubspot/handlers/rules/object-types.ts';
import { revisionSchema } from '../../../hubspot/handlers/rules/revision-properties.ts';
import { rowSchema } from '../../../hubspot/handlers/rules/row-properties.ts';
import { MemoryCrm } from '../memory-crm.ts';

const wholes = new Set(
  [rowSchema(ruleTypeNames.row), revisionSchema(ruleTypeNames.revision)]
    .flatMap(({ properties }) => properties)
    .flatMap(({ name, type }) => (type === 'number' ? [name] : [])),
);

/** A portal that does all that HubSpot may do to a value: no blanks at its ends, other line breaks, decimals in numbers. */
export class PickyPortal extends MemoryCrm {
  override createObjects(objectType: ObjectType, creations: readonly ObjectCreation[]): Promise<WriteOutcome[]> {
    return super.createObjects(
      objectType,
      creations.map((creation) => ({ ...creation, properties: trimmed(creation.properties) })),
    );
  }

  override updateObjects(objectType: ObjectType, updates: readonly ObjectUpdate[]): Promise<WriteOutcome[]> {
    return super.updateObjects(
      objectType,
      updates.map(({ id, properties }) => ({ id, properties: trimmed(properties) })),
    );
  }

  override async readObjects(
    objectType: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    historyOf: readonly string[] = [],
  ): Promise<CrmRecord[]> {
    return (await super.readObjects(objectType, ids, properties, historyOf)).map(asGiven);
  }

  override async listObjects(objectType: ObjectType, properties: readonly string[]): Promise<CrmRecord[]> {
    return (await super.listObjects(objectType, properties)).map(asGiven);
  }
}

function trimmed(properties: PropertyValues): PropertyValues {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value?.trim() ?? null]));
}

function asGiven(record: CrmRecord): CrmRecord {
  const properties = Object.entries(record.properties).map(([name, value]): [string, string | null] => [
    name,
    value === null ? null : wholes.has(name) ? `${value}.0` : value.replaceAll('\n', '\r\n'),
  ]);
  return { ...record, properties: Object.fromEntries(properties) };
}

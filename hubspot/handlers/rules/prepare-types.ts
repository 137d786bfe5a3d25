import type { Crm, PropertyDefinition, SchemaDefinition } from '../crm/crm.ts';
import { CrmError } from '../crm/crm-error.ts';
import { groupName } from '../portal/property-names.ts';
import type { TypeIds } from './object-types.ts';
import { revisionSchema } from './revision-properties.ts';
import { rowSchema } from './row-properties.ts';
import { RuleStoreError } from './rule-store-error.ts';

/** Makes the object types, or what they lack since an earlier version. Doing it twice changes nothing. */
export async function prepareTypes(crm: Crm, types: TypeIds): Promise<void> {
  await prepareType(crm, types, 'row', rowSchema(types.names.row));
  await prepareType(crm, types, 'revision', revisionSchema(types.names.revision));
}

async function prepareType(
  crm: Crm,
  types: TypeIds,
  which: 'row' | 'revision',
  definition: SchemaDefinition,
): Promise<void> {
  const typeId = (await types.find(which)) ?? (await makeType(crm, types, which, definition));
  if (typeId !== null) await addProperties(crm, typeId, definition);
}

/** Null when it was made here, whole; the id when somebody else made it at the same time. */
async function makeType(
  crm: Crm,
  types: TypeIds,
  which: 'row' | 'revision',
  definition: SchemaDefinition,
): Promise<string | null> {
  try {
    await crm.createSchema(definition);
    types.forget();
    return null;
  } catch (error) {
    if (!(error instanceof CrmError && error.failure === 'conflict')) throw error;
    types.forget();
    return types.require(which);
  }
}

async function addProperties(crm: Crm, typeId: string, definition: SchemaDefinition): Promise<void> {
  const present = new Map((await crm.listProperties(typeId)).map((property) => [property.name, property]));
  for (const wanted of definition.properties) {
    const there = present.get(wanted.name);
    if (there !== undefined) requireSameForm(wanted, there);
  }
  const missing = definition.properties.filter(({ name }) => !present.has(name));
  if (missing.length === 0) return;
  const group = present.get(definition.primaryDisplayProperty)?.groupName ?? '';
  const madeGroup = group === '' ? await makeGroup(crm, typeId) : group;
  await crm.createProperties(
    typeId,
    missing.map((property) => ({ ...property, groupName: madeGroup })),
  );
}

/** Where the title names no group, the rest goes into one of our own, which may be there already. */
async function makeGroup(crm: Crm, typeId: string): Promise<string> {
  try {
    await crm.createPropertyGroup(typeId, groupName, 'Signalbox');
  } catch (error) {
    if (!(error instanceof CrmError && error.failure === 'conflict')) throw error;
  }
  return groupName;
}

/** A property that people changed may not take our values any more. */
function requireSameForm(wanted: PropertyDefinition, there: PropertyDefinition): void {
  const values = new Set(there.options.map(({ value }) => value));
  const missing = wanted.options.filter(({ value }) => !values.has(value));
  if (wanted.type !== there.type) {
    throw new RuleStoreError(
      'otherProperty',
      `The property ${wanted.name} is a ${there.type}, where rules need a ${wanted.type}.`,
      'Rename or archive it in the settings of properties, then run the setup again.',
    );
  }
  if (missing.length > 0) {
    throw new RuleStoreError(
      'otherProperty',
      `The property ${wanted.name} lacks the options ${missing.map(({ value }) => value).join(', ')}.`,
      'Add them in the settings of properties, with exactly these internal names.',
    );
  }
}

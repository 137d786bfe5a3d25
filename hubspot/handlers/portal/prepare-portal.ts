import { CrmError, type CrmFailure } from '../crm/crm-error.ts';
import type { Crm, ObjectType, PropertyDefinition } from '../crm/crm.ts';
import { propertyDefinitions } from './property-definitions.ts';
import { groupName } from './property-names.ts';

/** How a portal stands after it was prepared. */
export type PreparedPortal = {
  /** Whether it has lead records that the app may use. */
  readonly hasLeads: boolean;
  /** What was made, as `contacts.sbx_fit_score`. Empty the second time. */
  readonly created: readonly string[];
  readonly refused: readonly RefusedPreparation[];
};

/** What could not be made, and what Signalbox does without it. */
export type RefusedPreparation = {
  readonly objectType: ObjectType;
  readonly properties: readonly string[];
  readonly failure: CrmFailure;
  /** HubSpot's category, such as MISSING_SCOPES; OTHER_FORM where a property of that name is of another kind. */
  readonly category: string;
  /** In plain words, for whoever sets Signalbox up. */
  readonly meaning: string;
};

const groupLabel = 'Signalbox';

const withoutThem: Readonly<Record<string, string>> = {
  contacts:
    'Decisions are made and kept all the same, but what stands in these properties is missing from contacts, lists, workflows and reports. Give the app the scope crm.schemas.contacts.write, or free custom properties of the plan, and set it up again.',
  companies:
    'Companies cannot be marked as named accounts. Give the app the scope crm.schemas.companies.write and set it up again.',
  leads:
    'What stands in these properties is written on contacts only. That is all where the portal has no lead records (Sales Hub Professional); else give the app the scopes for leads and set it up again.',
};

const ofAnotherForm =
  'The portal has properties of these names that were made differently, so that values may be refused. Rename or delete them in HubSpot and set Signalbox up again.';

/**
 * Makes every property that the portal lacks. Doing it twice changes nothing. What a missing scope or plan forbids is listed
 * with what it means, and the rest is made; failures that pass by themselves are thrown (CrmError), since nothing is known then.
 */
export async function preparePortal(crm: Crm): Promise<PreparedPortal> {
  const prepared = await Promise.all(
    propertyDefinitions.map(([objectType, wanted]) => prepareObject(crm, objectType, wanted)),
  );
  const hasLeadType = prepared.every((one) => one.objectType !== 'leads' || one.isThere);
  const unreadable = hasLeadType ? await findUnreadableLeads(crm) : [];
  return {
    hasLeads: hasLeadType && unreadable.length === 0,
    created: prepared.flatMap((one) => one.created.map((name) => `${one.objectType}.${name}`)),
    refused: [...prepared.flatMap((one) => one.refused), ...unreadable],
  };
}

/** Properties and records have scopes of their own: who may see what a lead looks like may not be allowed to see a lead. */
async function findUnreadableLeads(crm: Crm): Promise<RefusedPreparation[]> {
  try {
    await crm.searchObjects({
      objectType: 'leads',
      groups: [[{ property: 'hs_object_id', operator: 'HAS_PROPERTY', values: [] }]],
      properties: [],
      most: 1,
    });
    return [];
  } catch (error) {
    return [refusalOf(error, 'leads', [])];
  }
}

type PreparedObject = {
  readonly objectType: ObjectType;
  readonly isThere: boolean;
  readonly created: readonly string[];
  readonly refused: readonly RefusedPreparation[];
};

async function prepareObject(
  crm: Crm,
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
): Promise<PreparedObject> {
  let present: PropertyDefinition[];
  try {
    present = await crm.listProperties(objectType);
  } catch (error) {
    const refused = refusalOf(error, objectType, wanted);
    return { objectType, isThere: false, created: [], refused: [refused] };
  }
  const missing = wanted.filter(({ name }) => !present.some((known) => known.name === name));
  const others = wanted.filter((definition) => isOtherwise(definition, present));
  const made = missing.length === 0 ? { created: [], refused: [] } : await createMissing(crm, objectType, missing);
  return {
    objectType,
    isThere: true,
    created: made.created,
    refused: others.length === 0 ? made.refused : [...made.refused, otherForm(objectType, others)],
  };
}

type Made = { readonly created: readonly string[]; readonly refused: readonly RefusedPreparation[] };

async function createMissing(crm: Crm, objectType: ObjectType, missing: readonly PropertyDefinition[]): Promise<Made> {
  const names = missing.map((definition) => definition.name);
  try {
    await createGroup(crm, objectType);
    await crm.createProperties(objectType, missing);
    return { created: names, refused: [] };
  } catch (error) {
    const refused = refusalOf(error, objectType, missing);
    return refused.failure === 'forbidden'
      ? { created: [], refused: [refused] }
      : createOneByOne(crm, objectType, missing);
  }
}

/** Somebody else may prepare the portal at the same time, or the plan allows some of them only. */
async function createOneByOne(crm: Crm, objectType: ObjectType, missing: readonly PropertyDefinition[]): Promise<Made> {
  const present = new Set((await crm.listProperties(objectType)).map((definition) => definition.name));
  const created: string[] = [];
  const refused: RefusedPreparation[] = [];
  for (const definition of missing.filter(({ name }) => !present.has(name))) {
    try {
      await crm.createProperties(objectType, [definition]);
      created.push(definition.name);
    } catch (error) {
      refused.push(refusalOf(error, objectType, [definition]));
    }
  }
  const isRaced = refused.some((one) => one.failure === 'conflict');
  const there = new Set(isRaced ? (await crm.listProperties(objectType)).map(({ name }) => name) : []);
  return { created, refused: joinEqual(refused.filter((one) => !there.has(one.properties[0]!))) };
}

async function createGroup(crm: Crm, objectType: ObjectType): Promise<void> {
  try {
    await crm.createPropertyGroup(objectType, groupName, groupLabel);
  } catch (error) {
    if (!(error instanceof CrmError) || error.failure !== 'conflict') {
      throw error;
    }
  }
}

/** Throws what is no answer: who is told "try later" or "no longer installed" must not believe that something is missing. */
function refusalOf(
  error: unknown,
  objectType: ObjectType,
  definitions: readonly PropertyDefinition[],
): RefusedPreparation {
  if (!(error instanceof CrmError) || !['forbidden', 'notFound', 'refused', 'conflict'].includes(error.failure)) {
    throw error;
  }
  return {
    objectType,
    properties: definitions.map((definition) => definition.name),
    failure: error.failure,
    category: error.category,
    meaning: withoutThem[objectType] ?? '',
  };
}

/** One entry for all that were refused for the same reason. */
function joinEqual(refused: readonly RefusedPreparation[]): RefusedPreparation[] {
  const joined = new Map<string, RefusedPreparation>();
  for (const one of refused) {
    const reason = `${one.failure} ${one.category}`;
    const known = joined.get(reason);
    joined.set(reason, known === undefined ? one : { ...known, properties: [...known.properties, ...one.properties] });
  }
  return [...joined.values()];
}

/** Whether a property of that name is there that does not take what Signalbox writes. */
function isOtherwise(wanted: PropertyDefinition, present: readonly PropertyDefinition[]): boolean {
  const known = present.find(({ name }) => name === wanted.name);
  return (
    known !== undefined &&
    (known.type !== wanted.type ||
      wanted.options.some(({ value }) => !known.options.some((option) => option.value === value)))
  );
}

function otherForm(objectType: ObjectType, definitions: readonly PropertyDefinition[]): RefusedPreparation {
  return {
    objectType,
    properties: definitions.map((definition) => definition.name),
    failure: 'conflict',
    category: 'OTHER_FORM',
    meaning: ofAnotherForm,
  };
}

import type { Crm, KnownSchema } from '../crm/crm.ts';
import { RuleStoreError } from './rule-store-error.ts';

/** What the portal calls the two object types: a name, a fully qualified name or a type id. */
export type RuleTypeNames = { readonly row: string; readonly revision: string };

/** Custom objects that Signalbox makes. Where an app brings objects of its own, those are named instead. */
export const ruleTypeNames: RuleTypeNames = { row: 'sbx_rule_row', revision: 'sbx_revision' };

/** The portal's two object types, where they are there. */
export type RuleTypes = { readonly row: KnownSchema | null; readonly revision: KnownSchema | null };

/** Looks the object types up. */
export async function findRuleTypes(crm: Crm, names: RuleTypeNames = ruleTypeNames): Promise<RuleTypes> {
  const schemas = await crm.listSchemas();
  const find = (name: string): KnownSchema | null =>
    schemas.find((schema) => [schema.objectTypeId, schema.fullyQualifiedName, schema.name].includes(name)) ?? null;
  return { row: find(names.row), revision: find(names.revision) };
}

/** The type ids, asked for once and kept as soon as both types are there. */
export class TypeIds {
  readonly #crm: Crm;
  readonly names: RuleTypeNames;
  #found: RuleTypes = { row: null, revision: null };

  constructor(crm: Crm, names: RuleTypeNames) {
    this.#crm = crm;
    this.names = names;
  }

  /** Null where the portal has no such type. */
  async find(which: keyof RuleTypes): Promise<string | null> {
    if (this.#found[which] === null) {
      this.#found = await findRuleTypes(this.#crm, this.names);
    }
    return this.#found[which]?.objectTypeId ?? null;
  }

  /** As find; HSR001 where the portal has no such type. */
  async require(which: keyof RuleTypes): Promise<string> {
    const typeId = await this.find(which);
    if (typeId === null) {
      throw new RuleStoreError(
        'notPrepared',
        `The portal has no object type ${this.names[which]}.`,
        'Run the setup of the app again; it makes what is missing.',
      );
    }
    return typeId;
  }

  /** Asks anew, because a type was made. */
  forget(): void {
    this.#found = { row: null, revision: null };
  }
}

import type { MemoryCrm } from '../memory-crm.ts';

/** HubSpot's answer to an owner who has left or has no seat. */
export function refusingOwner(portal: MemoryCrm, ownerId: string): MemoryCrm {
  const refuse = <Input extends { readonly properties: { readonly [name: string]: string | null } }, Written>(
    inputs: readonly Input[],
    write: (taken: readonly Input[]) => Promise<Written[]>,
  ) =>
    Promise.all(
      inputs.map(async (input, position) =>
        input.properties['hubspot_owner_id'] === ownerId
          ? { position, isWritten: false, problem: { category: 'VALIDATION_ERROR', message: 'not a valid owner' } }
          : { ...(await write([input]))[0], position },
      ),
    );
  return new Proxy(portal, {
    get(target, name: keyof MemoryCrm) {
      if (name === 'updateObjects') {
        const update: MemoryCrm['updateObjects'] = (type, updates) =>
          refuse(updates, (taken) => target.updateObjects(type, taken)) as ReturnType<MemoryCrm['updateObjects']>;
        return update;
      }
      if (name === 'createObjects') {
        const create: MemoryCrm['createObjects'] = (type, creations) =>
          refuse(creations, (taken) => target.createObjects(type, taken)) as ReturnType<MemoryCrm['createObjects']>;
        return create;
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

import type { UserAccess } from '../../access/user-access.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { DescribedObject, OrgUser, OrgView } from '../org-behind-http.ts';

const known = new WeakMap<UserAccess, Map<ObjectSchema, DescribedObject>>();

/** The objects and fields that a user may read, as describe requests of that user show them. */
export function viewOf(org: InMemoryOrg, user: OrgUser, describe: (object: ObjectSchema) => DescribedObject): OrgView {
  const access = org.access.of(user.id);
  const { permissions } = access;
  const isOpen = (object: ObjectSchema | null): object is ObjectSchema =>
    object !== null && permissions.mayObject(object, 'read');
  return {
    objectNames: () => org.objectNames().filter((name) => isOpen(org.schema.find(name))),
    describeObject: (name) => {
      const object = org.schema.find(name);
      return isOpen(object)
        ? permissions.isUnlimited
          ? describe(object)
          : remember(access, object, () => narrow(describe(object), object, access))
        : null;
    },
  };
}

function remember(access: UserAccess, object: ObjectSchema, make: () => DescribedObject): DescribedObject {
  const ofUser = known.get(access) ?? new Map<ObjectSchema, DescribedObject>();
  const found = ofUser.get(object) ?? make();
  ofUser.set(object, found);
  known.set(access, ofUser);
  return found;
}

function narrow(described: DescribedObject, object: ObjectSchema, { permissions }: UserAccess): DescribedObject {
  return {
    ...described,
    rights: {
      create: permissions.mayObject(object, 'create'),
      edit: permissions.mayObject(object, 'edit'),
      delete: permissions.mayObject(object, 'delete'),
    },
    fields: described.fields.flatMap((each) => {
      const field = object.fields.get(each.name.toLowerCase());
      const may = (right: 'read' | 'create' | 'edit') =>
        field === undefined || permissions.mayField(object, field, right);
      return may('read')
        ? [
            {
              ...each,
              isCreateable: each.isCreateable && may('create'),
              isUpdateable: each.isUpdateable && may('edit'),
            },
          ]
        : [];
    }),
  };
}

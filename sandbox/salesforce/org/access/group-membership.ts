import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';

/**
 * The ids under which records are shared with a user: the user's own and those of all queues and groups that the user belongs to,
 * directly, by another group, or by the role.
 */
export function sharedWith(user: StoredRecord, store: RecordStore): ReadonlySet<string> {
  const found = new Set<string>([user.id]);
  if (user.fields.get('usertype') === 'Guest') {
    // Guests cannot be members of anything.
    return found;
  }
  for (const group of [...store.recordsOf('Group')]) {
    if (!group.isDeleted && isGroupOfRole(group, user, store)) {
      found.add(group.id);
    }
  }
  const member = store.schema.demand('GroupMember');
  const field = member.fields.get('userorgroupid');
  // A set may grow while it is walked: what was added comes last.
  for (const id of found) {
    for (const each of field === undefined ? [] : store.findBy(member, field, new ApexId(id))) {
      const groupId = each.fields.get('groupid');
      if (groupId instanceof ApexId) {
        found.add(groupId.value);
      }
    }
  }
  return found;
}

function isGroupOfRole({ fields }: StoredRecord, user: StoredRecord, store: RecordStore): boolean {
  const roleId = idOf(user.fields.get('userroleid'));
  const relatedId = idOf(fields.get('relatedid'));
  switch (fields.get('type')) {
    case 'Organization':
      return user.fields.get('usertype') === 'Standard';
    case 'Role':
      return roleId !== null && roleId === relatedId;
    case 'RoleAndSubordinates':
      return roleId !== null && relatedId !== null && [roleId, ...rolesAbove(roleId, store)].includes(relatedId);
    default:
      return false;
  }
}

/** The roles above one, nearest first. */
export function rolesAbove(roleId: string, store: RecordStore): string[] {
  const above: string[] = [];
  let next = parentRole(roleId, store);
  while (next !== null && next !== roleId && !above.includes(next)) {
    above.push(next);
    next = parentRole(next, store);
  }
  return above;
}

function parentRole(roleId: string, store: RecordStore): string | null {
  return idOf(store.findRecord(roleId)?.fields.get('parentroleid'));
}

/** The id that a field holds; null where it holds none. */
export function idOf(value: unknown): string | null {
  return value instanceof ApexId ? value.value : null;
}

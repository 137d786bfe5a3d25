import type { Right } from '../../apex/run/org.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { isCustomField, isSettable, permissionFieldOf } from './field-rules.ts';
import { ruleOf } from './object-rules.ts';
import type { Grants } from './read-grants.ts';

/**
 * What a user may do by profile and permission sets, before sharing. Answers are remembered: a new one is made when what was
 * granted has changed. permissions.mayField(lead, score, 'edit') → true.
 */
export class Permissions {
  private readonly grants: Grants;
  private readonly schema: OrgSchema;
  private readonly objects = new Map<string, boolean>();
  private readonly fields = new Map<FieldSchema, Map<string, boolean>>();

  constructor(grants: Grants, schema: OrgSchema) {
    this.grants = grants;
    this.schema = schema;
  }

  /** By the name that a permission set gives it: has('ModifyAllData'). */
  has(userPermission: string): boolean {
    return this.grants.userPermissions.has(userPermission.toLowerCase());
  }

  /** When what is known here is no longer so, although no record has changed. */
  get until(): number {
    return this.grants.until;
  }

  /** Whether nothing is closed to the user: whoever is asked about may be spared the asking. */
  get isUnlimited(): boolean {
    return this.has('ModifyAllData') && this.grants.fields.reach === 'all';
  }

  mayObject(object: ObjectSchema, right: Right): boolean {
    const key = `${object.name} ${right}`;
    let may = this.objects.get(key);
    if (may === undefined) {
      may = this.decideObject(object, right);
      this.objects.set(key, may);
    }
    return may;
  }

  /** Whether sharing of an object's records means nothing to the user: 'read' for View All, 'edit' for Modify All. */
  seesAll(object: ObjectSchema, right: 'read' | 'edit'): boolean {
    if (this.has('ModifyAllData') || (right === 'read' && this.has('ViewAllData'))) {
      return true;
    }
    const rule = ruleOf(object, this.schema);
    const name = rule.kind === 'follows' ? rule.object : object.name;
    const letters = this.grants.objects.get(name) ?? '';
    return letters.includes('M') || (right === 'read' && letters.includes('V'));
  }

  mayField(object: ObjectSchema, field: FieldSchema, right: Exclude<Right, 'delete'>): boolean {
    let ofField = this.fields.get(field);
    if (ofField === undefined) {
      ofField = new Map();
      this.fields.set(field, ofField);
    }
    const key = `${object.name} ${right}`;
    let may = ofField.get(key);
    if (may === undefined) {
      may = this.decideField(object, field, right);
      ofField.set(key, may);
    }
    return may;
  }

  mayRunClass(className: string): boolean {
    return this.has('AuthorApex') || this.grants.classes.has(className.toLowerCase());
  }

  /** By name without its namespace. */
  hasCustomPermission(name: string): boolean {
    return this.grants.customPermissions.has(name.toLowerCase());
  }

  private decideObject(object: ObjectSchema, right: Right): boolean {
    const rule = ruleOf(object, this.schema);
    const { grants } = this;
    switch (rule.kind) {
      case 'permissions':
        return (
          this.has('ModifyAllData') ||
          (right === 'read' && this.has('ViewAllData')) ||
          (grants.objects.get(object.name) ?? '').includes(letterOf[right])
        );
      case 'follows':
        return this.mayObject(this.schema.demand(rule.object), right === 'read' ? 'read' : 'edit');
      case 'activity':
        return !grants.isGuest && (right === 'read' || this.has('ModifyAllData') || this.has(rule.permission));
      case 'type':
        return this.has('CustomizeApplication') || (right === 'read' && grants.types.has(object.name));
      case 'setup':
        // Of users everybody may read and change the own record, which is for sharing to see to.
        return object.name === 'User' && (right === 'read' || right === 'edit')
          ? true
          : this.has('ManageUsers') || (right === 'read' && (!grants.isGuest || object.name === 'RecordType'));
      case 'permission':
        return right === 'read' && this.has(rule.permission);
      case 'open':
        return !grants.isGuest || object.name === 'Name';
    }
  }

  private decideField(object: ObjectSchema, field: FieldSchema, right: Exclude<Right, 'delete'>): boolean {
    if (right !== 'read' && !isSettable(field, right)) {
      return false;
    }
    const name = permissionFieldOf(object, field);
    const kind = ruleOf(object, this.schema).kind;
    // As documented, permissions of fields are not about those of platform events.
    if (name === null || object.kind === 'event' || ['setup', 'permission', 'open', 'type', 'follows'].includes(kind)) {
      return true;
    }
    const { reach, granted } = this.grants.fields;
    if (reach === 'all' || (reach === 'standard' && !isCustomField(field) && object.kind === 'standard')) {
      return true;
    }
    if (right === 'read' && (this.grants.objects.get(object.name) ?? '').includes('F')) {
      return true;
    }
    const grant = granted.get(`${object.name}.${name}`);
    return grant === 'edit' || (right === 'read' && grant === 'read');
  }
}

const letterOf: Readonly<Record<Right, string>> = { read: 'R', create: 'C', edit: 'E', delete: 'D' };

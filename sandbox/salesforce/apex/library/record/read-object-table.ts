import type { FieldDescription, ObjectDescription } from '../../run/org.ts';
import {
  blobType,
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  idType,
  integerType,
  stringType,
  timeType,
  type ApexType,
} from '../../types/apex-type.ts';
import type { FieldWithDisplayType } from './display-type.ts';

const typesInApex: Readonly<Record<string, ApexType>> = {
  base64: blobType,
  boolean: booleanType,
  currency: decimalType,
  date: dateType,
  datetime: datetimeType,
  double: decimalType,
  id: idType,
  integer: integerType,
  percent: decimalType,
  reference: idType,
  time: timeType,
};

const systemFields = `
  id: Id
  boolean: IsDeleted
  datetime: CreatedDate LastModifiedDate SystemModstamp
  reference: CreatedById>User LastModifiedById>User`;

/**
 * Reads descriptions of objects from a table in text form:
 *
 *     Contact 003 "Contact"
 *       string: FirstName LastName
 *       reference: AccountId>Account WhoId>Contact,Lead=Who
 *       children: Cases=Case
 *
 * A line of fields begins with their type, one of Schema.DisplayType in lower case. A reference names the objects it points
 * to and, where it is not the field's name without `Id` (`__r` for `__c`), its relationship. Every object has the system
 * fields but those that a line `without:` names. Only the heads are read at once: fields are read when an object is first asked for them.
 */
export function readObjectTable(text: string): ObjectDescription[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => new TabledObject(block));
}

class TabledObject implements ObjectDescription {
  readonly name: string;
  readonly label: string;
  readonly keyPrefix: string | null;
  private readonly lines: string;
  private read: Pick<ObjectDescription, 'fields' | 'children'> | null = null;

  constructor(block: string) {
    const end = block.indexOf('\n');
    const head = end < 0 ? block : block.slice(0, end);
    const match = /^(\S+) (\S+) "(.*)"$/.exec(head.trim());
    if (match === null) {
      throw new Error(`This is no head of an object: ${head}. It reads: Name prefix "Label".`);
    }
    const [, name = '', prefix = '', label = ''] = match;
    this.name = name;
    this.keyPrefix = prefix === '-' ? null : prefix;
    this.label = label;
    this.lines = end < 0 ? '' : block.slice(end);
  }

  get fields(): ObjectDescription['fields'] {
    return (this.read ??= readLines(systemFields + this.lines)).fields;
  }

  get children(): ObjectDescription['children'] {
    return (this.read ??= readLines(systemFields + this.lines)).children;
  }
}

function readLines(text: string): Pick<ObjectDescription, 'fields' | 'children'> {
  const fields = new Map<string, FieldDescription>();
  const children = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [kind = '', ...words] = line.trim().split(/:? +/);
    for (const word of words) {
      if (kind === 'children') {
        const [relationship = '', child = ''] = word.split('=');
        children.set(relationship.toLowerCase(), child);
      } else if (kind === 'without') {
        fields.delete(word.toLowerCase());
      } else {
        const field = readField(kind, word);
        fields.set(field.name.toLowerCase(), field);
      }
    }
  }
  return { fields, children };
}

function readField(kind: string, word: string): FieldWithDisplayType {
  const [, name = '', targets = '', relationship] = /^([^>]+)(?:>([^=]+)(?:=(.+))?)?$/.exec(word) ?? [];
  const referenceTo = targets === '' ? [] : targets.split(',');
  return {
    name,
    type: typesInApex[kind] ?? stringType,
    relationshipName: referenceTo.length === 0 ? null : (relationship ?? usualRelationship(name)),
    referenceTo,
    displayType: kind.toUpperCase(),
  };
}

function usualRelationship(name: string): string {
  return name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
}

import { idSuffix } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import type { Json, JsonObject } from '../../../../sandbox/salesforce/org/http/json.ts';
import {
  OrgRefusal,
  type ChangeOutcome,
  type ChangeRequest,
  type ChangeRow,
  type DescribedField,
  type DescribedObject,
  type OrgBehindHttp,
  type OrgRow,
  type OrgUser,
  type OrgValue,
} from '../../../../sandbox/salesforce/org/http/org-behind-http.ts';

type Stored = Record<string, Json>;

const plain = {
  length: 255,
  precision: 0,
  scale: 0,
  isNillable: true,
  isCreateable: true,
  isUpdateable: true,
  isDefaultedOnCreate: false,
  isUnique: false,
  isExternalId: false,
  isCaseSensitive: false,
  isAutoNumber: false,
  isCalculated: false,
  formula: null,
  defaultValue: null,
  defaultFormula: null,
  picklist: null,
  referenceTo: [],
  relationshipName: null,
  isNameField: false,
  isCascadeDelete: false,
  isRestrictedDelete: false,
  isMasterDetail: false,
};

function field(name: string, type: string, more: Partial<DescribedField> = {}): DescribedField {
  return { ...plain, name, label: name, type, ...more };
}

function object(name: string, keyPrefix: string, fields: readonly DescribedField[]): DescribedObject {
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    isCustomSetting: false,
    isWritable: true,
    fields: [field('Id', 'id', { isNillable: false, isCreateable: false, isUpdateable: false, length: 18 }), ...fields],
    children:
      name === 'Account'
        ? [
            {
              objectName: 'Contact',
              fieldName: 'AccountId',
              relationshipName: 'Contacts',
              isCascadeDelete: false,
              isRestrictedDelete: false,
            },
          ]
        : [],
    recordTypes: [],
  };
}

const objects = [
  object('Account', '001', [
    field('Name', 'string', { isNameField: true, isNillable: false }),
    field('Number__c', 'string', { isExternalId: true, isUnique: true }),
  ]),
  object('Contact', '003', [
    field('LastName', 'string', { isNillable: false }),
    field('AccountId', 'reference', { referenceTo: ['Account'], relationshipName: 'Account' }),
  ]),
  object('Lead', '00Q', [
    field('LastName', 'string', { isNillable: false }),
    field('Company', 'string'),
    field('Number__c', 'string', { isExternalId: true }),
    field('NumberOfEmployees', 'int', { precision: 8 }),
    field('IsWarm__c', 'boolean'),
    field('Since__c', 'date'),
    field('SeenAt__c', 'datetime'),
    field('Status', 'picklist', {
      picklist: {
        isRestricted: false,
        values: [{ value: 'Open', label: 'Open', isActive: true, isDefault: true }],
      },
    }),
  ]),
];

const ada: OrgUser = {
  id: '005000000000001AAA',
  username: 'ada@example.com',
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  userType: 'Standard',
  isActive: true,
  timeZone: 'Europe/London',
  language: 'en_US',
  locale: 'en_GB',
  utcOffset: 0,
};

/** As much of an org as the HTTP interface needs, with records in a map and a query language of one condition. */
export class SmallOrg implements OrgBehindHttp {
  readonly organization = { id: '00D000000000001EAA', name: 'Small' };
  readonly session = '00D000000000001!AQ.ada';
  readonly requests: ChangeRequest[] = [];
  readonly apexRequests: { method: string; path: string; body: string }[] = [];
  private sessions = new Set([this.session]);
  private records = new Map<string, { objectName: string; fields: Stored }>();
  private count = 0;

  authenticate(sessionId: string): OrgUser | null {
    return this.sessions.has(sessionId) ? ada : null;
  }

  logIn(username: string, password: string): string | null {
    return username === ada.username && password === 'difference engine' ? this.begin() : null;
  }

  logInClient(clientId: string, clientSecret: string): string | null {
    return clientId === 'mill' && clientSecret === 'punched card' ? this.begin() : null;
  }

  setPassword(): never {
    throw new Error('The small org has one password.');
  }

  runTests(): never[] {
    return [];
  }

  search(): never[] {
    return [];
  }

  refresh(refreshToken: string): string | null {
    return refreshToken === '5Aep861.ada' ? this.begin() : null;
  }

  private begin(): string {
    const session = `${this.session}${String(this.sessions.size)}`;
    this.sessions.add(session);
    return session;
  }

  logOut(sessionId: string): void {
    this.sessions.delete(sessionId);
  }

  findUser(id: string): OrgUser | null {
    return id === ada.id ? ada : null;
  }

  objectNames(): readonly string[] {
    return objects.map((each) => each.name);
  }

  describeObject(name: string): DescribedObject | null {
    return objects.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  query(_user: OrgUser, text: string): { totalSize: number; rows: readonly OrgRow[] } {
    const form = /^SELECT (.+) FROM (\w+)(?: WHERE (\w+) (?:=|IN) \(?(.+?)\)?)?(?: LIMIT (\d+))?$/;
    const [, list = '', name = '', field, values = '', limit] = form.exec(text) ?? [];
    const object = this.describeObject(name);
    if (object === null) {
      throw name === ''
        ? new OrgRefusal('MALFORMED_QUERY', `unexpected token: ${text.split(' ')[0] ?? ''}`)
        : new OrgRefusal('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    }
    const wanted = values.split(', ').map((each) => each.replace(/^'|'$/g, '').replace(/\\(.)/g, '$1'));
    const found = [...this.records].filter(
      ([id, each]) =>
        each.objectName === name &&
        (field === undefined || wanted.includes(field === 'Id' ? id : textOf(each.fields[field]))),
    );
    if (list === 'COUNT()') {
      return { totalSize: found.length, rows: [] };
    }
    const rows = found.slice(0, Number(limit ?? Infinity)).map(([id]) => this.rowOf(id, list.split(/, ?/)));
    return { totalSize: rows.length, rows };
  }

  private rowOf(id: string, names: readonly string[]): OrgRow {
    const record = this.records.get(id);
    const values = names.map((name): [string, OrgValue] => {
      const [relationship = '', below] = name.split('.');
      if (below !== undefined) {
        const parentId = record?.fields[`${relationship}Id`];
        return [relationship, typeof parentId === 'string' ? this.rowOf(parentId, [below]) : null];
      }
      return [name, name === 'Id' ? id : ((record?.fields[name] ?? null) as OrgValue)];
    });
    return { kind: 'row', objectName: record?.objectName ?? '', id, fields: values };
  }

  change(_user: OrgUser, request: ChangeRequest): readonly ChangeOutcome[] {
    this.requests.push(request);
    return this.attempt(
      () => request.rows.map((row) => this.changeOne(request, row)),
      (outcomes) => !request.allOrNone || outcomes.every((each) => each.errors.length === 0),
    );
  }

  private changeOne(request: ChangeRequest, row: ChangeRow): ChangeOutcome {
    const { operation, externalIdField } = request;
    const matches =
      operation === 'upsert' && externalIdField !== null
        ? [...this.records].filter(([, each]) => each.fields[externalIdField] === row.fields[externalIdField])
        : [];
    if (matches.length > 1) {
      return refused('DUPLICATE_EXTERNAL_ID', 'more than one record found for external id field');
    }
    const id = operation === 'insert' ? null : (row.id ?? matches[0]?.[0] ?? null);
    if (operation === 'delete' || (id !== null && !this.records.has(id))) {
      return id !== null && this.records.delete(id)
        ? { id, isCreated: false, errors: [] }
        : refused('ENTITY_IS_DELETED', 'entity is deleted');
    }
    const fields = { ...(id === null ? {} : this.records.get(id)?.fields), ...this.resolveParents(row.fields) };
    if (row.objectName !== 'Account' && typeof fields.LastName !== 'string') {
      return refused('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
    }
    const saved = id ?? this.newId(row.objectName);
    this.records.set(saved, { objectName: row.objectName, fields });
    return { id: saved, isCreated: id === null, errors: [] };
  }

  private resolveParents(fields: JsonObject): Stored {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const number = typeof value === 'object' && value !== null ? (value as JsonObject).Number__c : undefined;
        const parent = [...this.records].find(([, each]) => number !== undefined && each.fields.Number__c === number);
        return parent === undefined ? [name, value] : [`${name}Id`, parent[0]];
      }),
    );
  }

  private newId(objectName: string): string {
    const fifteen = `${this.describeObject(objectName)?.keyPrefix ?? ''}${String(++this.count).padStart(12, '0')}`;
    return fifteen + idSuffix(fifteen);
  }

  attempt<T>(work: () => T, isKept: (result: T) => boolean): T {
    const before = new Map(this.records);
    const result = work();
    if (!isKept(result)) {
      this.records = before;
    }
    return result;
  }

  runApexRest(_user: OrgUser, request: Parameters<OrgBehindHttp['runApexRest']>[1]) {
    const body = Buffer.from(request.body).toString();
    this.apexRequests.push({ method: request.method, path: request.path, body });
    return request.path.startsWith('/leads/')
      ? {
          status: request.method === 'POST' ? 201 : 200,
          headers: new Map([['X-Answer', 'yes']]),
          body: Buffer.from(JSON.stringify({ asked: request.parameters.get('q') ?? null, got: body })),
        }
      : null;
  }

  actions() {
    const input = { name: 'leadId', label: 'Lead', description: null, type: 'ID', isRequired: true };
    return [{ name: 'Score', label: 'Score', description: null, inputs: [input], outputs: [] }];
  }

  runAction(_user: OrgUser, _name: string, inputs: readonly JsonObject[]) {
    return inputs.map(({ leadId }) =>
      leadId === undefined
        ? {
            outputValues: null,
            errors: [
              { code: 'REQUIRED_FIELD_MISSING', message: 'Missing required input parameter: leadId', fields: [] },
            ],
          }
        : { outputValues: { score: 80 }, errors: [] },
    );
  }

  executeAnonymous(_user: OrgUser, text: string) {
    const compileProblem = text.includes(';') ? null : "Missing ';'";
    return { compileProblem, exceptionMessage: null, exceptionStackTrace: null, line: -1, column: -1 };
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function refused(code: string, message: string, fields: readonly string[] = []): ChangeOutcome {
  return { id: null, isCreated: false, errors: [{ code, message, fields }] };
}

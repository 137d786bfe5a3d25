import { describe, expect, it } from '@jest/globals';
import { RecordIds, idOf } from '../../../../sandbox/salesforce/org/records/record-ids.ts';
import { RecordStore } from '../../../../sandbox/salesforce/org/records/record-store.ts';
import { RowLocks } from '../../../../sandbox/salesforce/org/records/row-locks.ts';
import { idSuffix } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { buildSchema } from '../../../../sandbox/salesforce/org/schema/org-schema.ts';

const schema = buildSchema(new Map());
const account = schema.demand('Account');
const nameField = account.fields.get('name');

function newStore() {
  return new RecordStore(schema, () => null);
}

function put(store: RecordStore, name: string, id = store.nextId(account)): string {
  store.put({ objectName: 'Account', id, fields: new Map([['name', name]]), isDeleted: false });
  return id;
}

function names(store: RecordStore): unknown[] {
  return [...store.recordsOf('Account')].map((each) => each.fields.get('name'));
}

describe('ids', () => {
  it('have 18 characters with the suffix of their case, and grow', () => {
    const ids = new RecordIds();
    const made = Array.from({ length: 200 }, () => ids.next('00Q'));
    expect(made[0]).toBe('00Q000000000001EAA');
    expect(made.every((id) => id.length === 18 && id.endsWith(idSuffix(id.slice(0, 15))))).toBe(true);
    expect(made.toSorted()).toEqual(made);
  });

  it('go on behind those that were put in from outside', () => {
    const ids = new RecordIds();
    ids.skipTo(idOf('001', 1000));
    expect(ids.next('001')).toBe(idOf('001', 1001));
  });
});

describe('a store', () => {
  it('keeps records in the order of their creation, however often they change', () => {
    const store = newStore();
    const first = put(store, 'A');
    put(store, 'B');
    put(store, 'A2', first);
    expect(names(store)).toEqual(['A2', 'B']);
  });

  it('goes back to a savepoint, with its order and its indexes', () => {
    const store = newStore();
    const first = put(store, 'A');
    put(store, 'B');
    expect(nameField && store.findBy(account, nameField, 'a').map((each) => each.id)).toEqual([first]);
    const before = store.savepoint();
    put(store, 'C');
    put(store, 'Z', first);
    const record = store.findRecord(first);
    if (record !== null) {
      store.remove(record);
    }
    expect(names(store)).toEqual(['B', 'C']);
    store.rollback(before);
    expect(names(store)).toEqual(['A', 'B']);
    expect(nameField && store.findBy(account, nameField, 'A').map((each) => each.id)).toEqual([first]);
    expect(nameField && store.findBy(account, nameField, 'Z')).toEqual([]);
  });

  it('has no way back behind a commit, save out of an isolation', () => {
    const store = newStore();
    const before = store.savepoint();
    put(store, 'A');
    store.commit();
    store.rollback(before);
    expect(names(store)).toEqual(['A']);
    store.isolate(() => {
      put(store, 'B');
      store.commit();
    });
    expect(names(store)).toEqual(['A']);
  });
});

describe('row locks', () => {
  it('make a second transaction wait and give up after ten seconds', () => {
    const locks = new RowLocks();
    expect(locks.request(['a', 'b'], 'one', 0).kind).toBe('granted');
    expect(locks.request(['b', 'c'], 'two', 500)).toEqual({ kind: 'waiting', until: 10_500, holder: 'one', id: 'b' });
    expect(locks.holderOf('c')).toBeNull();
    expect(locks.request(['b', 'c'], 'two', 10_499).kind).toBe('waiting');
    expect(locks.request(['b', 'c'], 'two', 10_500)).toMatchObject({
      kind: 'failed',
      statusCode: 'UNABLE_TO_LOCK_ROW',
    });
  });

  it('are free once the transaction that held them has ended', () => {
    const locks = new RowLocks();
    locks.request(['a'], 'one', 0);
    locks.request(['a'], 'two', 1);
    locks.release('one');
    expect(locks.request(['a'], 'two', 2).kind).toBe('granted');
    expect(locks.request(['a'], 'two', 3).kind).toBe('granted');
  });
});

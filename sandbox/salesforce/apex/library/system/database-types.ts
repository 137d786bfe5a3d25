import { unsupported, type BuiltinType, type Members } from '../define.ts';
import { query, queryWithBinds } from './dynamic-query.ts';

/** A DML method for one record and for many, with the documented options behind them. */
function changeSignatures(name: string, result: string, options: readonly string[]): Members {
  const forms = [
    ['SObject recordToChange', result],
    ['List<SObject> recordsToChange', `List<${result}>`],
  ] as const;
  return Object.fromEntries(
    forms.flatMap(([parameter, returns]) =>
      ['', ...options].map((option) => [`${returns} ${name}(${parameter}${option})`, unsupported] as const),
    ),
  );
}

const usualOptions = [
  ', Boolean allOrNone',
  ', System.AccessLevel accessLevel',
  ', Boolean allOrNone, System.AccessLevel accessLevel',
];
const dmlOptions = [
  ', Database.DMLOptions dmlOptions',
  ', Database.DMLOptions dmlOptions, System.AccessLevel accessLevel',
];
const fieldOptions = [
  ', Schema.SObjectField externalIdField',
  ', Schema.SObjectField externalIdField, Boolean allOrNone',
  ', Schema.SObjectField externalIdField, System.AccessLevel accessLevel',
  ', Schema.SObjectField externalIdField, Boolean allOrNone, System.AccessLevel accessLevel',
];

const statics: Members = {
  'List<SObject> query(String queryString)': query,
  'List<SObject> query(String queryString, System.AccessLevel accessLevel)': query,
  'List<SObject> queryWithBinds(String queryString, Map<String,Object> bindMap, System.AccessLevel accessLevel)':
    queryWithBinds,
  'Integer countQuery(String query)': unsupported,
  'Integer countQuery(String query, System.AccessLevel accessLevel)': unsupported,
  'Integer countQueryWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)': unsupported,
  'Database.QueryLocator getQueryLocator(String query)': unsupported,
  'Database.QueryLocator getQueryLocator(List<SObject> listOfQueries)': unsupported,
  'Database.QueryLocator getQueryLocator(String query, System.AccessLevel accessLevel)': unsupported,
  'Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)':
    unsupported,
  'Database.Cursor getCursor(String query)': unsupported,
  'Database.Cursor getCursor(String query, System.AccessLevel accessLevel)': unsupported,
  ...changeSignatures('insert', 'Database.SaveResult', [...usualOptions, ...dmlOptions]),
  ...changeSignatures('update', 'Database.SaveResult', [...usualOptions, ...dmlOptions]),
  ...changeSignatures('upsert', 'Database.UpsertResult', [...usualOptions, ...fieldOptions]),
  ...changeSignatures('delete', 'Database.DeleteResult', usualOptions),
  ...changeSignatures('undelete', 'Database.UndeleteResult', usualOptions),
  'Database.DeleteResult delete(Id recordId)': unsupported,
  'Database.DeleteResult delete(Id recordId, Boolean allOrNone)': unsupported,
  'List<Database.DeleteResult> delete(List<Id> recordIds)': unsupported,
  'List<Database.DeleteResult> delete(List<Id> recordIds, Boolean allOrNone)': unsupported,
  'Database.UndeleteResult undelete(Id recordId)': unsupported,
  'List<Database.UndeleteResult> undelete(List<Id> recordIds)': unsupported,
  'Database.SaveResult insertImmediate(SObject recordToInsert)': unsupported,
  'List<Database.SaveResult> insertImmediate(List<SObject> recordsToInsert)': unsupported,
  'Database.SaveResult updateImmediate(SObject recordToUpdate)': unsupported,
  'List<Database.SaveResult> updateImmediate(List<SObject> recordsToUpdate)': unsupported,
  'Database.SaveResult insertAsync(SObject recordToInsert)': unsupported,
  'List<Database.SaveResult> insertAsync(List<SObject> recordsToInsert)': unsupported,
  'Database.DeleteResult deleteImmediate(SObject recordToDelete)': unsupported,
  'List<Database.DeleteResult> deleteImmediate(List<SObject> recordsToDelete)': unsupported,
  'Database.MergeResult merge(SObject masterRecord, SObject duplicateRecord)': unsupported,
  'Database.MergeResult merge(SObject masterRecord, Id duplicateId)': unsupported,
  'List<Database.MergeResult> merge(SObject masterRecord, List<SObject> duplicateRecords)': unsupported,
  'List<Database.MergeResult> merge(SObject masterRecord, List<Id> duplicateIds)': unsupported,
  'Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert)': unsupported,
  'Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert, Boolean allOrNone)': unsupported,
  'List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert)': unsupported,
  'List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert, Boolean allOrNone)':
    unsupported,
  'Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': unsupported,
  'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)': unsupported,
  'List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': unsupported,
  'Id executeBatch(Object batchClassObject)': unsupported,
  'Id executeBatch(Object batchClassObject, Integer scope)': unsupported,
  'Database.GetDeletedResult getDeleted(String sObjectType, Datetime startDate, Datetime endDate)': unsupported,
  'Database.GetUpdatedResult getUpdated(String sObjectType, Datetime startDate, Datetime endDate)': unsupported,
  'String getAsyncLocator(Object result)': unsupported,
  'Database.SaveResult getAsyncSaveResult(String asyncLocator)': unsupported,
  'Database.DeleteResult getAsyncDeleteResult(String asyncLocator)': unsupported,
  'System.Savepoint setSavepoint()': unsupported,
  'void rollback(System.Savepoint databaseSavepoint)': unsupported,
  'void releaseSavepoint(System.Savepoint databaseSavepoint)': unsupported,
};

/** A result that only the platform makes: its methods are named, and none can be reached before records are stored. */
function resultOf(name: string, more: Members = {}): BuiltinType {
  return {
    name: `Database.${name}`,
    kind: 'class',
    methods: {
      'List<Database.Error> getErrors()': unsupported,
      'Id getId()': unsupported,
      'Boolean isSuccess()': unsupported,
      ...more,
    },
  };
}

export const databaseTypes: readonly BuiltinType[] = [
  { name: 'System.Database', kind: 'class', statics },
  { name: 'System.Savepoint', kind: 'class' },
  resultOf('SaveResult'),
  resultOf('UpsertResult', { 'Boolean isCreated()': unsupported }),
  resultOf('DeleteResult'),
  resultOf('UndeleteResult'),
  resultOf('EmptyRecycleBinResult'),
  resultOf('MergeResult', {
    'List<Id> getMergedRecordIds()': unsupported,
    'List<Id> getUpdatedRelatedIds()': unsupported,
  }),
  {
    name: 'Database.LeadConvertResult',
    kind: 'class',
    methods: {
      'Id getAccountId()': unsupported,
      'Id getContactId()': unsupported,
      'List<Database.Error> getErrors()': unsupported,
      'Id getLeadId()': unsupported,
      'Id getOpportunityId()': unsupported,
      'Id getRelatedPersonAccountId()': unsupported,
      'Boolean isSuccess()': unsupported,
    },
  },
  {
    name: 'Database.QueryLocator',
    kind: 'class',
    methods: {
      'String getQuery()': unsupported,
      'Database.QueryLocatorIterator iterator()': unsupported,
    },
  },
  {
    name: 'Database.QueryLocatorIterator',
    kind: 'class',
    methods: { 'Boolean hasNext()': unsupported, 'SObject next()': unsupported },
  },
];

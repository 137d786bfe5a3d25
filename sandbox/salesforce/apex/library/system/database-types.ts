import { unsupported, type BuiltinType, type Members } from '../define.ts';
import { batchMembers } from './batch-members.ts';
import { changeMethods } from './change-methods.ts';
import {
  countQuery,
  countQueryWithBinds,
  query,
  queryLocator,
  queryLocatorWithBinds,
  queryWithBinds,
} from './dynamic-query.ts';
import { locatorOf, queryLocatorTypes } from './query-locator.ts';
import { outcomeMembers, type RecordOutcome } from './record-outcome.ts';
import { ApexSavepoint, savepointMembers } from './savepoints.ts';

const statics: Members = {
  'List<SObject> query(String queryString)': query,
  'List<SObject> query(String queryString, System.AccessLevel accessLevel)': query,
  'List<SObject> queryWithBinds(String queryString, Map<String,Object> bindMap, System.AccessLevel accessLevel)':
    queryWithBinds,
  'Integer countQuery(String query)': countQuery,
  'Integer countQuery(String query, System.AccessLevel accessLevel)': countQuery,
  'Integer countQueryWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)':
    countQueryWithBinds,
  'Database.QueryLocator getQueryLocator(String query)': queryLocator,
  'Database.QueryLocator getQueryLocator(List<SObject> listOfQueries)': locatorOf,
  'Database.QueryLocator getQueryLocator(String query, System.AccessLevel accessLevel)': queryLocator,
  'Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)':
    queryLocatorWithBinds,
  'Database.Cursor getCursor(String query)': unsupported,
  'Database.Cursor getCursor(String query, System.AccessLevel accessLevel)': unsupported,
  ...changeMethods,
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
  ...batchMembers,
  ...savepointMembers,
  'Database.GetDeletedResult getDeleted(String sObjectType, Datetime startDate, Datetime endDate)': unsupported,
  'Database.GetUpdatedResult getUpdated(String sObjectType, Datetime startDate, Datetime endDate)': unsupported,
  'String getAsyncLocator(Object result)': unsupported,
  'Database.SaveResult getAsyncSaveResult(String asyncLocator)': unsupported,
  'Database.DeleteResult getAsyncDeleteResult(String asyncLocator)': unsupported,
};

/** What a DML method answers for one record. */
function outcomeOf(name: string, more: Members = {}): BuiltinType {
  return { name: `Database.${name}`, kind: 'class', methods: { ...outcomeMembers, ...more } };
}

/** A result of a method that is not built: its methods are named, and none can be reached. */
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
  { name: 'System.Savepoint', kind: 'class', valueClass: ApexSavepoint },
  outcomeOf('SaveResult'),
  outcomeOf('UpsertResult', { 'Boolean isCreated()': ({ outcome }: RecordOutcome) => outcome.created }),
  outcomeOf('DeleteResult'),
  outcomeOf('UndeleteResult'),
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
  ...queryLocatorTypes,
];

import { execution } from '../../run/execution.ts';
import type { ApexList } from '../collection/apex-list.ts';
import { unsupported, type Members } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { testBroker } from './event-types.ts';
import type { ApexTypeToken } from './apex-type-token.ts';
import { testInstall, testUninstall } from './install-handlers.ts';
import { resetLimits } from './limits.ts';
import { createStub } from './stubs.ts';
import { transactionState } from './transaction-state.ts';

/** Statics of System.Test. */
export const testMembers: Members = {
  'Boolean isRunningTest()': () => execution().isRunningTest(),
  'void startTest()': () => {
    const state = transactionState();
    if (state.test !== 'before') {
      raise('System.FinalException', 'Testing already started');
    }
    state.test = 'started';
    resetLimits();
    state.hasPendingWork = false;
  },
  'void stopTest()': () => {
    const state = transactionState();
    if (state.test !== 'started') {
      raise('System.FinalException', state.test === 'before' ? 'Testing not started' : 'Testing already stopped');
    }
    state.test = 'stopped';
    try {
      execution().org.events?.deliverInTest('all');
      execution().org.jobs?.runCollected();
      execution().org.events?.deliverInTest('all');
    } finally {
      resetLimits();
      state.hasPendingWork = false;
    }
  },
  'Object createStub(Type parentType, System.StubProvider stubProvider)': (
    parent: ApexTypeToken | null,
    provider: object | null,
  ) => createStub(parent ?? raiseNullArgument(), provider ?? raiseNullArgument()),
  'void setMock(Type interfaceType, Object instance)': (type: ApexTypeToken | null, instance: object | null) => {
    transactionState().mocks.set((type ?? raiseNullArgument()).type.name, instance ?? raiseNullArgument());
  },
  'void calculatePermissionSetGroup(String permissionSetGroupIds)': unsupported,
  'void calculatePermissionSetGroup(List<String> permissionSetGroupIds)': unsupported,
  'void clearApexPageMessages()': () => {
    transactionState().pageMessages.length = 0;
  },
  'void enableChangeDataCapture()': unsupported,
  'void enqueueBatchJobs(Integer numberOfJobs)': unsupported,
  'void enqueueScheduledJobs(Integer numberOfJobs)': unsupported,
  'EventBus.TestBroker getEventBus()': () => testBroker,
  'List<Id> getFlexQueueOrder()': unsupported,
  'Id getStandardPricebookId()': unsupported,
  'Object invokeContinuationMethod(Object controller, Continuation request)': unsupported,
  'List<SObject> loadData(Schema.SObjectType sObjectToken, String resourceName)': unsupported,
  'void setContinuationResponse(String requestLabel, System.HttpResponse mockResponse)': unsupported,
  'void setCreatedDate(Id recordId, Datetime createdDatetime)': unsupported,
  'void setCurrentPage(PageReference page)': unsupported,
  'void setCurrentPageReference(PageReference page)': unsupported,
  'void setFixedSearchResults(List<Id> fixedSearchResults)': (ids: ApexList | null) => {
    transactionState().fixedSearchResults = new Set((ids ?? raiseNullArgument()).items.map(String));
  },
  'void setReadOnlyApplicationMode(Boolean applicationMode)': unsupported,
  'void testInstall(System.InstallHandler installImplementation, Version version)': testInstall,
  'void testInstall(System.InstallHandler installImplementation, Version version, Boolean isPush)': testInstall,
  'void testSandboxPostCopyScript(Object script, Id organizationId, Id sandboxId, String sandboxName)': unsupported,
  'void testUninstall(System.UninstallHandler uninstallImplementation)': testUninstall,
};

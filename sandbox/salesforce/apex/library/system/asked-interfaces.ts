import { asked, mangle, type BuiltinType, type Members } from '../define.ts';

function interfaceOf(name: string, signatures: readonly string[], more: Partial<BuiltinType> = {}): BuiltinType {
  const methods: Members = Object.fromEntries(signatures.map((signature) => [signature, asked]));
  return { name, kind: 'interface', methods, ...more };
}

/** The names under which objects of source carry what the platform calls. */
export const executeQueueable = mangle('execute', ['QueueableContext']);
export const executeFinalizer = mangle('execute', ['FinalizerContext']);
export const executeSchedulable = mangle('execute', ['SchedulableContext']);
export const batchMethods = {
  start: mangle('start', ['Database.BatchableContext']),
  execute: mangle('execute', ['Database.BatchableContext', 'List<Object>']),
  finish: mangle('finish', ['Database.BatchableContext']),
} as const;

/** Whether an object has a method that the platform calls: hasMethod(job, executeQueueable). */
export function hasMethod(object: object, method: string): boolean {
  return method in object;
}

/**
 * Interfaces that source implements for the platform to call, and the contexts that such calls get: those are interfaces
 * too, so that tests may implement them.
 */
export const askedInterfaces: readonly BuiltinType[] = [
  interfaceOf('System.Callable', ['Object call(String action, Map<String,Object> args)']),
  interfaceOf('System.StubProvider', [
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)',
  ]),
  interfaceOf('System.Queueable', ['void execute(System.QueueableContext context)']),
  interfaceOf('System.Schedulable', ['void execute(System.SchedulableContext context)']),
  interfaceOf('System.Finalizer', ['void execute(System.FinalizerContext context)']),
  interfaceOf('System.HttpCalloutMock', ['System.HttpResponse respond(System.HttpRequest request)']),
  interfaceOf('System.WebServiceMock', [
    'void doInvoke(Object stub, Object request, Map<String,Object> response, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)',
  ]),
  interfaceOf('System.InstallHandler', ['void onInstall(System.InstallContext context)']),
  interfaceOf('System.UninstallHandler', ['void onUninstall(System.UninstallContext context)']),
  interfaceOf('System.SandboxPostCopy', ['void runApexClass(System.SandboxContext context)']),
  interfaceOf(
    'Database.Batchable',
    [
      // Source returns a Database.QueryLocator, an Iterable<T> or a List<T> here.
      'Object start(Database.BatchableContext context)',
      'void execute(Database.BatchableContext context, List<T> scope)',
      'void finish(Database.BatchableContext context)',
    ],
    { typeParameters: ['T'] },
  ),
  interfaceOf('Database.Stateful', []),
  interfaceOf('Database.AllowsCallouts', []),
  interfaceOf('Database.RaisesPlatformEvents', []),
  interfaceOf('Messaging.InboundEmailHandler', [
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)',
  ]),
  interfaceOf('System.QueueableContext', ['Id getJobId()']),
  interfaceOf('System.SchedulableContext', ['Id getTriggerId()']),
  interfaceOf('System.FinalizerContext', [
    'Id getAsyncApexJobId()',
    'Exception getException()',
    'System.ParentJobResult getResult()',
    'String getRequestId()',
  ]),
  interfaceOf('System.InstallContext', [
    'Id installerId()',
    'Boolean isPush()',
    'Boolean isUpgrade()',
    'Id organizationId()',
    'Version previousVersion()',
  ]),
  interfaceOf('System.UninstallContext', ['Id organizationId()', 'Id uninstallerId()']),
  interfaceOf('System.SandboxContext', ['Id organizationId()', 'Id sandboxId()', 'String sandboxName()']),
  interfaceOf('Database.BatchableContext', ['Id getChildJobId()', 'Id getJobId()']),
];

import { execution } from '../../run/execution.ts';
import type { ApexEnum } from '../../run/apex-enum.ts';
import { equalsOf, hashOf, textOf } from '../../run/values.ts';
import { unsupported, type Members } from '../define.ts';
import { now, today } from './clock.ts';
import { systemAssertions } from './assertions.ts';
import { jobMembers } from './job-members.ts';

/** System.System: its static methods. System.runAs is part of the language. */
export const systemMembers: Members = {
  ...systemAssertions,
  'void debug(Object msg)': (message: unknown) => {
    execution().debug('DEBUG', textOf(message));
  },
  'void debug(System.LoggingLevel logLevel, Object msg)': (level: ApexEnum | null, message: unknown) => {
    execution().debug(level?.name ?? 'DEBUG', textOf(message));
  },
  'Datetime now()': now,
  'Date today()': today,
  'Long currentTimeMillis()': () => BigInt(execution().now()),
  'Boolean equals(Object obj1, Object obj2)': equalsOf,
  'Integer hashCode(Object obj)': hashOf,
  ...jobMembers,
  'Boolean isFunctionCallback()': () => false,
  'Boolean isRunningElasticCompute()': () => false,
  'System.ApplicationReadWriteMode getApplicationReadWriteMode()': unsupported,
  'void changeOwnPassword(String oldPassword, String newPassword)': unsupported,
  'PageReference currentPageReference()': unsupported,
  'void movePassword(Id targetUserId, Id sourceUserId)': unsupported,
  'List<Id> process(List<Id> workItemIds, String action, String comments, String nextApprover)': unsupported,
  'Integer purgeOldAsyncJobs(Date dt)': unsupported,
  'Version requestVersion()': unsupported,
  'Boolean isLegacyVersion(Integer major, Integer minor)': unsupported,
  'System.ResetPasswordResult resetPassword(Id userId, Boolean sendUserEmail)': unsupported,
  'System.ResetPasswordResult resetPasswordWithEmailTemplate(Id userId, Boolean sendUserEmail, String emailTemplateName)':
    unsupported,
  'void runAs(Version version)': unsupported,
  'String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow)': unsupported,
  'String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow, Integer scopeSize)': unsupported,
  'void setPassword(Id userId, String password)': unsupported,
  'List<Id> submit(List<Id> workItemIds, String comments, String nextApprover)': unsupported,
};

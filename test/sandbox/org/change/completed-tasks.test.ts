import { expect, test } from '@jest/globals';
import { beginOrg } from './begin-org.ts';

test('a task has the time at which it was closed first, until it is opened again', () => {
  const { run } = beginOrg();
  const read = 'return [SELECT CompletedDateTime FROM Task].CompletedDateTime';
  run("insert new Task(Subject = 'Call', Status = 'Not Started'); return null;");
  expect(run(`${read};`)).toBe('null');
  const change = (status: string) => `Task one = [SELECT Id FROM Task]; one.Status = '${status}'; update one;`;
  expect(run(`${change('Completed')} ${read} == [SELECT LastModifiedDate FROM Task].LastModifiedDate;`)).toBe('true');
  expect(run(`${change('In Progress')} ${read};`)).toBe('null');
});

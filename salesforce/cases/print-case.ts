import { calls } from '../../test/cases/calls.ts';
import { policyOf, repsOf, calendarsOf } from '../../test/cases/fixtures.ts';
import { recordOfText } from '../../core/src/author/run/read-record.ts';
import { decideGiven, questionOf, type Given } from '../../test/cases/given.ts';
import { isCall, type CallCase, type DecideCase } from '../../test/cases/topics.ts';
import { printStatements } from '../compiler/apex/print-class.ts';
import { callStatic, nameOf, nullLiteral, type Expression, type Statement } from '../compiler/apex/tree.ts';
import { intrinsics } from '../compiler/builtins/intrinsics.ts';
import { integer, long, string, type Type } from '../compiler/types/type.ts';
import type { EngineFunctions } from './engine-functions.ts';
import type { FixtureTexts } from './fixture-texts.ts';
import { writeText, writeValue } from './write-value.ts';

/** One case as a test method. */
export function printCase(
  one: CallCase | DecideCase,
  methodName: string,
  className: string,
  functions: EngineFunctions,
  fixtures: FixtureTexts,
): string {
  const statements = isCall(one) ? callStatements(one, functions, fixtures) : decideStatements(one, fixtures);
  return [
    `  /** ${sentence(one.name)} */`,
    '  @IsTest',
    `  static void ${methodName}() {`,
    ...printStatements(statements, className, 2),
    '  }',
  ].join('\n');
}

function sentence(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}.`;
}

function decideStatements(one: DecideCase, fixtures: FixtureTexts): Statement[] {
  const { policy, reps, calendars, ledgers, input } = questionOf(one.given);
  const decided = callStatic(
    'SbxCases',
    'decide',
    fixtures.refer(`${nameOfReference(one.given.policy, 'small')}Policy`, policy),
    fixtures.refer(nameOfReference(one.given.roster, 'team'), reps),
    fixtures.refer(nameOfReference(one.given.calendars, 'spring'), calendars),
    writeText(JSON.stringify(ledgers)),
    writeText(JSON.stringify(input)),
  );
  const decision: Type = { kind: 'record', className: 'SbxPipeline', name: 'Decision' };
  return [
    { kind: 'local', comments: [], type: decision, name: 'decision', value: decided },
    assertEqual(writeText(one.expect.decisionText), { kind: 'field', of: nameOf('decision'), name: 'decisionText' }),
    assertEqual(writeText(one.expect.personalText), { kind: 'field', of: nameOf('decision'), name: 'personalText' }),
  ];
}

function nameOfReference(reference: string | { like: string } | undefined, usual: string): string {
  if (reference === undefined) return usual;
  return typeof reference === 'string' ? reference : reference.like;
}

function assertEqual(expected: Expression, found: Expression): Statement {
  return {
    kind: 'expression',
    comments: [],
    expression: callStatic('System.Assert', 'areEqual', expected, found),
  };
}

function callStatements(one: CallCase, functions: EngineFunctions, fixtures: FixtureTexts): Statement[] {
  if (calls[one.call] === undefined) throw new Error(`no function "${one.call}"`);
  switch (one.call) {
    case 'nextTurns':
      return [assertList(one, callStatic('SbxCases', 'nextTurns', writeText(JSON.stringify(one.given[0]))))];
    case 'checkPatched':
    case 'assemblePatched': {
      const small = fixtures.refer('smallPolicy', policyOf('small'));
      return [assertList(one, callStatic('SbxCases', one.call, small, writeText(JSON.stringify(one.given[0]))))];
    }
    case 'tellGiven':
      return [assertList(one, callStory(one.given[0] as Given, fixtures))];
    case 'quotient':
      return [assertEqual(writeValue(one.expect, integer), callIntrinsic(one, integer))];
    case 'readLong':
      return [assertEqual(writeValue(one.expect, long), callIntrinsic(one, string))];
    default:
      return callEngine(one, functions);
  }
}

/** The reader of records is no part of the engine, so the record comes as plain JSON. */
function callStory(given: Given, fixtures: FixtureTexts): Expression {
  const { policy, reps } = questionOf(given);
  return callStatic(
    'SbxCases',
    'tellStory',
    fixtures.refer(`${nameOfReference(given.policy, 'small')}Policy`, policy),
    fixtures.refer(nameOfReference(given.roster, 'team'), reps),
    writeText(JSON.stringify(recordOfText(decideGiven(given).decisionText))),
  );
}

function assertList(one: CallCase, found: Expression): Statement {
  return assertEqual(writeValue(one.expect, { kind: 'list', element: string }), found);
}

function callIntrinsic(one: CallCase, parameter: Type): Expression {
  return intrinsics.get(one.call)!(one.given.map((value) => writeValue(value, parameter)));
}

/** A function of the engine; of a record that it answers every field is asked. */
function callEngine(one: CallCase, functions: EngineFunctions): Statement[] {
  const { className, method } = functions.find(one.call);
  const args = method.parameters.map(({ type }, place) => writeValue(one.given[place] ?? null, type));
  const found = callStatic(className, one.call, ...args);
  if (method.returns.kind !== 'record' || one.expect === null) {
    return [assertEqual(one.expect === null ? nullLiteral : writeValue(one.expect, method.returns), found)];
  }
  const fields = functions.fieldsOf(method.returns);
  const expected = one.expect as Record<string, unknown>;
  return [
    { kind: 'local', comments: [], type: method.returns, name: 'found', value: found },
    ...fields.map(({ name, type }) =>
      assertEqual(writeValue(expected[name] ?? null, type), { kind: 'field', of: nameOf('found'), name }),
    ),
  ];
}

/** What every case that decides may name without changing it: their texts then stand first in the class of fixtures. */
export function referToFixtures(fixtures: FixtureTexts): void {
  fixtures.refer('smallPolicy', policyOf('small'));
  fixtures.refer('team', repsOf('team'));
  fixtures.refer('spring', calendarsOf('spring'));
}

import { describeFailure } from '../../../apex/runner/describe-failure.ts';
import { groupTests } from '../../../apex/runner/group-tests.ts';
import { OrgRefusal, type OrgUser, type TestOutcome, type TestRequest } from '../org-behind-http.ts';
import type { ApexRequests } from './apex-requests.ts';

/** Runs tests one after the other as the user who asks; each begins with what its class sets up, and nothing of it stays. */
export function runTestMethods(
  { org, program }: ApexRequests,
  user: OrgUser,
  requests: readonly TestRequest[],
): TestOutcome[] {
  const classes = groupTests(program.testMethods());
  return requests.flatMap(({ className, methodNames }) => {
    const found = classes.find((each) => each.className.toLowerCase() === className.toLowerCase());
    if (found === undefined) {
      throw new OrgRefusal(
        'INVALID_INPUT',
        `This class name's value is invalid: ${className}. Provide the name of an Apex test class.`,
      );
    }
    const wanted = methodNames?.map((each) => each.toLowerCase()) ?? null;
    return found.methods
      .filter((name) => wanted?.includes(name.toLowerCase()) ?? true)
      .map((name) => runOne(found.className, name, found.setup));
  });

  function runOne(className: string, methodName: string, setup: readonly string[]): TestOutcome {
    const start = org.store.savepoint();
    const begun = performance.now();
    const outcome = (failure: TestOutcome['failure']): TestOutcome => ({
      className,
      methodName,
      milliseconds: Math.round(performance.now() - begun),
      failure,
    });
    try {
      for (const each of [...setup, methodName]) {
        program.begin({ isTest: true, timeZone: user.timeZone, locale: user.locale }).call(className, each, []);
      }
      return outcome(null);
    } catch (error) {
      const { message, stack } = describeFailure(error);
      return outcome({ message, stackTrace: stack });
    } finally {
      org.store.rollback(start);
    }
  }
}

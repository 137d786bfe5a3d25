/** A package that cannot be installed, with everything that keeps it from that: new DeployProblems(['Intake.cls:3 …']). */
export class DeployProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The package cannot be installed:\n${problems.join('\n')}`);
    this.name = 'DeployProblems';
    this.problems = problems;
  }
}

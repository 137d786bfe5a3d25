/** What is wrong with an uploaded project. */
export type ProjectProblem = {
  /**
   * PRJ001 cannot be read, PRJ002 wrong content, PRJ003 variable, PRJ004 place, PRJ005 uid, PRJ006 too many, PRJ007 entry point,
   * PRJ008 plan.
   */
  readonly code: string;
  /** Below the project's folder. */
  readonly file: string;
  readonly message: string;
};

/** A project that HubSpot would not build. It lists every problem, so that one upload is enough to see them all. */
export class ProjectError extends Error {
  readonly code: string;
  readonly problems: readonly ProjectProblem[];

  constructor(problems: readonly ProjectProblem[]) {
    const lines = problems.map(({ code, file, message }) => `${code}  ${file}: ${message}`);
    super(`The project was not uploaded; an app that was there before stays as it is.\n${lines.join('\n')}`);
    this.name = 'ProjectError';
    this.code = problems[0]?.code ?? 'PRJ001';
    this.problems = problems;
  }
}

import { appTests, deployApp } from '../../salesforce/app/app-program.ts';
import { describeCoverage, measureApp } from '../../salesforce/app/measure-app.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

/** The package's Apex tests: whether they pass, how long they take, and the share of lines that they run. */
export function benchCoverage(reporter: Reporter): void {
  reporter.heading('The package’s own Apex tests');
  const app = deployApp();
  const tests = appTests(app);
  const startedAt = performance.now();
  const failed = tests.filter(({ run }) => run() !== null);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const { name } of failed) reporter.note(`failed: ${name}`);
  reporter.figure('tests', tests.length, '');
  reporter.figure('  that fail', failed.length, '', atMost(0));
  reporter.figure('  in', seconds, 's');
  const folders = measureApp(app.program);
  for (const { folder, percent } of folders) reporter.figure(`lines run of ${folder}`, percent, '%', atLeast(90));
  const least = folders
    .flatMap(({ classes }) => classes)
    .reduce((one, other) => (other.percent < one.percent ? other : one));
  reporter.figure(`least of a class, ${least.name}`, least.percent, '%', atLeast(75));
  const short = folders.filter(({ percent, classes }) => percent < 90 || classes.some((each) => each.percent < 75));
  for (const line of describeCoverage(short)
    .split('\n')
    .filter((each) => each !== ''))
    reporter.note(line);
}

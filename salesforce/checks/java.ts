import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CheckFailure } from './check-failure.ts';

const oldestUsable = 17;
const howToInstall = `Install Java ${oldestUsable} or newer (Debian: openjdk-17-jre-headless) or set JAVA_HOME to one.`;

/**
 * The command that starts a Java which is new enough: JAVA_HOME first, as Code Analyzer does, then the PATH.
 *
 * Example: `findJava({})` is `'java'` on a machine with Java 17 on its PATH.
 */
export function findJava(environment: NodeJS.ProcessEnv = process.env): string {
  const home = environment['JAVA_HOME'];
  const candidates = home === undefined || home === '' ? ['java'] : [path.join(home, 'bin', 'java'), 'java'];
  const tooOld: string[] = [];
  for (const candidate of candidates) {
    const version = versionOf(candidate, environment);
    if (version === null) continue;
    if (version >= oldestUsable) return candidate;
    tooOld.push(`${candidate} is Java ${version}`);
  }
  if (tooOld.length > 0) throw new CheckFailure('APC002', `Java is too old: ${tooOld.join(', ')}.`, howToInstall);
  throw new CheckFailure('APC001', `Java was not found: no ${candidates.join(' and no ')} answers.`, howToInstall);
}

/**
 * The major version in what `java -version` writes; null when it is none.
 *
 * Example: `readJavaVersion('openjdk version "17.0.15" 2025-04-15')` is 17, and `"1.8.0_402"` gives 8.
 */
export function readJavaVersion(text: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(text);
  return found === null ? null : Number(found[1]);
}

function versionOf(command: string, environment: NodeJS.ProcessEnv): number | null {
  const asked = spawnSync(command, ['-version'], { encoding: 'utf8', timeout: 30_000, env: environment });
  return asked.status === 0 ? readJavaVersion(asked.stderr) : null;
}

import { chmodSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findJava, readJavaVersion } from '../../../salesforce/checks/java.ts';
import { makeFolder, removeFolders } from './apex-folder.ts';

afterAll(removeFolders);

describe('the version of a Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024-01-16', 21],
    ['command not found', null],
  ])('in %j is %j', (text, version) => {
    expect(readJavaVersion(text)).toBe(version);
  });
});

describe('looking for Java', () => {
  it('says that there is none', () => {
    expect(() => findJava({ PATH: makeFolder() })).toThrow(expect.objectContaining({ code: 'APC001' }));
  });

  const onPosix = process.platform === 'win32' ? it.skip : it;

  onPosix('says that what there is is too old', () => {
    expect(() => findJava({ PATH: makeFolder(), JAVA_HOME: makeJavaHome('1.8.0_402') })).toThrow(
      expect.objectContaining({ code: 'APC002', message: expect.stringContaining('is Java 8') }),
    );
  });

  onPosix('prefers the one of JAVA_HOME', () => {
    const home = makeJavaHome('17.0.15');
    expect(findJava({ PATH: path.join(makeJavaHome('21.0.2'), 'bin'), JAVA_HOME: home })).toBe(
      path.join(home, 'bin', 'java'),
    );
  });

  onPosix('takes the one on the PATH when the one of JAVA_HOME is too old', () => {
    const found = findJava({ PATH: path.join(makeJavaHome('21.0.2'), 'bin'), JAVA_HOME: makeJavaHome('11.0.2') });
    expect(found).toBe('java');
  });
});

function makeJavaHome(version: string): string {
  const home = makeFolder();
  const program = path.join(home, 'bin', 'java');
  mkdirSync(path.dirname(program));
  writeFileSync(program, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
  chmodSync(program, 0o755);
  return home;
}

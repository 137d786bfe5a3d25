import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { editions, sourcesOf } from '../../../hubspot/projects/building/editions.ts';
import { readFeatures } from '../../../hubspot/projects/building/features.ts';
import { buildableVersions } from '../../../hubspot/projects/platform-version.ts';
import type { ProjectFiles } from '../../../hubspot/projects/project-files.ts';
import { findingCodes } from '../../../hubspot/projects/validate/finding-codes.ts';
import { describeFinding, sortFindings } from '../../../hubspot/projects/validate/finding.ts';
import { validateProject } from '../../../hubspot/projects/validate/validate-project.ts';
import { buildWithFixtures } from './built-projects.ts';
import { EditableProject } from './editable-project.ts';
import { seededFaults, type SeededFault } from './seeded-faults.ts';

const built = new Map<string, ProjectFiles>();

async function goodProject({
  of: edition,
  platform = '2026.09',
  features = [],
}: Pick<SeededFault, 'of' | 'platform' | 'features'>) {
  const key = [edition, platform, ...features].join(' ');
  const files = built.get(key) ?? (await buildWithFixtures({ edition, platform, features })).files;
  built.set(key, files);
  return files;
}

async function faultyProject(fault: SeededFault): Promise<ProjectFiles> {
  const project = new EditableProject(await goodProject(fault));
  fault.change(project);
  return project.files;
}

describe('a good project', () => {
  const variants = editions.flatMap((edition) => {
    const all = readFeatures(sourcesOf(edition)).map(({ name }) => name);
    return buildableVersions.flatMap((platform) => [[], all].map((features) => ({ of: edition, platform, features })));
  });

  test.each(variants)('of the $of edition for $platform with $features has no finding', async (variant) => {
    expect(validateProject(await goodProject(variant)).map(describeFinding)).toEqual([]);
  });
});

describe('a seeded fault', () => {
  test.each(seededFaults.map((fault) => [`${fault.code} ${fault.name}`, fault] as const))(
    '%s is found, and nothing else',
    async (_, fault) => {
      const findings = validateProject(await faultyProject(fault));
      expect([...new Set(findings.map(({ code }) => code))]).toEqual([fault.code]);
      for (const { file, what, cause, next } of findings) {
        expect([what, cause, next].filter((text) => !/^\S.*[^\s]$/s.test(text))).toEqual([]);
        expect(file).not.toContain('\\');
      }
    },
  );

  test('stands for every code', () => {
    const seeded = new Set(seededFaults.map(({ code }) => code));
    expect(Object.keys(findingCodes).filter((code) => !seeded.has(code as keyof typeof findingCodes))).toEqual([]);
  });
});

describe('findings', () => {
  test('come in the same order whatever the order of the files is', async () => {
    const project = new EditableProject(await goodProject({ of: 'marketplace' }));
    const together = ['HSM010', 'HSM027', 'HSM038', 'HSM050', 'HSM055', 'HSM060', 'HSM070'];
    for (const code of together) seededFaults.find((fault) => fault.code === code)!.change(project);
    const forwards = validateProject(project.files);
    const backwards = validateProject(new Map([...project.files].reverse()));
    expect(forwards.length).toBeGreaterThan(5);
    // Which of two components came first is said in the text; everything else is the same.
    const places = (findings: typeof forwards): string[] => findings.map(({ code, file }) => `${file} ${code}`);
    expect(places(sortFindings(backwards))).toEqual(places(forwards));
    expect(sortFindings([...forwards].reverse())).toEqual(forwards);
  });

  test('are listed with their codes, each as the program says it', () => {
    const section = readFileSync('docs/codes.md', 'utf8')
      .split('\n## ')
      .find((part) => part.startsWith('HubSpot: what would be refused of a project'));
    const listed = [...(section ?? '').matchAll(/^\| (HSM\d{3}) \| (.*?)\s*\|$/gm)].map(([, code, text]) => [
      code,
      text,
    ]);
    expect(listed).toEqual(Object.entries(findingCodes));
  });

  test('read as three lines', () => {
    const finding = {
      code: 'HSM010',
      file: 'a',
      what: 'the uid is "b c".',
      cause: 'No spaces.',
      next: 'Write b_c.',
    } as const;
    expect(describeFinding(finding)).toBe('HSM010 a: the uid is "b c".\n  Cause: No spaces.\n  Next: Write b_c.');
  });
});

describe('HubSpot’s own parser, without an account', () => {
  const readings = z.array(
    z.object({ folder: z.string(), components: z.array(z.string()), problems: z.array(z.string()) }),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-projects-'));
  const results = new Map<string, z.infer<typeof readings>[number]>();

  beforeAll(async () => {
    const faulty = await Promise.all(
      seededFaults.map(async (fault, place) => [String(place), await faultyProject(fault)] as const),
    );
    const good = await Promise.all(editions.map(async (of) => [of, await goodProject({ of })] as const));
    for (const [name, files] of [...faulty, ...good]) {
      for (const [file, text] of files) {
        mkdirSync(path.dirname(path.join(folder, name, file)), { recursive: true });
        writeFileSync(path.join(folder, name, file), text);
      }
    }
    const folders = [...faulty, ...good].map(([name]) => path.join(folder, name));
    for (const each of readings.parse(JSON.parse(parse(folders)))) results.set(path.basename(each.folder), each);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(editions)('finds every component of the %s edition and nothing against it', async (edition) => {
    const files = await goodProject({ of: edition });
    const { components, problems } = results.get(edition)!;
    expect(problems).toEqual([]);
    const metadata = [...files.keys()].filter((file) => file.endsWith('-hsmeta.json'));
    expect(components.filter((each) => !each.startsWith('SERVERLESS_PACKAGE'))).toHaveLength(metadata.length);
  });

  test('notices exactly the faults that are marked, and misses all others', () => {
    const noticed = seededFaults.filter((_, place) => results.get(String(place))!.problems.length > 0);
    expect(noticed.map(({ code, name }) => `${code} ${name}`)).toEqual(
      seededFaults.filter(({ isSeenByHubSpot }) => isSeenByHubSpot).map(({ code, name }) => `${code} ${name}`),
    );
  });
});

function parse(folders: readonly string[]): string {
  try {
    return execFileSync(process.execPath, ['hubspot/projects/main.ts', 'parse', '--json', ...folders], {
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    });
  } catch (error) {
    // It ends with 1 when it noticed something, which is what it is asked here.
    const { status, stdout } = error as { status: number | null; stdout: string };
    if (status !== 1) throw error;
    return stdout;
  }
}

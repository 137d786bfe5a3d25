import path from 'node:path';
import * as z from 'zod';
import { isPlatformVersion, platformVersions, type PlatformVersion } from '../platform-version.ts';
import type { ProjectFiles } from '../project-files.ts';
import type { Finding } from './finding.ts';
import { isRecord, parseJson } from './parse-json.ts';
import type { MetadataFile, ParsedProject, Profile } from './parsed-project.ts';
import { shapeFindings } from './shape-findings.ts';

const projectFile = 'hsproject.json';

const projectSchema = z.looseObject({
  name: z.string().min(1),
  srcDir: z.string().min(1),
  platformVersion: z.string().min(1),
});

const profileSchema = z.strictObject({
  accountId: z.int().positive(),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** What was read of a project; null where nothing could be read, and the findings say why. */
export type Parsed = { readonly project: ParsedProject | null; readonly findings: readonly Finding[] };

/** Reads what a project's files say, without asking whether it makes sense. */
export function parseProject(files: ProjectFiles): Parsed {
  const head = parseHead(files);
  if (head.found === null) return { project: null, findings: head.findings };
  const { sourceFolder, platform } = head.found;
  const metadata = parseMetadata(files, sourceFolder);
  const profiles = parseProfiles(files, sourceFolder);
  return {
    project: {
      files: files,
      sourceFolder: sourceFolder,
      platform: platform,
      metadata: metadata.found,
      profiles: profiles.found,
      isWithoutProfile: profiles.found.length + profiles.findings.length === 0,
    },
    findings: [...head.findings, ...metadata.findings, ...profiles.findings],
  };
}

type Found<Value> = { readonly found: Value; readonly findings: readonly Finding[] };

function parseHead(files: ProjectFiles): Found<{ sourceFolder: string; platform: PlatformVersion } | null> {
  const text = files.get(projectFile);
  if (text === undefined) return incomplete('it is not there.', 'Name the folder that hs project create made.');
  const json = parseJson(text);
  if (!json.isJson) return { found: null, findings: [notJson(projectFile, json.cause)] };
  const parsed = projectSchema.safeParse(json.value);
  if (!parsed.success) {
    const missing = parsed.error.issues.map((issue) => issue.path.join('.') || 'an object').join(', ');
    return incomplete(`it lacks ${missing}.`, 'Give name, srcDir and platformVersion, all of them texts.');
  }
  const { srcDir, platformVersion } = parsed.data;
  const sourceFolder = path.posix.normalize(srcDir).replace(/\/$/, '');
  if (![...files.keys()].some((file) => file.startsWith(`${sourceFolder}/`))) {
    return incomplete(`srcDir is "${srcDir}", and no file is below it.`, 'Name the folder that holds app/.');
  }
  if (!isPlatformVersion(platformVersion)) {
    const finding: Finding = {
      code: 'HSM003',
      file: projectFile,
      what: `platformVersion is "${platformVersion}".`,
      cause: 'HubSpot builds only for versions that it still supports; beta ones may change any day.',
      next: `Use one of: ${platformVersions.join(', ')}.`,
    };
    return { found: null, findings: [finding] };
  }
  return { found: { sourceFolder: sourceFolder, platform: platformVersion }, findings: [] };
}

function incomplete(what: string, next: string): Found<null> {
  const cause = 'HubSpot finds name, source folder and platform version of a project there.';
  return { found: null, findings: [{ code: 'HSM002', file: projectFile, what: what, cause: cause, next: next }] };
}

function notJson(file: string, cause: string): Finding {
  return {
    code: 'HSM001',
    file: file,
    what: 'it is no JSON.',
    cause: `${cause}. HubSpot’s own parser leaves such a component out without a word.`,
    next: 'Mend it; comments and trailing commas are not JSON.',
  };
}

function parseMetadata(files: ProjectFiles, sourceFolder: string): Found<MetadataFile[]> {
  const found: MetadataFile[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    if (!file.endsWith('-hsmeta.json')) continue;
    const json = parseJson(text);
    if (!json.isJson) {
      findings.push(notJson(file, json.cause));
    } else if (!isRecord(json.value)) {
      findings.push(notJson(file, 'It holds no object'));
    } else {
      const { uid, type } = json.value;
      const folder = path.posix.relative(sourceFolder, path.posix.dirname(file));
      found.push({ file: file, folder: folder, uid: uid, type: type, content: json.value });
    }
  }
  return { found: found, findings: findings };
}

function parseProfiles(files: ProjectFiles, sourceFolder: string): Found<Profile[]> {
  const found: Profile[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    const name = /^hsprofile\.([^.]+)\.json$/.exec(path.posix.basename(file))?.[1];
    if (name === undefined) continue;
    if (path.posix.dirname(file) !== sourceFolder) {
      findings.push({
        code: 'HSM030',
        file: file,
        what: `the profile "${name}" is not in ${sourceFolder}.`,
        cause: 'HubSpot’s command line looks for profiles in the source folder only, at its root.',
        next: `Move it to ${sourceFolder}/${path.posix.basename(file)}.`,
      });
      continue;
    }
    const json = parseJson(text);
    if (!json.isJson) {
      findings.push(notJson(file, json.cause));
      continue;
    }
    const parsed = profileSchema.safeParse(json.value);
    if (parsed.success) {
      found.push({ file: file, name: name, variables: parsed.data.variables ?? {} });
    } else {
      const form = 'A profile has the number of an account and variables that are texts, numbers or yes and no.';
      findings.push(
        ...shapeFindings(file, profileSchema, json.value).map((each) => ({
          ...each,
          code: 'HSM029' as const,
          cause: form,
        })),
      );
    }
  }
  return { found: found, findings: findings };
}

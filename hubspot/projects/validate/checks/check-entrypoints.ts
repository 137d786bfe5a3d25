import path from 'node:path';
import { isComponentType, ruleOf } from '../../component-types.ts';
import type { ProjectFiles } from '../../project-files.ts';
import type { Finding } from '../finding.ts';
import { localNameOf } from '../imports-of.ts';
import { isRecord } from '../parse-json.ts';
import type { MetadataFile, ParsedProject } from '../parsed-project.ts';
import { isOpen } from '../substitute-variables.ts';

const interfaceEndings = ['.js', '.jsx', '.ts', '.tsx'];

/** Whether entry points are there, where HubSpot builds them, and do what HubSpot calls them for. */
export function checkEntrypoints(project: ParsedProject): Finding[] {
  return project.metadata.flatMap((each) => checkEntrypoint(project, each));
}

function checkEntrypoint({ files, sourceFolder }: ParsedProject, { file, type, content }: MetadataFile): Finding[] {
  const entry = isRecord(content['config']) ? content['config']['entrypoint'] : undefined;
  if (!isComponentType(type) || typeof entry !== 'string' || isOpen(entry)) return [];
  const { folder, entry: kind } = ruleOf(type);
  if (kind === null) return [];
  const below = path.posix.normalize(entry.replace(/^\//, ''));
  const script = `${sourceFolder}/${below}`;
  if (!below.startsWith(`${folder}/`)) {
    const cause = `HubSpot uploads and builds ${sourceFolder}/${folder} by itself.`;
    const next = `Move the file to ${sourceFolder}/${folder}/, and write /${folder}/${path.posix.basename(below)}.`;
    return [{ code: 'HSM016', file, what: `the entry point is ${entry}.`, cause, next }];
  }
  const endings = kind === 'function' ? ['.js'] : interfaceEndings;
  if (!endings.includes(path.posix.extname(below))) {
    const cause = `HubSpot builds ${endings.join(', ')} here.`;
    return [{ code: 'HSM017', file, what: `the entry point is ${entry}.`, cause, next: 'Compile it to .js.' }];
  }
  const text = files.get(script);
  if (text === undefined) {
    const cause = `There is no ${script}.`;
    return [{ code: 'HSM015', file, what: `the entry point is ${entry}.`, cause, next: nextFor(files, script) }];
  }
  return kind === 'function' ? checkMain(script, text) : checkExtend(script, text);
}

function nextFor(files: ProjectFiles, script: string): string {
  const folder = path.posix.dirname(script);
  const isThere = (file: string): boolean => path.posix.dirname(file) === folder && /\.[jt]sx?$/.test(file);
  const there = [...files.keys()].filter(isThere).map((file) => path.posix.basename(file));
  return there.length === 0 ? 'Build the project.' : `Build the project, or name one of: ${there.join(', ')}.`;
}

function checkExtend(file: string, script: string): Finding[] {
  const name = localNameOf(script, 'hubspot', '@hubspot/ui-extensions');
  const isCalled =
    name !== null && new RegExp(`(?<![\\w$.])${name.replaceAll(/[.$]/g, '\\$&')}\\.extend\\b`).test(script);
  if (isCalled) return [];
  const cause = 'HubSpot shows what is handed to hubspot.extend of @hubspot/ui-extensions, and nothing else.';
  return [
    {
      code: 'HSM024',
      file,
      what: 'it does not call hubspot.extend.',
      cause,
      next: 'Call it with what is to be shown.',
    },
  ];
}

function checkMain(file: string, script: string): Finding[] {
  const isThere = /\bexports\.main\s*=|\bexports\s*=\s*\{[^}]*\bmain\b/.test(script);
  if (isThere) return [];
  const cause = 'HubSpot calls exports.main of a CommonJS module.';
  return [
    { code: 'HSM025', file, what: 'it exports no main.', cause, next: 'Write exports.main = async (context) => …' },
  ];
}

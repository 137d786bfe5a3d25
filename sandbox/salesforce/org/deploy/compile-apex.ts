import type { Org } from '../../apex/run/org.ts';
import { compileProgram, type Program, type Source } from '../../apex/run/program.ts';
import { readSource } from '../../apex/syntax/read-source.ts';
import { MetadataElement } from '../schema/metadata-element.ts';
import { readXml } from '../schema/read-xml.ts';
import { DeployProblems } from './deploy-problems.ts';
import type { SourceFiles } from './read-source-folders.ts';

/**
 * Compiles the classes and triggers of a package against an org. As on the platform each has a file beside it that says its
 * version, and an inactive trigger does not run. Throws DeployProblems with everything that does not compile.
 */
export function compileApex({ apex, metadata }: SourceFiles, org: Org): Program {
  const problems: string[] = [];
  const sources = [...apex].flatMap(([path, text]): Source[] => {
    const about = metadata.get(`${path}-meta.xml`);
    if (about === undefined) {
      problems.push(`${path}: there is no ${path}-meta.xml beside it.`);
      return [];
    }
    const form = path.endsWith('.trigger') ? 'trigger' : 'class';
    if (form === 'trigger' && !isActive(about, path)) {
      return [];
    }
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const unit = readSource(text, fileName, form);
    if (unit.kind === 'problems') {
      problems.push(...unit.problems.map((each) => `${path}:${String(each.line)} ${each.message}`));
      return [];
    }
    return [{ fileName, unit }];
  });
  refuse(problems);
  const program = compileProgram(sources, { org });
  refuse(program.problems.map((each) => `${each.fileName}:${String(each.line)} ${each.code} ${each.message}`));
  return program;
}

function isActive(about: string, path: string): boolean {
  const file = `${path}-meta.xml`;
  return (new MetadataElement(readXml(about, file), file).read('status') ?? 'Active') === 'Active';
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new DeployProblems(problems);
  }
}

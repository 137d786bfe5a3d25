import type { Program } from '../../apex/run/program.ts';
import { InMemoryOrg, type InMemoryOrgOptions } from '../in-memory-org.ts';
import { compileApex } from './compile-apex.ts';
import { DeployProblems } from './deploy-problems.ts';
import { listComponents, type Component } from './list-components.ts';
import { qualifyMetadata } from './qualify-metadata.ts';
import { readSourceFolders } from './read-source-folders.ts';
import { runInstallHandler, type InstallRequest } from './run-handlers.ts';

export interface PackageOptions {
  /** Of sources in the source format, as `packageDirectories` of sfdx-project.json names them. */
  readonly folders: readonly string[];
  /** Installs the sources as a managed package: `acme` makes Rule__c acme__Rule__c. */
  readonly namespace?: string | null;
  /** A class that implements InstallHandler, and how it is called: it runs last, and where it throws nothing is installed. */
  readonly postInstall?: InstallRequest;
  /** What the org is like beside the package. */
  readonly org?: Omit<InMemoryOrgOptions, 'files' | 'namespace'>;
}

export interface InstalledPackage {
  readonly org: InMemoryOrg;
  readonly program: Program;
  readonly namespace: string | null;
  /** Everything that the package has, in the order of the files. */
  readonly components: readonly Component[];
}

/**
 * An org in which a package is installed, from its source folders, as a person would install it: objects and other metadata are
 * there, its Apex is compiled and its triggers run.
 *
 *     const { org, program } = installPackage({ folders: ['salesforce/engine', 'salesforce/app'], namespace: 'acme' });
 *
 * Throws DeployProblems with all that is wrong: files that cannot be read, Apex that does not compile, a post-install script
 * that failed.
 */
export function installPackage(options: PackageOptions): InstalledPackage {
  const { folders, namespace = null, postInstall } = options;
  refuseNamespace(namespace);
  const files = readSourceFolders(folders);
  const components = listComponents(files.metadata);
  const metadata = namespace === null ? files.metadata : qualifyMetadata(files.metadata, namespace);
  const org = makeOrg({ ...options.org, files: metadata, namespace });
  const program = compileApex(files, org);
  org.useTriggers(program);
  if (postInstall !== undefined) {
    runInstallHandler({ org, program }, postInstall);
  }
  return { org, program, namespace, components };
}

/** As documented: 1 to 15 letters and digits, the first a letter, and single underscores between them. */
function refuseNamespace(namespace: string | null): void {
  if (namespace !== null && !(namespace.length <= 15 && /^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(namespace))) {
    throw new DeployProblems([
      `"${namespace}" is no namespace. It has 1 to 15 letters and digits, begins with a letter, and no two underscores stand together.`,
    ]);
  }
}

function makeOrg(options: InMemoryOrgOptions): InMemoryOrg {
  try {
    return new InMemoryOrg(options);
  } catch (error) {
    throw error instanceof Error ? new DeployProblems([error.message]) : error;
  }
}

import path from 'node:path';
import { parseArgs } from 'node:util';
import { similarNames } from '../../core/src/author/policy/similar-names.ts';
import type { BuildOptions } from './building/choose-parts.ts';
import { editions, isEdition, type Edition } from './building/editions.ts';
import { buildableVersions } from './platform-version.ts';
import { ProjectFailure } from './project-failure.ts';

/** What somebody asked for on the command line. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'build'; readonly options: BuildOptions; readonly out: string }
  | { readonly kind: 'validate' | 'parse'; readonly folders: readonly string[]; readonly isJson: boolean }
  | { readonly kind: 'check' }
  | { readonly kind: 'generate' };

/** Where projects are built, below the repository. */
export const projectsFolder = path.join('out', 'hubspot-projects');

const kinds = ['build', 'validate', 'parse', 'check', 'generate'] as const;
const optionsOf = {
  build: ['out', 'features', 'without', 'platform', 'site'],
  validate: ['json'],
  parse: ['json'],
  check: [],
  generate: [],
} as const satisfies Record<(typeof kinds)[number], readonly string[]>;

/**
 * Reads the arguments of the command line.
 *
 * readCommand(['build', 'private', '--without', 'endpoint'], '/repository')
 *
 * @param root the repository, below which projects are built where nothing else is said
 * @throws ProjectFailure HSB001 and HSB002
 */
export function readCommand(args: readonly string[], root: string): Command {
  const { values, positionals } = parse(args);
  const [kind, ...rest] = positionals;
  if (values.help || kind === undefined) return { kind: 'help' };
  if (!isKind(kind)) {
    const similar = similarNames(kind, kinds);
    throw misunderstood(`"${kind}" is not a command.`, similar.length > 0 ? `Write ${similar[0]}.` : null);
  }
  const allowed: readonly string[] = optionsOf[kind];
  const stray = Object.keys(values).find((name) => !allowed.includes(name));
  if (stray !== undefined) throw misunderstood(`${kind} has no option --${stray}.`, null);
  switch (kind) {
    case 'build':
      return readBuild(rest, values, root);
    case 'validate':
    case 'parse':
      if (rest.length === 0) throw misunderstood(`${kind} needs the folder of a project.`, null);
      return { kind: kind, folders: rest.map((folder) => path.resolve(folder)), isJson: values.json ?? false };
    case 'check':
    case 'generate':
      if (rest.length > 0) throw misunderstood(`${kind} takes no folder.`, null);
      return { kind: kind };
  }
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        features: { type: 'string' },
        without: { type: 'string' },
        platform: { type: 'string' },
        site: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misunderstood(error instanceof Error ? error.message : String(error), null);
  }
}

function readBuild(rest: readonly string[], values: Values, root: string): Command {
  const [edition, ...more] = rest;
  if (edition === undefined || more.length > 0 || !isEdition(edition)) {
    const similar = edition === undefined ? [] : similarNames(edition, editions);
    const cause = `build needs one edition${edition === undefined ? '' : `, not "${rest.join(' ')}"`}.`;
    const next = similar.length > 0 ? `Write ${similar[0]}.` : `Use one of: ${editions.join(', ')}.`;
    throw new ProjectFailure('HSB002', cause, next);
  }
  const asked = values.platform ?? '2026.09';
  const platform = buildableVersions.find((version) => version === asked);
  if (platform === undefined) {
    const next = `Use one of: ${buildableVersions.join(', ')}.`;
    throw new ProjectFailure('HSB002', `"${asked}" is no platform version that can be built for.`, next);
  }
  return {
    kind: 'build',
    options: {
      edition: edition,
      platform: platform,
      features: listOf(values.features),
      without: listOf(values.without),
      site: readSite(values.site, edition),
    },
    out: values.out === undefined ? path.join(root, projectsFolder, edition) : path.resolve(values.out),
  };
}

function readSite(text: string | undefined, edition: Edition): string | null {
  if (text === undefined) return null;
  if (edition !== 'private') {
    throw misunderstood('--site is for the private edition: the other one has actions of its own.', 'Take it out.');
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' && url.origin === text.replace(/\/$/, '')) return url.origin;
  throw new ProjectFailure('HSB002', `"${text}" is no https origin.`, 'Write it as https://www.example.com.');
}

function listOf(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(',').map((each) => each.trim()))].filter((each) => each !== '');
}

function isKind(text: string): text is (typeof kinds)[number] {
  return (kinds as readonly string[]).includes(text);
}

function misunderstood(cause: string, next: string | null): ProjectFailure {
  return new ProjectFailure('HSB001', cause, next ?? 'See npm run hubspot -- --help.');
}

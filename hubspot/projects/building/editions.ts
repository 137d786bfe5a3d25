import path from 'node:path';
import { buildCustomCode, type CustomCode } from '../../functions/custom-code/build-custom-code.ts';

/** How Signalbox runs in HubSpot; each edition is a project of its own. */
export const editions = ['marketplace', 'private'] as const;

export type Edition = (typeof editions)[number];

export function isEdition(text: string): text is Edition {
  return (editions as readonly string[]).includes(text);
}

/** Where the parts of a project are read from. Tests name folders of their own for code. */
export type Sources = {
  /** What all paths in messages and bundles are relative to. */
  readonly root: string;
  /** Metadata that both editions have. */
  readonly common: string;
  /** Metadata of the edition itself. */
  readonly app: string;
  /** What is shown, a file for each entry point. */
  readonly interfaces: string;
  readonly functions: string;
  /** Whose dependencies and version the packages of the interface take over. */
  readonly interfacePackage: string;
  /** Makes the step of a workflow that the edition has in place of actions. */
  readonly customCode: ((endpointUrl: string | null) => Promise<CustomCode>) | null;
};

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The folders of this repository. */
export function sourcesOf(edition: Edition): Sources {
  const below = (...parts: string[]): string => path.join(root, 'hubspot', ...parts);
  return {
    root: root,
    common: below('projects', 'both-editions'),
    app: below(`${edition}-app`),
    interfaces: below('ui', 'entries'),
    functions: below('functions', 'entries'),
    interfacePackage: below('ui', 'package.json'),
    customCode: edition === 'private' ? buildCustomCode : null,
  };
}

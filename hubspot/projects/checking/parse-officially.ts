import path from 'node:path';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { getAllHsProfiles } from '@hubspot/project-parsing-lib/profiles';
import { translate } from '@hubspot/project-parsing-lib/translate';

/** What HubSpot's own parser says of a project. */
export type OfficialReading = {
  /** Types and uids of the components that it found, sorted. */
  readonly components: readonly string[];
  readonly problems: readonly string[];
};

/**
 * Reads a project as `hs project upload` begins to, with each of its profiles. Its check against schemas is left out: those come
 * from HubSpot, for an account.
 */
export async function parseOfficially(folder: string): Promise<OfficialReading> {
  const components = new Set<string>();
  const problems: string[] = [];
  try {
    const { srcDir, platformVersion } = parseProjectConfig(folder);
    const source = path.join(folder, srcDir);
    const profiles: (string | null)[] = (await getAllHsProfiles(source)).sort();
    if (profiles.length === 0) profiles.push(null);
    for (const profile of profiles) {
      const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
        { projectSourceDir: source, platformVersion: platformVersion },
        { skipValidation: true, ...(profile === null ? {} : { profile: profile }) },
      );
      problems.push(...skippedHsMetaFiles.map((file) => `${file} was passed over.`));
      const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
      for (const { componentType, uid } of nodes) components.add(`${componentType} ${uid}`);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message.trim() : String(error));
  }
  return { components: [...components].sort(), problems: problems };
}

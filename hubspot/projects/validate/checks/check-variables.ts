import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import type { Finding } from '../finding.ts';
import type { MetadataFile, ParsedProject } from '../parsed-project.ts';
import { variablesIn } from '../substitute-variables.ts';

/** Whether every variable stands where HubSpot fills it in, and every profile gives it. */
export function checkVariables({ metadata, profiles, isWithoutProfile, sourceFolder }: ParsedProject): Finding[] {
  return metadata.flatMap((each) => [...checkPlaces(each), ...checkValues(each)]);

  function checkValues({ file, content }: MetadataFile): Finding[] {
    const used = variablesIn([content['uid'], content['config']]);
    if (isWithoutProfile) {
      return used.map((name) => {
        const next = `Add ${sourceFolder}/hsprofile.NAME.json with "variables": { "${name}": … }.`;
        return absent(file, name, 'The project has no profile that could give it.', next);
      });
    }
    return profiles.flatMap((profile) => {
      const given = Object.keys(profile.variables);
      return used
        .filter((name) => !given.includes(name))
        .map((name) => {
          const similar = similarNames(name, given);
          const add = `Add it to the variables of ${profile.file}.`;
          const next = similar.length > 0 ? `Write \${${similar[0]}}, if that is meant; else: ${add}` : add;
          return absent(file, name, `The profile "${profile.name}" does not give it, so that the upload fails.`, next);
        });
    });
  }
}

function absent(file: string, name: string, cause: string, next: string): Finding {
  return { code: 'HSM027', file, what: `nobody gives the variable ${name}.`, cause, next };
}

function checkPlaces({ file, content }: MetadataFile): Finding[] {
  return Object.keys(content)
    .filter((key) => key !== 'uid' && key !== 'config')
    .flatMap((key) =>
      variablesIn(content[key]).map((name) => ({
        code: 'HSM028',
        file: file,
        what: `the variable ${name} stands in ${key}.`,
        cause: 'HubSpot fills variables into uid and config only; here it would stay as it is.',
        next: 'Write the value itself.',
      })),
    );
}

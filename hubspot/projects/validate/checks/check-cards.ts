import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import type { Finding } from '../finding.ts';
import { componentsOf, type FilledProject } from '../parsed-project.ts';

const locations = ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'];

/** HubSpot's templates write them both in the singular with capitals and in the plural without. */
const singular = [
  'contact',
  'company',
  'deal',
  'ticket',
  'lead',
  'order',
  'cart',
  'appointment',
  'course',
  'listing',
  'service',
];
const plural = singular.map((name) => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`));
const objectTypes = [...singular.map((name) => name.toUpperCase()), ...plural];

/** Whether cards and actions on lists are somewhere, and for something. */
export function checkCards(project: FilledProject): Finding[] {
  const cards = componentsOf(project, 'card');
  const ownObjects = componentsOf(project, 'app-object').map(({ uid }) => uid);
  return [
    ...cards
      .filter(({ config }) => !locations.includes(config.location))
      .map(({ file, config }) => unknownLocation(file, config.location)),
    ...[...cards, ...componentsOf(project, 'crm-bulk-action')].flatMap(({ file, config }) =>
      checkObjects(file, config.objectTypes, ownObjects),
    ),
  ];
}

function unknownLocation(file: string, location: string): Finding {
  const similar = similarNames(location, locations);
  return {
    code: 'HSM070',
    file: file,
    what: `the location is "${location}".`,
    cause: 'HubSpot has no such place for cards.',
    next: similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Use one of: ${locations.join(', ')}.`,
  };
}

function checkObjects(file: string, named: readonly string[], ownObjects: readonly string[]): Finding[] {
  if (named.length === 0) {
    const what = 'objectTypes is empty.';
    return [{ code: 'HSM072', file, what, cause: 'It would be shown nowhere.', next: 'Name a type of record.' }];
  }
  return named
    .filter((type) => !objectTypes.includes(type) && !/^p\d*_/.test(type) && !ownObjects.includes(type))
    .map((type) => {
      const similar = similarNames(type, objectTypes);
      const next =
        similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : 'Name a type of record that has cards.';
      return {
        code: 'HSM071',
        file,
        what: `there are no cards on "${type}".`,
        cause: 'It would be shown nowhere.',
        next,
      };
    });
}

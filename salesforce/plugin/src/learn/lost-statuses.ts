import { Problem } from '../problem.ts';
import type { Org } from '../org/org.ts';
import { textOrNull } from '../org/read-values.ts';

/** Words by which a status ends a lead. "Closed" alone does: a lead that became a deal is converted instead. */
const endings =
  /\b(closed|lost|dead|junk|spam|rejected|invalid|bogus|(un|dis|not )-?qualified|not converted|(no|not) interest(ed)?|do not contact)\b/i;

/**
 * The statuses by which an unconverted lead counts as lost. The platform knows of a status only whether it converts, so the name
 * decides, unless the admin says which; SFP018 for one that there is not.
 */
export async function readLostStatuses(org: Org, named: readonly string[] | undefined): Promise<string[]> {
  const records = await org.selectAll('LeadStatus', ['ApiName', 'MasterLabel', 'IsConverted'], 'ORDER BY SortOrder');
  const statuses = records.flatMap((record) => {
    const name = textOrNull(record, 'ApiName') ?? textOrNull(record, 'MasterLabel');
    const label = textOrNull(record, 'MasterLabel') ?? name;
    return name === null || record['IsConverted'] === true ? [] : [{ name, label: label! }];
  });
  if (named === undefined) {
    return statuses.filter(({ name, label }) => endings.test(name) || endings.test(label)).map(({ name }) => name);
  }
  return named.map((typed) => {
    const found = statuses.find(({ name, label }) => name === typed || label === typed);
    if (found === undefined) {
      throw new Problem('SFP018', [`lead status "${typed}"`, statuses.map(({ name }) => name).join(', ')]);
    }
    return found.name;
  });
}

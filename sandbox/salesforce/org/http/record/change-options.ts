import { refuse } from '../answer/rest-error.ts';
import type { ChangeOptions } from '../org-behind-http.ts';

/**
 * What the headers of a request say about saving. Without `Sforce-Auto-Assign` the active assignment rules run, as
 * documented.
 */
export function readChangeOptions(headers: ReadonlyMap<string, string>): ChangeOptions {
  return {
    autoAssign: readAutoAssign(headers.get('sforce-auto-assign')),
    duplicateRule: readDuplicateRule(headers.get('sforce-duplicate-rule-header')),
  };
}

function readAutoAssign(value: string | undefined): boolean | string {
  const word = value?.trim().toLowerCase() ?? 'true';
  if (word === 'true' || word === 'false') {
    return word === 'true';
  }
  return /^01Q\w{12}(\w{3})?$/i.test(word)
    ? (value ?? '').trim()
    : refuse(
        400,
        'INVALID_HEADER',
        `Sforce-Auto-Assign has to be TRUE, FALSE or the id of an assignment rule: ${word}`,
      );
}

function readDuplicateRule(value: string | undefined): ChangeOptions['duplicateRule'] {
  if (value === undefined) {
    return null;
  }
  const settings = new Map(
    value.split(/[;,]/).map((each) => {
      const [name = '', setting = ''] = each.split('=');
      return [name.trim().toLowerCase(), setting.trim().toLowerCase() === 'true'] as const;
    }),
  );
  return {
    allowSave: settings.get('allowsave') ?? false,
    includeRecordDetails: settings.get('includerecorddetails') ?? false,
    runAsCurrentUser: settings.get('runascurrentuser') ?? true,
  };
}

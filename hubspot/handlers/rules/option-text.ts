import { portalSettingsSchema, type PortalSettings } from '../portal/portal-settings.ts';
import { keepList, takeList } from './kept-text.ts';

export type OptionKey = keyof PortalSettings;

/** How an option stands in its row. */
const optionForms: Readonly<Record<OptionKey, 'word' | 'flag' | 'list' | 'json'>> = {
  ownerOn: 'word',
  isLeadCreated: 'flag',
  sources: 'json',
  extras: 'json',
  activities: 'json',
  employeeDomains: 'list',
  competitorDomains: 'list',
  customerStages: 'list',
  alertKey: 'word',
  disqualifiedStatuses: 'list',
  nativeScore: 'word',
  learned: 'word',
  access: 'word',
};

/** The options in the order in which they are listed. */
export const optionKeys = Object.keys(optionForms) as OptionKey[];

export function isOptionKey(key: string): key is OptionKey {
  return Object.hasOwn(optionForms, key);
}

/**
 * An option as ops read it: writeOption('employeeDomains', ['a.com', 'b.com']) → 'a.com;b.com'; a flag is yes or no, groups
 * of values are JSON, and null is an empty cell.
 */
export function writeOption(key: OptionKey, value: unknown): string | null {
  switch (optionForms[key]) {
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'list':
      return keepList(value as string[]);
    case 'json':
      return JSON.stringify(value);
    case 'word':
      return value as string | null;
  }
}

/** The option's value, or what is wrong with what stands there. */
export type ReadOption =
  { readonly isRead: true; readonly value: unknown } | { readonly isRead: false; readonly found: string };

/** Reads what writeOption wrote, or what ops made of it. */
export function readOption(key: OptionKey, text: string | null): ReadOption {
  const typed = typedValue(key, text);
  if (!typed.isRead) return typed;
  const read = portalSettingsSchema.shape[key].safeParse(typed.value);
  if (read.success) return { isRead: true, value: read.data };
  const issue = read.error.issues[0]!;
  const place = issue.path.length === 0 ? '' : `${issue.path.join(' ')}: `;
  return { isRead: false, found: `${place}${issue.message}` };
}

function typedValue(key: OptionKey, text: string | null): ReadOption {
  switch (optionForms[key]) {
    case 'flag':
      return text === 'yes' || text === 'no'
        ? { isRead: true, value: text === 'yes' }
        : { isRead: false, found: 'neither yes nor no' };
    case 'list':
      return { isRead: true, value: takeList(text ?? '') };
    case 'word':
      return { isRead: true, value: text };
    case 'json':
      try {
        // An emptied cell means the default, which the schema knows.
        return { isRead: true, value: text === null ? undefined : JSON.parse(text) };
      } catch {
        return { isRead: false, found: 'not readable as JSON' };
      }
  }
}

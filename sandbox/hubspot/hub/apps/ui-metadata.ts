import * as z from 'zod';
import type { UiComponent } from './hubspot-app.ts';

/** What the metadata of something that people see says, whatever it is. */
export type UiConfig = Pick<UiComponent, 'location' | 'objectTypes' | 'displayMode'> & {
  readonly entrypoint: string;
  /** Null where it is called as the app is. */
  readonly name: string | null;
};

const text = z.string().min(1);
const objectTypes = z.array(text).min(1);
const cardLocation = z.enum(['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar']);

const card = z
  .looseObject({ name: text, location: cardLocation, entrypoint: text, objectTypes })
  .transform(({ name, location, entrypoint, objectTypes: on }): UiConfig => {
    return { name, location, entrypoint, objectTypes: on, displayMode: null };
  });

const bulkAction = z
  .looseObject({ label: text, entrypoint: text, objectTypes, displayMode: z.enum(['PANEL', 'MODAL']).default('PANEL') })
  .transform(({ label, entrypoint, objectTypes: on, displayMode }): UiConfig => {
    return { name: label, location: 'crm.bulkActions', entrypoint, objectTypes: on, displayMode };
  });

function wholePage(location: 'settings' | 'pages'): z.ZodType<UiConfig> {
  return z.looseObject({ entrypoint: text }).transform(({ entrypoint }) => {
    return { name: null, location, entrypoint, objectTypes: [], displayMode: null };
  });
}

/** How the metadata of what people see is read, by the type of the component. */
export const uiConfigSchemas: Readonly<Record<UiComponent['type'], z.ZodType<UiConfig>>> = {
  card,
  settings: wholePage('settings'),
  page: wholePage('pages'),
  'crm-bulk-action': bulkAction,
};

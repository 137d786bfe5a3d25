/** Somebody who looks at a page. */
export type LightningUser = {
  id: string;
  name: string;
  timeZone?: string;
  locale?: string;
  language?: string;
  isGuest?: boolean;
  customPermissions?: string[];
  userPermissions?: string[];
};

/** A component on a page, in its wide or its narrow column. */
export type PlacedComponent = { name: string; region?: 'main' | 'side'; props?: Record<string, unknown> };

/**
 * A page. One below `/record/<Object>/<id>` looks like a record page and gives its components `recordId` and
 * `objectApiName`; any other looks like an app page.
 */
export type LightningPage = {
  path: string;
  title: string;
  subtitle?: string;
  /** An icon of the design system, such as `standard:lead`. */
  icon?: string;
  highlights?: { label: string; value: string }[];
  components: PlacedComponent[];
};

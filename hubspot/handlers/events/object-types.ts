/** HubSpot's ids of its own object types. */
export const contactTypeId = '0-1';
export const companyTypeId = '0-2';
export const leadTypeId = '0-136';

/** The names that subscriptions of the older form begin with, such as `contact.creation`. */
export const typeIdOfName: ReadonlyMap<string, string> = new Map([
  ['contact', contactTypeId],
  ['company', companyTypeId],
  ['deal', '0-3'],
  ['ticket', '0-5'],
  ['product', '0-7'],
  ['line_item', '0-8'],
  ['lead', leadTypeId],
]);

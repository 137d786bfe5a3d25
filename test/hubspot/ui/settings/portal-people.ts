import type { FieldsForm, UsersForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';

/** The users of the portal. */
export const portalUsers: UsersForm['users'] = ['Ana Lopes', 'Ben Ito', 'Chiara Neri', 'Mara Holm', 'Tom Reed'].map(
  (name, place) => ({
    ownerId: String(70 + place),
    email: `${name.split(' ')[0]!.toLowerCase()}@example.com`,
    name,
  }),
);

/** How well its fields are filled, and what they could be read from. */
export const portalFields: FieldsForm = {
  contacts: 100,
  fields: [
    { field: 'email', sources: ['email'], isOwn: false, filled: 100 },
    { field: 'company', sources: ['company', 'company.name'], isOwn: false, filled: 88 },
    { field: 'industry', sources: ['industry', 'company.industry'], isOwn: false, filled: 64 },
    { field: 'employees', sources: ['numemployees', 'company.numberofemployees'], isOwn: false, filled: 9 },
  ],
  properties: [
    { path: 'company', label: 'Company name' },
    { path: 'company.name', label: 'Name of the company' },
    { path: 'email', label: 'Email' },
    { path: 'industry', label: 'Industry' },
    { path: 'company.industry', label: 'Industry of the company' },
    { path: 'numemployees', label: 'Number of employees' },
    { path: 'company.numberofemployees', label: 'Employees of the company' },
    { path: 'number_of_depots', label: 'Number of depots' },
  ],
};

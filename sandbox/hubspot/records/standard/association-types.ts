/** A way in which records of two types belong together, seen from either side. Unlabelled ones have no label. */
export type StandardAssociation = {
  readonly from: string;
  readonly to: string;
  readonly typeId: number;
  readonly inverseTypeId: number;
  readonly label: string | null;
  readonly inverseLabel: string | null;
  /** A record has at most one of these to the other type. */
  readonly isPrimary: boolean;
};

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const lead = '0-136';
const communication = '0-18';
const task = '0-27';
const note = '0-46';
const meeting = '0-47';
const call = '0-48';
const email = '0-49';

/** The association types that HubSpot defines, with the ids of its documentation. */
export const standardAssociations: readonly StandardAssociation[] = [
  plain(contact, contact, 449, 449),
  plain(contact, company, 279, 280),
  primary(contact, company, 1, 2),
  plain(contact, deal, 4, 3),
  plain(contact, lead, 609, 608),
  plain(contact, call, 193, 194),
  plain(contact, email, 197, 198),
  plain(contact, meeting, 199, 200),
  plain(contact, note, 201, 202),
  plain(contact, task, 203, 204),
  plain(contact, communication, 82, 81),
  plain(company, company, 450, 450),
  labelled(company, company, 13, 14, 'Child Company', 'Parent Company'),
  plain(company, deal, 342, 341),
  primary(deal, company, 5, 6),
  plain(company, lead, 611, 610),
  plain(company, call, 181, 182),
  plain(company, email, 185, 186),
  plain(company, meeting, 187, 188),
  plain(company, note, 189, 190),
  plain(company, task, 191, 192),
  plain(company, communication, 88, 87),
  plain(deal, deal, 451, 451),
  plain(deal, lead, 1038, 1037),
  plain(deal, call, 205, 206),
  plain(deal, email, 209, 210),
  plain(deal, meeting, 211, 212),
  plain(deal, note, 213, 214),
  plain(deal, task, 215, 216),
  plain(deal, communication, 86, 85),
  primary(lead, contact, 578, 579),
  primary(lead, company, 580, 581),
  primary(lead, deal, 582, 583),
  plain(lead, call, 596, 597),
  plain(lead, email, 598, 599),
  plain(lead, meeting, 600, 601),
  plain(lead, communication, 602, 603),
  plain(lead, task, 646, 647),
  plain(lead, note, 854, 855),
];

function plain(from: string, to: string, typeId: number, inverseTypeId: number): StandardAssociation {
  return { from, to, typeId, inverseTypeId, label: null, inverseLabel: null, isPrimary: false };
}

function primary(from: string, to: string, typeId: number, inverseTypeId: number): StandardAssociation {
  return { from, to, typeId, inverseTypeId, label: 'Primary', inverseLabel: 'Primary', isPrimary: true };
}

function labelled(
  from: string,
  to: string,
  typeId: number,
  inverseTypeId: number,
  label: string,
  inverseLabel: string,
): StandardAssociation {
  return { from, to, typeId, inverseTypeId, label, inverseLabel, isPrimary: false };
}

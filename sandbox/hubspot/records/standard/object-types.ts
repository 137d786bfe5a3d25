import type { PropertyDefinition } from '../property-definition.ts';
import {
  callProperties,
  communicationProperties,
  emailProperties,
  meetingProperties,
  noteProperties,
  taskProperties,
} from './activity-properties.ts';
import { companyProperties } from './company-properties.ts';
import { contactProperties } from './contact-properties.ts';
import { dealProperties, leadProperties } from './sales-properties.ts';
import { userProperties } from './user-properties.ts';

/** A kind of record that a portal holds. */
export type ObjectType = {
  readonly objectTypeId: string;
  /** CONTACT, or the fully qualified name of a custom object. */
  readonly name: string;
  /** What a path may call it, in lower case. */
  readonly pathNames: readonly string[];
  readonly properties: readonly PropertyDefinition[];
  /** Without these nothing of the type is made. */
  readonly requiredProperties: readonly string[];
  /** What a read answers when it names no properties. */
  readonly defaultProperties: readonly string[];
  /** What a free text is looked for in. */
  readonly searchableProperties: readonly string[];
  /** Where the instant of the last change stands. */
  readonly modifiedProperty: string;
  /** Where the instant of its creation stands, beside `hs_createdate`. */
  readonly createdProperty: string;
  readonly isActivity: boolean;
};

const activity = {
  defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  modifiedProperty: 'hs_lastmodifieddate',
  createdProperty: 'hs_createdate',
  isActivity: true,
};

const business = { modifiedProperty: 'hs_lastmodifieddate', createdProperty: 'createdate', isActivity: false };

export const standardTypes: readonly ObjectType[] = [
  {
    ...business,
    objectTypeId: '0-1',
    name: 'CONTACT',
    pathNames: ['contacts', 'contact'],
    properties: contactProperties,
    requiredProperties: [],
    defaultProperties: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
    searchableProperties: [
      'firstname',
      'lastname',
      'email',
      'phone',
      'hs_additional_emails',
      'fax',
      'mobilephone',
      'company',
    ],
    modifiedProperty: 'lastmodifieddate',
  },
  {
    ...business,
    objectTypeId: '0-2',
    name: 'COMPANY',
    pathNames: ['companies', 'company'],
    properties: companyProperties,
    requiredProperties: [],
    defaultProperties: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
    searchableProperties: ['website', 'phone', 'name', 'domain'],
  },
  {
    ...business,
    objectTypeId: '0-3',
    name: 'DEAL',
    pathNames: ['deals', 'deal'],
    properties: dealProperties,
    requiredProperties: [],
    defaultProperties: [
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ],
    searchableProperties: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
  },
  {
    objectTypeId: '0-136',
    name: 'LEAD',
    pathNames: ['leads', 'lead'],
    properties: leadProperties,
    requiredProperties: ['hs_lead_name'],
    searchableProperties: ['hs_lead_name'],
    ...activity,
    isActivity: false,
  },
  {
    objectTypeId: '0-27',
    name: 'TASK',
    pathNames: ['tasks', 'task'],
    properties: taskProperties,
    requiredProperties: ['hs_timestamp'],
    searchableProperties: ['hs_task_subject', 'hs_task_body'],
    ...activity,
  },
  {
    objectTypeId: '0-46',
    name: 'NOTE',
    pathNames: ['notes', 'note'],
    properties: noteProperties,
    requiredProperties: ['hs_timestamp'],
    searchableProperties: ['hs_note_body'],
    ...activity,
  },
  {
    objectTypeId: '0-48',
    name: 'CALL',
    pathNames: ['calls', 'call'],
    properties: callProperties,
    requiredProperties: ['hs_timestamp'],
    searchableProperties: ['hs_call_title', 'hs_call_body'],
    ...activity,
  },
  {
    objectTypeId: '0-49',
    name: 'EMAIL',
    pathNames: ['emails', 'email'],
    properties: emailProperties,
    requiredProperties: ['hs_timestamp', 'hs_email_direction'],
    searchableProperties: ['hs_email_subject'],
    ...activity,
  },
  {
    objectTypeId: '0-47',
    name: 'MEETING_EVENT',
    pathNames: ['meetings', 'meeting', 'meeting_event'],
    properties: meetingProperties,
    requiredProperties: ['hs_timestamp'],
    searchableProperties: ['hs_meeting_title', 'hs_meeting_body'],
    ...activity,
  },
  {
    objectTypeId: '0-18',
    name: 'COMMUNICATION',
    pathNames: ['communications', 'communication'],
    properties: communicationProperties,
    requiredProperties: ['hs_timestamp', 'hs_communication_channel_type'],
    searchableProperties: ['hs_communication_body'],
    ...activity,
  },
  {
    objectTypeId: '0-115',
    name: 'USER',
    pathNames: ['users', 'user'],
    properties: userProperties,
    requiredProperties: [],
    searchableProperties: ['hs_given_name', 'hs_family_name', 'hs_email'],
    ...activity,
    isActivity: false,
  },
];

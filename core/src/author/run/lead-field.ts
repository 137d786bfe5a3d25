/** The fields of a submission that a column can fill, with the headers under which exports name them. */
export const leadFields = {
  submissionKey: ['leadid', 'id', 'recordid', 'contactid', 'mqlid', 'opportunityid', 'submissionid', 'vid', 'key', 'uuid'],
  receivedAt: [
    'created', 'createddate', 'createdate', 'createdat', 'receivedat', 'date', 'submittedat', 'firstcontactdate', 'engagedate',
    'timestamp', 'createtime', 'leadcreateddate', 'datecreated', 'conversiondate',
  ],
  channel: ['channel', 'intakechannel', 'leadchannel', 'medium', 'formtype', 'conversiontype'],
  leadSource: ['leadsource', 'source', 'origin', 'originalsource', 'utmsource', 'hsanalyticssource'],
  campaign: ['campaign', 'utmcampaign', 'campaignname', 'recentconversion'],
  entryPage: ['entrypage', 'landingpage', 'landingpageid', 'firstpageseen', 'entryurl', 'landingpageurl'],
  lastPage: ['lastpage', 'lastpageseen', 'referrer', 'lastpageviewed', 'conversionpage'],
  firstName: ['firstname', 'givenname', 'vorname', 'prenom', 'name', 'fullname', 'contactname', 'first'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'last'],
  email: ['email', 'emailaddress', 'mail', 'workemail', 'businessemail', 'contactemail', 'e-mail'],
  phone: ['phone', 'phonenumber', 'telephone', 'mobile', 'mobilephone', 'telefon', 'tel'],
  company: ['company', 'companyname', 'account', 'accountname', 'organization', 'organisation', 'firma', 'business'],
  jobTitle: ['title', 'jobtitle', 'position', 'role', 'jobrole'],
  website: ['website', 'url', 'domain', 'companydomain', 'companydomainname', 'web', 'webpage'],
  country: ['country', 'countryregion', 'mailingcountry', 'land', 'countrycode', 'officelocation'],
  region: ['state', 'region', 'stateregion', 'province', 'county', 'regionaloffice'],
  postcode: ['postcode', 'postalcode', 'zip', 'zipcode', 'plz'],
  city: ['city', 'town', 'ort', 'stadt'],
  industry: ['industry', 'sector', 'branche', 'vertical', 'businesssegment'],
  employees: ['employees', 'numberofemployees', 'companysize', 'employeecount', 'headcount', 'size', 'numemployees'],
  annualRevenue: ['annualrevenue', 'revenue', 'turnover', 'declaredmonthlyrevenue'],
  language: ['language', 'preferredlanguage', 'locale', 'sprache', 'hslanguage'],
  productInterest: ['productinterest', 'product', 'interest', 'interestedin'],
  currentTool: ['currenttool', 'currentsolution', 'tool', 'technology'],
  timeline: ['timeline', 'timeframe', 'purchasetimeframe', 'startdate', 'when'],
  budget: ['budget', 'budgetstatus'],
  teamSize: ['teamsize', 'seats', 'users', 'numberofusers'],
  buyingGroup: ['whoelse', 'buyinggroup', 'decisionmakers', 'stakeholders', 'whoelseisevaluating'],
  expectedValue: ['expectedvalue', 'amount', 'dealvalue', 'closevalue', 'value', 'expectedrevenue'],
  optedOut: ['optedout', 'hasoptedoutofemail', 'unsubscribed', 'donotcontact', 'optout', 'emailoptout'],
  ownerKey: ['owner', 'ownerid', 'leadowner', 'contactowner', 'hubspotownerid', 'salesagent', 'assignedto'],
  ownerSetter: ['ownersetby', 'ownerchangedby', 'assignedby'],
  subject: ['subject', 'betreff', 'topic'],
  message: ['message', 'comments', 'comment', 'description', 'notes', 'nachricht', 'howcanwehelp', 'body', 'text', 'question'],
} as const satisfies Record<string, readonly string[]>;

export type LeadField = keyof typeof leadFields;

export const leadFieldNames = Object.keys(leadFields) as LeadField[];

/** The fields whose cells are numbers. */
export const numberFields = ['employees', 'annualRevenue', 'teamSize', 'expectedValue'] as const satisfies LeadField[];

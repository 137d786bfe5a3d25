/** Companies, people and what is known of them; the form is that of read-object-table.ts. */
export const peopleObjects = `
Account 001 "Account"
  string: Name AccountNumber AccountSource Site TickerSymbol Sic SicDesc Jigsaw JigsawCompanyId DunsNumber Tradestyle NaicsCode NaicsDesc YearStarted
  textarea: Description
  picklist: Type Industry Rating Ownership CleanStatus
  phone: Phone Fax
  url: Website PhotoUrl
  currency: AnnualRevenue
  integer: NumberOfEmployees
  date: LastActivityDate
  datetime: LastViewedDate LastReferencedDate
  string: BillingCity BillingState BillingPostalCode BillingCountry ShippingCity ShippingState ShippingPostalCode ShippingCountry
  textarea: BillingStreet ShippingStreet
  double: BillingLatitude BillingLongitude ShippingLatitude ShippingLongitude
  picklist: BillingGeocodeAccuracy ShippingGeocodeAccuracy BillingStateCode BillingCountryCode ShippingStateCode ShippingCountryCode
  boolean: IsPersonAccount IsPartner IsCustomerPortal
  reference: ParentId>Account OwnerId>User MasterRecordId>Account RecordTypeId>RecordType DandbCompanyId>DandBCompany OperatingHoursId>OperatingHours
  children: ChildAccounts=Account Contacts=Contact Opportunities=Opportunity Cases=Case Tasks=Task Events=Event Contracts=Contract Orders=Order Assets=Asset Notes=Note Attachments=Attachment AccountContactRoles=AccountContactRole AccountTeamMembers=AccountTeamMember ContentDocumentLinks=ContentDocumentLink AccountContactRelations=AccountContactRelation Histories=AccountHistory Shares=AccountShare
AccountContactRelation 07k "Account Contact Relationship"
  reference: AccountId>Account ContactId>Contact
  multipicklist: Roles
  boolean: IsDirect IsActive
  date: StartDate EndDate
AccountContactRole 02Z "Account Contact Role"
  reference: AccountId>Account ContactId>Contact
  picklist: Role
  boolean: IsPrimary
AccountHistory 017 "Account History"
  reference: AccountId>Account
  picklist: Field DataType
  anytype: OldValue NewValue
AccountShare 00r "Account Share"
  reference: AccountId>Account UserOrGroupId>User,Group=UserOrGroup
  picklist: AccountAccessLevel OpportunityAccessLevel CaseAccessLevel ContactAccessLevel RowCause
AccountTeamMember 01M "Account Team Member"
  reference: AccountId>Account UserId>User
  picklist: TeamMemberRole AccountAccessLevel OpportunityAccessLevel CaseAccessLevel ContactAccessLevel
  string: Title
Contact 003 "Contact"
  string: FirstName LastName MiddleName Name Suffix Title Department AssistantName Jigsaw JigsawContactId EmailBouncedReason
  picklist: Salutation LeadSource CleanStatus GenderIdentity Pronouns BuyerAttitude DepartmentGroup TitleType ContactSource
  textarea: Description
  email: Email
  phone: Phone MobilePhone HomePhone OtherPhone AssistantPhone Fax
  url: PhotoUrl
  date: Birthdate LastActivityDate
  datetime: EmailBouncedDate LastCURequestDate LastCUUpdateDate LastViewedDate LastReferencedDate
  boolean: HasOptedOutOfEmail HasOptedOutOfFax DoNotCall IsEmailBounced IsPersonAccount IsPriorityRecord
  string: MailingCity MailingState MailingPostalCode MailingCountry OtherCity OtherState OtherPostalCode OtherCountry
  textarea: MailingStreet OtherStreet
  double: MailingLatitude MailingLongitude OtherLatitude OtherLongitude
  picklist: MailingGeocodeAccuracy OtherGeocodeAccuracy MailingStateCode MailingCountryCode OtherStateCode OtherCountryCode
  reference: AccountId>Account OwnerId>User ReportsToId>Contact MasterRecordId>Contact RecordTypeId>RecordType IndividualId>Individual
  children: Cases=Case Tasks=Task Events=Event Opportunities=Opportunity OpportunityContactRoles=OpportunityContactRole CampaignMembers=CampaignMember Notes=Note Attachments=Attachment Assets=Asset AccountContactRoles=AccountContactRole AccountContactRelations=AccountContactRelation ContentDocumentLinks=ContentDocumentLink Histories=ContactHistory
ContactHistory 017 "Contact History"
  reference: ContactId>Contact
  picklist: Field DataType
  anytype: OldValue NewValue
Lead 00Q "Lead"
  string: FirstName LastName MiddleName Name Suffix Title Company CompanyDunsNumber Jigsaw JigsawContactId EmailBouncedReason
  picklist: Salutation LeadSource Status Industry Rating CleanStatus GenderIdentity Pronouns
  textarea: Description
  email: Email
  phone: Phone MobilePhone Fax
  url: Website PhotoUrl
  currency: AnnualRevenue
  integer: NumberOfEmployees
  date: ConvertedDate LastActivityDate LastTransferDate
  datetime: EmailBouncedDate FirstCallDateTime FirstEmailDateTime LastViewedDate LastReferencedDate
  boolean: IsConverted IsUnreadByOwner HasOptedOutOfEmail HasOptedOutOfFax DoNotCall IsPriorityRecord
  string: City State PostalCode Country
  textarea: Street
  double: Latitude Longitude
  picklist: GeocodeAccuracy StateCode CountryCode
  reference: OwnerId>User,Group MasterRecordId>Lead ConvertedAccountId>Account ConvertedContactId>Contact ConvertedOpportunityId>Opportunity RecordTypeId>RecordType PartnerAccountId>Account IndividualId>Individual DandbCompanyId>DandBCompany
  children: Tasks=Task Events=Event CampaignMembers=CampaignMember Notes=Note Attachments=Attachment ContentDocumentLinks=ContentDocumentLink Histories=LeadHistory Shares=LeadShare
LeadHistory 017 "Lead History"
  reference: LeadId>Lead
  picklist: Field DataType
  anytype: OldValue NewValue
LeadShare 01o "Lead Share"
  reference: LeadId>Lead UserOrGroupId>User,Group=UserOrGroup
  picklist: LeadAccessLevel RowCause
LeadStatus 01J "Lead Status Value"
  string: ApiName MasterLabel
  integer: SortOrder
  boolean: IsDefault IsConverted
Campaign 701 "Campaign"
  string: Name
  textarea: Description
  picklist: Type Status
  boolean: IsActive
  date: StartDate EndDate LastActivityDate
  datetime: LastViewedDate LastReferencedDate
  currency: BudgetedCost ActualCost ExpectedRevenue AmountAllOpportunities AmountWonOpportunities HierarchyBudgetedCost HierarchyActualCost HierarchyExpectedRevenue
  percent: ExpectedResponse
  double: NumberSent
  integer: NumberOfLeads NumberOfConvertedLeads NumberOfContacts NumberOfResponses NumberOfOpportunities NumberOfWonOpportunities
  reference: ParentId>Campaign OwnerId>User RecordTypeId>RecordType CampaignMemberRecordTypeId>RecordType
  children: ChildCampaigns=Campaign CampaignMembers=CampaignMember Opportunities=Opportunity Tasks=Task Events=Event CampaignMemberStatuses=CampaignMemberStatus
CampaignMember 00v "Campaign Member"
  reference: CampaignId>Campaign LeadId>Lead ContactId>Contact AccountId>Account LeadOrContactId>Contact,Lead LeadOrContactOwnerId>User,Group RecordTypeId>RecordType
  picklist: Status Salutation LeadSource
  boolean: HasResponded DoNotCall HasOptedOutOfEmail HasOptedOutOfFax
  date: FirstRespondedDate
  string: Name FirstName LastName Title City State PostalCode Country CompanyOrAccount Type
  textarea: Street Description
  email: Email
  phone: Phone Fax MobilePhone
CampaignMemberStatus 01Y "Campaign Member Status"
  reference: CampaignId>Campaign
  string: Label
  integer: SortOrder
  boolean: HasResponded IsDefault
Individual 0PK "Individual"
  string: FirstName LastName Name
  picklist: Salutation
  date: BirthDate
  boolean: HasOptedOutTracking HasOptedOutProfiling HasOptedOutProcessing HasOptedOutSolicit ShouldForget SendIndividualData CanStorePiiElsewhere HasOptedOutGeoTracking
  reference: OwnerId>User MasterRecordId>Individual
`;

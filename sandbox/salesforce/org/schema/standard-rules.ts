/**
 * What saving checks and fills on standard objects, as documented in the object reference. A line `required:` names fields;
 * `length:` and `scale:` give numbers; `picklist:` gives the values that a new org has, the default one with "*" behind it
 * and, where the reference says that the values are restricted, with "!" before the field; `cascade:` names the references
 * whose record is deleted together with its parent and `restrict:` those that keep the parent from being deleted;
 * `set by the platform:` fields that no request may write; `default:` formulas.
 */
export const standardRules = `
Account
  required: Name
  length: Name=255 AccountNumber=40 Site=80 TickerSymbol=20 Sic=20 SicDesc=80 Phone=40 Fax=40 Website=255 Description=32000 BillingStreet=255 BillingCity=40 BillingState=80 BillingPostalCode=20 BillingCountry=80 ShippingStreet=255 ShippingCity=40 ShippingState=80 ShippingPostalCode=20 ShippingCountry=80
  picklist: Type=Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other
  picklist: Rating=Hot|Warm|Cold
  set by the platform: MasterRecordId LastActivityDate LastViewedDate LastReferencedDate IsPersonAccount PhotoUrl JigsawCompanyId
Contact
  required: LastName
  length: LastName=80 FirstName=40 MiddleName=40 Suffix=40 Title=128 Department=80 AssistantName=40 Email=80 Phone=40 MobilePhone=40 HomePhone=40 OtherPhone=40 AssistantPhone=40 Fax=40 Description=32000 MailingStreet=255 MailingCity=40 MailingState=80 MailingPostalCode=20 MailingCountry=80 OtherStreet=255 OtherCity=40 OtherState=80 OtherPostalCode=20 OtherCountry=80
  picklist: LeadSource=Web|Phone Inquiry|Partner Referral|Purchased List|Other
  cascade: AccountId
  set by the platform: Name MasterRecordId LastActivityDate LastViewedDate LastReferencedDate PhotoUrl IsEmailBounced IsPersonAccount
Lead
  required: LastName Company Status
  length: LastName=80 FirstName=40 MiddleName=40 Suffix=40 Title=128 Company=255 Email=80 Phone=40 MobilePhone=40 Fax=40 Website=255 Description=32000 Street=255 City=40 State=80 PostalCode=20 Country=80
  picklist: Status=Open - Not Contacted*|Working - Contacted|Closed - Converted|Closed - Not Converted
  picklist: LeadSource=Web|Phone Inquiry|Partner Referral|Purchased List|Other
  picklist: Rating=Hot|Warm|Cold
  set by the platform: Name IsConverted ConvertedDate ConvertedAccountId ConvertedContactId ConvertedOpportunityId MasterRecordId LastActivityDate LastTransferDate LastViewedDate LastReferencedDate PhotoUrl
  default: IsUnreadByOwner=true
Opportunity
  required: Name StageName CloseDate
  length: Name=120 NextStep=255 Description=32000
  scale: Amount=2
  picklist: StageName=Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost
  cascade: AccountId
  set by the platform: IsClosed IsWon ExpectedRevenue ForecastCategory HasOpportunityLineItem LastActivityDate LastStageChangeDate Fiscal FiscalYear FiscalQuarter PushCount LastViewedDate LastReferencedDate HasOpenActivity HasOverdueTask
Case
  length: Subject=255 Description=32000 SuppliedName=80 SuppliedCompany=80 SuppliedEmail=80 SuppliedPhone=40
  picklist: Status=New*|Working|Escalated|Closed
  picklist: Priority=High|Medium*|Low
  picklist: Origin=Email|Phone|Web
  restrict: AccountId
  number: CaseNumber={00000000}
  set by the platform: CaseNumber IsClosed ClosedDate MasterRecordId LastViewedDate LastReferencedDate ContactEmail ContactPhone ContactMobile ContactFax
CaseComment
  required: ParentId
  cascade: ParentId
Campaign
  required: Name
  length: Name=80 Description=32000
  picklist: Status=Planned*|In Progress|Completed|Aborted
CampaignMember
  required: CampaignId
  picklist: Status=Sent*|Responded
  cascade: CampaignId LeadId ContactId
  set by the platform: Name FirstName LastName Title CompanyOrAccount LeadOrContactId LeadOrContactOwnerId Type FirstRespondedDate HasResponded
CampaignMemberStatus
  required: CampaignId Label
  cascade: CampaignId
Task
  required: Status Priority
  length: Subject=255 Description=32000
  picklist: Status=Not Started*|In Progress|Completed|Waiting on someone else|Deferred
  picklist: Priority=High|Normal*|Low
  cascade: WhoId WhatId
  set by the platform: IsClosed IsHighPriority IsArchived WhoCount WhatCount AccountId CompletedDateTime
  default: TaskSubtype="Task"
Event
  length: Subject=255 Description=32000 Location=255
  picklist: ShowAs=Busy*|Free|OutOfOffice
  cascade: WhoId WhatId
  set by the platform: IsChild IsArchived WhoCount WhatCount AccountId IsGroupEvent
  default: EventSubtype="Event"
EventRelation
  required: EventId RelationId
  cascade: EventId
Note
  required: ParentId Title
  length: Title=80 Body=32000
  cascade: ParentId
Attachment
  required: ParentId Name
  length: Name=255
  cascade: ParentId
  set by the platform: BodyLength
OpportunityLineItem
  required: OpportunityId Quantity
  cascade: OpportunityId
  set by the platform: ListPrice Name ProductCode
OpportunityContactRole
  required: OpportunityId ContactId
  cascade: OpportunityId ContactId
AccountContactRelation
  required: AccountId ContactId
  cascade: AccountId ContactId
AccountTeamMember
  required: AccountId UserId
  cascade: AccountId
OpportunityTeamMember
  required: OpportunityId UserId
  cascade: OpportunityId
Product2
  required: Name
  length: Name=255 ProductCode=255 Description=4000
Pricebook2
  required: Name
  length: Name=255
PricebookEntry
  required: Pricebook2Id Product2Id UnitPrice
  set by the platform: Name ProductCode
Contract
  required: AccountId Status
  picklist: Status=In Approval Process|Activated|Draft*
  number: ContractNumber={00000000}
  set by the platform: ContractNumber
Order
  required: AccountId EffectiveDate Status
  picklist: Status=Draft*|Activated
  number: OrderNumber={00000000}
  set by the platform: OrderNumber TotalAmount
Asset
  required: Name
  length: Name=255
User
  required: Username LastName Email Alias TimeZoneSidKey LocaleSidKey EmailEncodingKey LanguageLocaleKey ProfileId
  length: Username=80 FirstName=40 LastName=80 Email=128 Alias=8 CommunityNickname=40
  unique: Username
  default: IsActive=true UserType="Standard"
  set by the platform: Name LastLoginDate UserType FullPhotoUrl SmallPhotoUrl LastViewedDate LastReferencedDate
UserRole
  required: Name
  length: Name=80
Group
  required: Name
  length: Name=40 DeveloperName=80
  picklist: !Type=Regular*|Queue|Role|RoleAndSubordinates|Organization|Manager
  set by the platform: RelatedId
GroupMember
  required: GroupId UserOrGroupId
  cascade: GroupId
QueueSobject
  required: QueueId SobjectType
  cascade: QueueId
PermissionSet
  required: Name Label
  length: Name=80 Label=80
PermissionSetAssignment
  required: PermissionSetId AssigneeId
  cascade: PermissionSetId
RecordType
  required: Name DeveloperName SobjectType
BusinessHours
  required: Name
  length: Name=80
Holiday
  required: Name
ContentVersion
  required: PathOnClient
  length: Title=255 PathOnClient=500
  set by the platform: IsLatest VersionNumber ContentSize Checksum FileType FileExtension
ContentDocumentLink
  required: ContentDocumentId LinkedEntityId
  cascade: ContentDocumentId LinkedEntityId
  picklist: !ShareType=V*|C|I
FeedItem
  required: ParentId
  cascade: ParentId
FeedComment
  required: FeedItemId CommentBody
  cascade: FeedItemId
EmailMessage
  length: Subject=3000
  cascade: ParentId
`;

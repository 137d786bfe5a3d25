/** Selling and serving; the form is that of read-object-table.ts. */
export const salesObjects = `
Opportunity 006 "Opportunity"
  string: Name NextStep
  textarea: Description
  picklist: StageName Type LeadSource ForecastCategory ForecastCategoryName
  currency: Amount ExpectedRevenue
  percent: Probability
  double: TotalOpportunityQuantity
  integer: FiscalQuarter FiscalYear PushCount
  string: Fiscal
  date: CloseDate LastActivityDate
  datetime: LastStageChangeDate LastViewedDate LastReferencedDate
  boolean: IsClosed IsWon IsPrivate HasOpportunityLineItem HasOpenActivity HasOverdueTask IqScore IsPriorityRecord
  reference: AccountId>Account OwnerId>User CampaignId>Campaign Pricebook2Id>Pricebook2 ContactId>Contact ContractId>Contract RecordTypeId>RecordType SyncedQuoteId>Quote LastAmountChangedHistoryId>OpportunityHistory LastCloseDateChangedHistoryId>OpportunityHistory
  children: OpportunityLineItems=OpportunityLineItem OpportunityContactRoles=OpportunityContactRole OpportunityTeamMembers=OpportunityTeamMember OpportunityHistories=OpportunityHistory Quotes=Quote Tasks=Task Events=Event Notes=Note Attachments=Attachment ContentDocumentLinks=ContentDocumentLink Orders=Order
OpportunityLineItem 00k "Opportunity Product"
  reference: OpportunityId>Opportunity PricebookEntryId>PricebookEntry Product2Id>Product2
  string: Name ProductCode Description
  double: Quantity
  currency: UnitPrice TotalPrice ListPrice Subtotal
  percent: Discount
  integer: SortOrder
  date: ServiceDate
OpportunityContactRole 00K "Opportunity Contact Role"
  reference: OpportunityId>Opportunity ContactId>Contact
  picklist: Role
  boolean: IsPrimary
OpportunityHistory 008 "Opportunity History"
  reference: OpportunityId>Opportunity
  picklist: StageName ForecastCategory
  currency: Amount ExpectedRevenue
  percent: Probability
  date: CloseDate
OpportunityStage 01J "Opportunity Stage"
  string: ApiName MasterLabel Description ForecastCategoryName
  picklist: ForecastCategory
  percent: DefaultProbability
  integer: SortOrder
  boolean: IsActive IsClosed IsWon
OpportunityTeamMember 00q "Opportunity Team Member"
  reference: OpportunityId>Opportunity UserId>User
  picklist: TeamMemberRole OpportunityAccessLevel
  string: Name Title
Quote 0Q0 "Quote"
  string: Name QuoteNumber BillingName ShippingName QuoteToName AdditionalName
  textarea: Description
  picklist: Status
  email: Email
  phone: Phone Fax
  boolean: IsSyncing
  date: ExpirationDate
  currency: Subtotal TotalPrice GrandTotal Tax ShippingHandling
  percent: Discount
  integer: LineItemCount
  textarea: BillingStreet ShippingStreet QuoteToStreet
  string: BillingCity BillingState BillingPostalCode BillingCountry ShippingCity ShippingState ShippingPostalCode ShippingCountry
  reference: OpportunityId>Opportunity AccountId>Account ContactId>Contact Pricebook2Id>Pricebook2 ContractId>Contract OwnerId>User RecordTypeId>RecordType
  children: QuoteLineItems=QuoteLineItem
QuoteLineItem 0QL "Quote Line Item"
  reference: QuoteId>Quote PricebookEntryId>PricebookEntry Product2Id>Product2 OpportunityLineItemId>OpportunityLineItem
  string: LineNumber Description
  double: Quantity
  currency: UnitPrice TotalPrice ListPrice Subtotal
  percent: Discount
  integer: SortOrder
  date: ServiceDate
Product2 01t "Product"
  string: Name ProductCode ExternalId StockKeepingUnit
  textarea: Description
  picklist: Family QuantityUnitOfMeasure
  url: DisplayUrl
  boolean: IsActive IsArchived
  datetime: LastViewedDate LastReferencedDate
  reference: ExternalDataSourceId>ExternalDataSource RecordTypeId>RecordType
  children: PricebookEntries=PricebookEntry OpportunityLineItems=OpportunityLineItem Assets=Asset
Pricebook2 01s "Price Book"
  string: Name Description
  boolean: IsActive IsStandard IsArchived
  datetime: LastViewedDate LastReferencedDate
  children: PricebookEntries=PricebookEntry Opportunities=Opportunity Orders=Order
PricebookEntry 01u "Price Book Entry"
  string: Name ProductCode
  reference: Pricebook2Id>Pricebook2 Product2Id>Product2
  currency: UnitPrice
  boolean: IsActive UseStandardPrice IsArchived
Order 801 "Order"
  string: Name OrderNumber OrderReferenceNumber PoNumber
  textarea: Description
  picklist: Status Type StatusCode
  currency: TotalAmount
  date: EffectiveDate EndDate PoDate
  datetime: ActivatedDate LastViewedDate LastReferencedDate
  boolean: IsReductionOrder
  textarea: BillingStreet ShippingStreet
  string: BillingCity BillingState BillingPostalCode BillingCountry ShippingCity ShippingState ShippingPostalCode ShippingCountry
  reference: AccountId>Account ContractId>Contract OwnerId>User,Group Pricebook2Id>Pricebook2 OriginalOrderId>Order OpportunityId>Opportunity QuoteId>Quote BillToContactId>Contact ShipToContactId>Contact CustomerAuthorizedById>Contact CompanyAuthorizedById>User ActivatedById>User RecordTypeId>RecordType
  children: OrderItems=OrderItem Tasks=Task Events=Event
OrderItem 802 "Order Product"
  string: OrderItemNumber Description
  reference: OrderId>Order PricebookEntryId>PricebookEntry Product2Id>Product2 OriginalOrderItemId>OrderItem QuoteLineItemId>QuoteLineItem
  double: Quantity AvailableQuantity
  currency: UnitPrice ListPrice TotalPrice
  date: ServiceDate EndDate
Contract 800 "Contract"
  string: Name ContractNumber CustomerSignedTitle
  textarea: Description SpecialTerms
  picklist: Status OwnerExpirationNotice StatusCode
  integer: ContractTerm
  date: StartDate EndDate CompanySignedDate CustomerSignedDate LastActivityDate
  datetime: ActivatedDate LastApprovedDate LastViewedDate LastReferencedDate
  textarea: BillingStreet ShippingStreet
  string: BillingCity BillingState BillingPostalCode BillingCountry ShippingCity ShippingState ShippingPostalCode ShippingCountry
  reference: AccountId>Account OwnerId>User Pricebook2Id>Pricebook2 CompanySignedId>User CustomerSignedId>Contact ActivatedById>User RecordTypeId>RecordType
  children: Orders=Order Opportunities=Opportunity Tasks=Task Events=Event
Asset 02i "Asset"
  string: Name SerialNumber ProductCode StockKeepingUnit
  textarea: Description
  picklist: Status
  currency: Price
  double: Quantity
  integer: AssetLevel
  date: PurchaseDate InstallDate UsageEndDate
  boolean: IsCompetitorProduct IsInternal
  reference: AccountId>Account ContactId>Contact Product2Id>Product2 OwnerId>User ParentId>Asset RootAssetId>Asset RecordTypeId>RecordType AssetProvidedById>Account AssetServicedById>Account
  children: ChildAssets=Asset Cases=Case Tasks=Task Events=Event
Case 500 "Case"
  string: CaseNumber Subject SuppliedName SuppliedCompany
  textarea: Description Comments
  picklist: Status Priority Origin Reason Type
  email: SuppliedEmail ContactEmail
  phone: SuppliedPhone ContactPhone ContactMobile ContactFax
  boolean: IsClosed IsEscalated IsClosedOnCreate IsVisibleInSelfService IsStopped HasCommentsUnreadByOwner HasSelfServiceComments
  datetime: ClosedDate SlaStartDate SlaExitDate StopStartDate LastViewedDate LastReferencedDate
  picklist: MilestoneStatus
  reference: AccountId>Account ContactId>Contact OwnerId>User,Group ParentId>Case AssetId>Asset ProductId>Product2 EntitlementId>Entitlement BusinessHoursId>BusinessHours RecordTypeId>RecordType MasterRecordId>Case SourceId>EmailMessage,SocialPost
  children: Cases=Case CaseComments=CaseComment Tasks=Task Events=Event EmailMessages=EmailMessage Attachments=Attachment Histories=CaseHistory TeamMembers=CaseTeamMember ContentDocumentLinks=ContentDocumentLink
CaseComment 00a "Case Comment"
  reference: ParentId>Case
  textarea: CommentBody
  boolean: IsPublished
CaseHistory 017 "Case History"
  reference: CaseId>Case
  picklist: Field DataType
  anytype: OldValue NewValue
CaseTeamMember 0B7 "Case Team Member"
  reference: ParentId>Case MemberId>Contact,User TeamRoleId>CaseTeamRole
Entitlement 550 "Entitlement"
  string: Name
  picklist: Type Status
  date: StartDate EndDate
  integer: CasesPerEntitlement RemainingCases
  boolean: IsPerIncident
  reference: AccountId>Account AssetId>Asset BusinessHoursId>BusinessHours SlaProcessId>SlaProcess
EmailMessage 02s "Email Message"
  textarea: TextBody HtmlBody Headers
  string: Subject FromName FromAddress ToAddress CcAddress BccAddress MessageIdentifier ThreadIdentifier ValidatedFromAddress
  picklist: Status MessageSize
  boolean: Incoming HasAttachment IsExternallyVisible IsClientManaged IsTracked IsOpened IsBounced
  datetime: MessageDate FirstOpenedDate LastOpenedDate
  reference: ParentId>Case ActivityId>Task RelatedToId>Account,Case,Contact,Lead,Opportunity ReplyToEmailMessageId>EmailMessage EmailTemplateId>EmailTemplate
`;

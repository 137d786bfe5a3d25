/** What people do and what they write and keep; the form is that of read-object-table.ts. */
export const activityObjects = `
Task 00T "Task"
  string: Subject CallDisposition CallObject RecurrenceTimeZoneSidKey
  textarea: Description
  picklist: Status Priority CallType Type TaskSubtype RecurrenceType RecurrenceInstance RecurrenceMonthOfYear RecurrenceRegeneratedType
  date: ActivityDate RecurrenceStartDateOnly RecurrenceEndDateOnly
  datetime: ReminderDateTime CompletedDateTime
  integer: CallDurationInSeconds WhoCount WhatCount RecurrenceInterval RecurrenceDayOfWeekMask RecurrenceDayOfMonth
  boolean: IsClosed IsHighPriority IsReminderSet IsRecurrence IsArchived IsVisibleInSelfService
  reference: WhoId>Contact,Lead WhatId>Account,Opportunity,Case,Campaign,Contract,Order,Asset,Product2 OwnerId>User,Group AccountId>Account RecordTypeId>RecordType RecurrenceActivityId>Task
Event 00U "Event"
  string: Subject Location RecurrenceTimeZoneSidKey
  textarea: Description
  picklist: Type ShowAs EventSubtype GroupEventType RecurrenceType RecurrenceInstance RecurrenceMonthOfYear
  date: ActivityDate EndDate RecurrenceEndDateOnly
  datetime: StartDateTime EndDateTime ActivityDateTime ReminderDateTime RecurrenceStartDateTime
  integer: DurationInMinutes WhoCount WhatCount RecurrenceInterval RecurrenceDayOfWeekMask RecurrenceDayOfMonth
  boolean: IsAllDayEvent IsPrivate IsReminderSet IsRecurrence IsChild IsGroupEvent IsArchived IsVisibleInSelfService
  reference: WhoId>Contact,Lead WhatId>Account,Opportunity,Case,Campaign,Contract,Order,Asset,Product2 OwnerId>User AccountId>Account RecordTypeId>RecordType RecurrenceActivityId>Event
  children: EventRelations=EventRelation
EventRelation 0RE "Event Relation"
  reference: EventId>Event RelationId>Contact,Lead,User AccountId>Account
  picklist: Status
  boolean: IsInvitee IsParent IsWhat
Attachment 00P "Attachment"
  string: Name ContentType Description
  base64: Body
  integer: BodyLength
  boolean: IsPrivate
  reference: ParentId>Account,Contact,Lead,Opportunity,Case,Task,Event,Campaign,EmailMessage OwnerId>User
Note 002 "Note"
  string: Title
  textarea: Body
  boolean: IsPrivate
  reference: ParentId>Account,Contact,Lead,Opportunity,Case OwnerId>User
ContentDocument 069 "Content Document"
  string: Title FileType FileExtension
  textarea: Description
  picklist: PublishStatus SharingOption SharingPrivacy
  integer: ContentSize
  boolean: IsArchived
  datetime: ArchivedDate ContentModifiedDate
  reference: OwnerId>User ParentId>ContentWorkspace LatestPublishedVersionId>ContentVersion
  children: ContentVersions=ContentVersion ContentDocumentLinks=ContentDocumentLink
ContentVersion 068 "Content Version"
  string: Title PathOnClient FileType FileExtension VersionNumber Checksum ExternalDocumentInfo1 ExternalDocumentInfo2 TagCsv
  textarea: Description ReasonForChange
  url: ContentUrl
  base64: VersionData
  picklist: PublishStatus Origin ContentLocation SharingOption SharingPrivacy
  integer: ContentSize RatingCount PositiveRatingCount NegativeRatingCount
  boolean: IsLatest IsMajorVersion IsAssetEnabled
  datetime: ContentModifiedDate
  reference: ContentDocumentId>ContentDocument OwnerId>User FirstPublishLocationId>Account,Contact,Lead,Opportunity,Case,User,ContentWorkspace ContentModifiedById>User RecordTypeId>RecordType
ContentDocumentLink 06A "Content Document Link"
  reference: ContentDocumentId>ContentDocument LinkedEntityId>Account,Contact,Lead,Opportunity,Case,Task,Event,User,Group,Campaign
  picklist: ShareType Visibility
ContentWorkspace 058 "Library"
  string: Name DeveloperName
  textarea: Description
Document 015 "Document"
  string: Name DeveloperName ContentType Type
  textarea: Description Keywords
  base64: Body
  integer: BodyLength
  boolean: IsPublic IsInternalUseOnly IsBodySearchable
  url: Url
  reference: FolderId>Folder,User AuthorId>User
Folder 00l "Folder"
  string: Name DeveloperName NamespacePrefix
  picklist: AccessType Type
  boolean: IsReadonly
FeedItem 0D5 "Feed Item"
  reference: ParentId>Account,Contact,Lead,Opportunity,Case,User,CollaborationGroup InsertedById>User RelatedRecordId>ContentVersion
  textarea: Body
  string: Title
  url: LinkUrl
  picklist: Type Visibility Status
  boolean: IsRichText
  integer: CommentCount LikeCount
FeedComment 0D7 "Feed Comment"
  reference: FeedItemId>FeedItem ParentId>Account,Contact,Lead,Opportunity,Case,User InsertedById>User
  textarea: CommentBody
  picklist: CommentType Status
EmailTemplate 00X "Email Template"
  string: Name DeveloperName Subject NamespacePrefix Encoding
  textarea: Body HtmlValue Markup Description
  picklist: TemplateType TemplateStyle UiType RelatedEntityType
  boolean: IsActive
  integer: TimesUsed ApiVersion
  datetime: LastUsedDate
  reference: FolderId>Folder,Organization,User OwnerId>User BrandTemplateId>BrandTemplate
`;

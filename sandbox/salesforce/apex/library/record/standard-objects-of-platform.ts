/** Users, what they may do, and how the org is set up; the form is that of read-object-table.ts. */
export const platformObjects = `
AggregateResult - "Aggregate Result"
Name - "Name"
  string: Name FirstName LastName Alias Title Type Username
  email: Email
  phone: Phone
  boolean: IsActive
  datetime: LastViewedDate LastReferencedDate
  reference: ProfileId>Profile RecordTypeId>RecordType UserRoleId>UserRole
User 005 "User"
  string: Username FirstName LastName MiddleName Name Suffix CompanyName Division Department Title CommunityNickname Alias EmployeeNumber FederationIdentifier Signature SenderName StayInTouchSubject BadgeText EmailEncodingKey
  email: Email SenderEmail
  phone: Phone MobilePhone Fax Extension
  picklist: TimeZoneSidKey LocaleSidKey LanguageLocaleKey UserType DefaultGroupNotificationFrequency DigestFrequency CurrencyIsoCode DefaultCurrencyIsoCode
  string: City State PostalCode Country
  textarea: Street AboutMe StayInTouchSignature StayInTouchNote
  double: Latitude Longitude
  picklist: GeocodeAccuracy StateCode CountryCode
  boolean: IsActive IsPortalEnabled IsExtIndicatorVisible ForecastEnabled EmailPreferencesAutoBcc EmailPreferencesStayInTouchReminder ReceivesInfoEmails ReceivesAdminInfoEmails UserPermissionsMarketingUser UserPermissionsOfflineUser UserPermissionsSFContentUser UserPermissionsKnowledgeUser UserPermissionsSupportUser UserPermissionsInteractionUser UserPreferencesLightningExperiencePreferred
  datetime: LastLoginDate LastPasswordChangeDate OfflineTrialExpirationDate LastViewedDate LastReferencedDate
  url: FullPhotoUrl SmallPhotoUrl MediumPhotoUrl
  reference: ProfileId>Profile UserRoleId>UserRole ManagerId>User DelegatedApproverId>Group,User ContactId>Contact AccountId>Account CallCenterId>CallCenter IndividualId>Individual
  children: ManagedUsers=User PermissionSetAssignments=PermissionSetAssignment GroupMemberships=GroupMember Shares=UserShare
UserRecordAccess - "User Record Access"
  id: UserId
  reference: RecordId>Lead,Contact,Account=Record
  boolean: HasReadAccess HasEditAccess HasTransferAccess HasDeleteAccess HasAllAccess
UserRole 00E "Role"
  string: Name DeveloperName RollupDescription PortalType
  picklist: OpportunityAccessForAccountOwner CaseAccessForAccountOwner ContactAccessForAccountOwner
  boolean: MayForecastManagerShare
  reference: ParentRoleId>UserRole ForecastUserId>User PortalAccountId>Account PortalAccountOwnerId>User
  children: Users=User
UserLicense 100 "User License"
  string: Name LicenseDefinitionKey MasterLabel
  picklist: Status
  integer: TotalLicenses UsedLicenses
Profile 00e "Profile"
  string: Name Description
  picklist: UserType
  boolean: PermissionsModifyAllData PermissionsViewAllData PermissionsApiEnabled PermissionsAuthorApex PermissionsCustomizeApplication PermissionsManageUsers PermissionsViewSetup PermissionsAssignPermissionSets PermissionsEditTask PermissionsEditEvent PermissionsConvertLeads PermissionsTransferAnyLead PermissionsTransferAnyEntity PermissionsApiUserOnly PermissionsRunReports PermissionsRunFlow PermissionsViewRoles PermissionsViewAllUsers PermissionsActivitiesAccess PermissionsLightningExperienceUser PermissionsLightningConsoleAllowedForUser PermissionsEmailSingle PermissionsManageDashboards PermissionsManagePublicReports PermissionsManagePublicListviews PermissionsImportLeads PermissionsMarketingUser PermissionsSendCustomNotifications
  datetime: LastViewedDate LastReferencedDate
  reference: UserLicenseId>UserLicense
  children: Users=User
PermissionSet 0PS "Permission Set"
  string: Name Label Description NamespacePrefix
  picklist: Type
  boolean: IsCustom IsOwnedByProfile HasActivationRequired PermissionsModifyAllData PermissionsViewAllData PermissionsApiEnabled PermissionsAuthorApex PermissionsCustomizeApplication PermissionsManageUsers PermissionsViewSetup PermissionsAssignPermissionSets PermissionsEditTask PermissionsEditEvent PermissionsConvertLeads PermissionsTransferAnyLead PermissionsTransferAnyEntity PermissionsApiUserOnly PermissionsRunReports PermissionsRunFlow PermissionsViewRoles PermissionsViewAllUsers PermissionsActivitiesAccess PermissionsLightningExperienceUser PermissionsLightningConsoleAllowedForUser PermissionsEmailSingle PermissionsManageDashboards PermissionsManagePublicReports PermissionsManagePublicListviews PermissionsImportLeads PermissionsMarketingUser PermissionsSendCustomNotifications
  reference: LicenseId>PermissionSetLicense,UserLicense ProfileId>Profile PermissionSetGroupId>PermissionSetGroup
  children: Assignments=PermissionSetAssignment ObjectPerms=ObjectPermissions FieldPerms=FieldPermissions SetupEntityAccessItems=SetupEntityAccess
PermissionSetAssignment 0Pa "Permission Set Assignment"
  reference: PermissionSetId>PermissionSet AssigneeId>User PermissionSetGroupId>PermissionSetGroup
  boolean: IsActive
  datetime: ExpirationDate
PermissionSetGroup 0PG "Permission Set Group"
  string: DeveloperName MasterLabel Description NamespacePrefix Language
  picklist: Status
PermissionSetLicense 0PL "Permission Set License"
  string: DeveloperName MasterLabel PermissionSetLicenseKey Language
  picklist: Status
  integer: TotalLicenses UsedLicenses
  date: ExpirationDate
PermissionSetLicenseAssign 2LA "Permission Set License Assignment"
  reference: PermissionSetLicenseId>PermissionSetLicense AssigneeId>User
ObjectPermissions 110 "Object Permissions"
  reference: ParentId>PermissionSet
  picklist: SobjectType
  boolean: PermissionsCreate PermissionsRead PermissionsEdit PermissionsDelete PermissionsViewAllRecords PermissionsModifyAllRecords PermissionsViewAllFields
FieldPermissions 01k "Field Permissions"
  reference: ParentId>PermissionSet
  picklist: SobjectType Field
  boolean: PermissionsRead PermissionsEdit
SetupEntityAccess 0J0 "Setup Entity Access"
  reference: ParentId>PermissionSet SetupEntityId>ApexClass,CustomPermission
  picklist: SetupEntityType
CustomPermission 0CP "Custom Permission"
  string: DeveloperName MasterLabel Description NamespacePrefix Language
  boolean: IsProtected IsLicensed
Group 00G "Group"
  string: Name DeveloperName Description
  picklist: Type
  email: Email
  boolean: DoesSendEmailToMembers DoesIncludeBosses
  reference: OwnerId>User,Organization RelatedId>User,UserRole QueueRoutingConfigId>QueueRoutingConfig
  children: GroupMembers=GroupMember QueueSobjects=QueueSobject
GroupMember 011 "Group Member"
  reference: GroupId>Group UserOrGroupId>User,Group=UserOrGroup
QueueSobject 03g "Queue SObject"
  reference: QueueId>Group
  picklist: SobjectType
QueueRoutingConfig 0K9 "Queue Routing Configuration"
  string: DeveloperName MasterLabel Language
  picklist: RoutingModel
  integer: RoutingPriority
  double: CapacityWeight
RecordType 012 "Record Type"
  string: Name DeveloperName Description NamespacePrefix
  picklist: SobjectType
  boolean: IsActive IsPersonType
  reference: BusinessProcessId>BusinessProcess
BusinessHours 01m "Business Hours"
  string: Name
  boolean: IsActive IsDefault
  picklist: TimeZoneSidKey
  time: MondayStartTime MondayEndTime TuesdayStartTime TuesdayEndTime WednesdayStartTime WednesdayEndTime ThursdayStartTime ThursdayEndTime FridayStartTime FridayEndTime SaturdayStartTime SaturdayEndTime SundayStartTime SundayEndTime
  datetime: LastViewedDate
Holiday 0C0 "Holiday"
  string: Name Description
  date: ActivityDate RecurrenceEndDateOnly
  datetime: RecurrenceStartDate
  boolean: IsAllDay IsRecurrence
  integer: StartTimeInMinutes EndTimeInMinutes RecurrenceInterval RecurrenceDayOfWeekMask RecurrenceDayOfMonth
  picklist: RecurrenceType RecurrenceInstance RecurrenceMonthOfYear
Organization 00D "Organization"
  string: Name Division Street City State PostalCode Country PrimaryContact InstanceName NamespacePrefix
  phone: Phone Fax
  picklist: OrganizationType TimeZoneSidKey LanguageLocaleKey DefaultLocaleSidKey UiSkin DefaultAccountAccess DefaultContactAccess DefaultOpportunityAccess DefaultLeadAccess DefaultCaseAccess
  boolean: IsSandbox IsReadOnly
  integer: FiscalYearStartMonth MonthlyPageViewsUsed MonthlyPageViewsEntitlement
  datetime: TrialExpirationDate
ApexClass 01p "Apex Class"
  string: Name NamespacePrefix
  textarea: Body
  double: ApiVersion BodyCrc
  picklist: Status
  boolean: IsValid
  integer: LengthWithoutComments
ApexTrigger 01q "Apex Trigger"
  string: Name NamespacePrefix
  textarea: Body
  double: ApiVersion BodyCrc
  picklist: Status TableEnumOrId
  boolean: IsValid UsageBeforeInsert UsageBeforeUpdate UsageBeforeDelete UsageAfterInsert UsageAfterUpdate UsageAfterDelete UsageAfterUndelete
ApexPage 066 "Visualforce Page"
  string: Name NamespacePrefix MasterLabel Description
  textarea: Markup
  double: ApiVersion
AsyncApexJob 707 "Apex Job"
  reference: ApexClassId>ApexClass ParentJobId>AsyncApexJob
  picklist: JobType Status
  string: MethodName ExtendedStatus LastProcessed
  integer: JobItemsProcessed TotalJobItems NumberOfErrors LastProcessedOffset
  datetime: CompletedDate
CronTrigger 08e "Scheduled Job"
  reference: CronJobDetailId>CronJobDetail OwnerId>User
  string: CronExpression
  picklist: State TimeZoneSidKey
  datetime: NextFireTime PreviousFireTime StartTime EndTime
  integer: TimesTriggered
CronJobDetail 08a "Cron Job"
  string: Name
  picklist: JobType
CustomNotificationType 0ML "Custom Notification Type"
  string: CustomNotifTypeName DeveloperName MasterLabel NamespacePrefix Description Language
  boolean: Desktop Mobile
AssignmentRule 01Q "Assignment Rule"
  string: Name
  picklist: SobjectType
  boolean: Active
DuplicateRule 0Bm "Duplicate Rule"
  string: DeveloperName MasterLabel NamespacePrefix
  picklist: Language SobjectType SobjectSubtype
  boolean: IsActive
  datetime: LastViewedDate LastReferencedDate
FlowDefinitionView 300 "Flow Definition"
  without: IsDeleted CreatedDate CreatedById LastModifiedById SystemModstamp
  string: DurableId ApiName Label Description NamespacePrefix ActiveVersionId LatestVersionId LastModifiedBy OverriddenById SourceTemplateId OverriddenFlowId Builder InstalledPackageName TriggerObjectOrEventLabel TriggerObjectOrEventId SupportedEnvironments
  picklist: ProcessType TriggerType ManageableState RecordTriggerType CapacityCategory
  multipicklist: Environments
  boolean: IsActive IsOutOfDate IsTemplate IsOverridable IsSwingFlow HasAsyncAfterCommitPath AreMetricsLoggedToDataCloud
  integer: VersionNumber TriggerOrder ApiVersion
FlowVersionView 301 "Flow Version"
  without: IsDeleted CreatedDate CreatedById LastModifiedById SystemModstamp
  string: DurableId FlowDefinitionViewId Label Description
  picklist: ProcessType Status RunInMode
  boolean: IsTemplate IsSwingFlow
  integer: VersionNumber
  double: ApiVersion ApiVersionRuntime
StaticResource 081 "Static Resource"
  string: Name ContentType NamespacePrefix Description
  base64: Body
  integer: BodyLength
  picklist: CacheControl
OrgWideEmailAddress 0D2 "Organization-wide From Email Address"
  string: DisplayName
  email: Address
  boolean: IsAllowAllProfiles IsVerified
ProcessInstance 04g "Process Instance"
  reference: TargetObjectId>Account,Contact,Lead,Opportunity,Case SubmittedById>User
  picklist: Status
  datetime: CompletedDate
AuthSession 0Ak "Auth Session"
  reference: UsersId>User
  picklist: SessionType UserType
  string: SourceIp
LoginHistory 0Ya "Login History"
  reference: UserId>User
  picklist: LoginType Status
  string: SourceIp Browser Platform Application
  datetime: LoginTime
UserShare 0Wx "User Share"
  reference: UserId>User UserOrGroupId>User,Group=UserOrGroup
  picklist: UserAccessLevel RowCause
CurrencyType 01L "Currency Type"
  string: IsoCode
  double: ConversionRate
  integer: DecimalPlaces
  boolean: IsActive IsCorporate
`;

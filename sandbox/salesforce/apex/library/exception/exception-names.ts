const ofSystem = `
  AssertException AsyncException AuraException AuraHandledException BigObjectException CalloutException
  DataWeaveScriptException DmlException DuplicateMessageException EmailException EmailTemplateRenderException
  EventObjectException ExternalObjectException FatalCursorException FinalException FlowException FormulaEvaluationException
  FormulaValidationException HandledException IllegalArgumentException InvalidHeaderException InvalidParameterValueException
  InvalidReadOnlyUserDmlException JSONException LicenseException LimitException ListException MathException
  NoAccessException NoDataFoundException NoSuchElementException NullPointerException PlatformCacheException
  ProcedureException QueryException RequiredFeatureMissingException SearchException
  SecurityException SerializationException SObjectException StringException TouchHandledException TransientCursorException
  TypeException UnexpectedException VisualforceException XmlException
`;

const ofOthers = `
  Auth.AuthProviderPluginException Auth.ConnectedAppPluginException Auth.DiscoveryCustomErrorException
  Auth.JWTBearerTokenExchange.JWTBearerTokenExchangeException
  Auth.VerificationException Cache.InvalidCacheBuilderException Cache.InvalidParamException
  Cache.ItemSizeLimitExceededException Cache.PlatformCacheInvalidOperationException Canvas.CanvasRenderException
  ConnectApi.ConnectApiException ConnectApi.NotFoundException ConnectApi.RateLimitException
  DataSource.DataSourceException DataSource.OAuthTokenExpiredException EventBus.RetryableException
  QuickAction.QuickActionException Reports.FeatureNotSupportedException
  Reports.InstanceAccessException Reports.InvalidFilterException Reports.InvalidReportMetadataException
  Reports.InvalidSnapshotDateException Reports.MetadataException Reports.ReportRunException
  Reports.UnsupportedOperationException Site.ExternalUserCreateException
`;

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Canonical names of the platform's exceptions, without System.Exception itself. */
export const exceptionNames: readonly string[] = [
  ...wordsOf(ofSystem).map((name) => `System.${name}`),
  ...wordsOf(ofOthers),
];

/** Those that end the transaction: no catch and no finally block runs. */
export const uncatchableNames: ReadonlySet<string> = new Set(['System.AssertException', 'System.LimitException']);

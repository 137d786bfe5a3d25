/** What rules ask for and leads say: values as they stand on a fact sheet, common ones more often. */
// prettier-ignore
export const countries = [
  ['us', 24], ['gb', 12], ['de', 12], ['fr', 8], ['nl', 5], ['es', 5], ['it', 5], ['ca', 5], ['ch', 3], ['at', 3],
  ['se', 3], ['pl', 3], ['br', 3], ['au', 3], ['ie', 2], ['dk', 2], ['in', 2], ['sg', 1], ['jp', 1], ['mx', 1],
] as const;

// prettier-ignore
export const industries = [
  ['logistics', 16], ['manufacturing', 14], ['software', 12], ['services', 12], ['retail', 10], ['healthcare', 9],
  ['construction', 7], ['energy', 6], ['finance', 6], ['telecom', 3], ['education', 3], ['media', 2],
] as const;

// prettier-ignore
export const inquiryTypes = [
  ['sales', 70], ['support', 9], ['partner', 6], ['vendor', 6], ['careers', 4], ['press', 2], ['student', 3],
] as const;

// prettier-ignore
export const leadSources = [
  ['organic', 22], ['paid search', 18], ['referral', 11], ['linkedin ads', 11], ['event', 8], ['webinar', 8],
  ['newsletter', 7], ['partner portal', 5], ['cold outreach', 5], ['review site', 5],
] as const;

/** Upper ends of company sizes that rules cut at. */
export const sizeSteps = [1, 10, 25, 50, 100, 200, 500, 1_000, 2_500, 5_000, 20_000] as const;

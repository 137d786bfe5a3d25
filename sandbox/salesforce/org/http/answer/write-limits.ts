import type { JsonObject } from '../json.ts';
import type { Site } from './site.ts';

/** What `/limits` says: the day's calls are counted, everything else is unused. */
export function writeLimits({ usage }: Site): JsonObject {
  return {
    DailyApiRequests: { Max: usage.limit, Remaining: Math.max(0, usage.limit - usage.used) },
    DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
    DailyBulkV2QueryFileStorageMB: { Max: 976_562, Remaining: 976_562 },
    DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
    DataStorageMB: { Max: 1_024, Remaining: 1_024 },
    FileStorageMB: { Max: 1_024, Remaining: 1_024 },
    SingleEmail: { Max: 5_000, Remaining: 5_000 },
  };
}

import {
  BasicApi,
  BatchApi,
  createConfiguration,
  SearchApi,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { HubSpotCalls } from '../calls/hubspot-calls.ts';

/** The library's calls on records of any type. */
export type ObjectApis = { readonly list: BasicApi; readonly batch: BatchApi; readonly search: SearchApi };

export function objectApis(calls: HubSpotCalls): ObjectApis {
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(calls.baseUrl, {}),
    httpApi: wrapHttpLibrary(calls),
  });
  return {
    list: new BasicApi(configuration),
    batch: new BatchApi(configuration),
    search: new SearchApi(configuration),
  };
}

import {
  createConfiguration,
  OwnersApi,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/crm/owners/index.js';
import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { Owner } from './crm.ts';
import { compareIds } from './objects/record-answer.ts';
import { idSchema, pagingSchema, readAnswer } from './read-answer.ts';

const pageSize = 100;

const textOrNull = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

const ownerSchema = z
  .looseObject({
    id: idSchema,
    userId: idSchema.nullish(),
    userIdIncludingInactive: idSchema.nullish(),
    email: textOrNull,
    firstName: textOrNull,
    lastName: textOrNull,
    archived: z.boolean().nullish(),
  })
  .transform((owner): Owner => ({
    id: owner.id,
    // An owner whose user was deactivated has only the second.
    userId: owner.userId ?? owner.userIdIncludingInactive ?? null,
    email: owner.email,
    firstName: owner.firstName,
    lastName: owner.lastName,
    isArchived: owner.archived ?? false,
  }));

const pageSchema = z.looseObject({ results: z.array(ownerSchema), paging: pagingSchema });

export class Owners {
  readonly #api: OwnersApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    this.#api = new OwnersApi(createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) }));
  }

  /** All owners in the order of their ids, also those who are no more: records may still be theirs. */
  async list(): Promise<Owner[]> {
    const owners = [...(await this.#listSome(false)), ...(await this.#listSome(true))];
    return owners.sort((one, other) => compareIds(one.id, other.id));
  }

  async #listSome(isArchived: boolean): Promise<Owner[]> {
    const found: Owner[] = [];
    let after: string | null = null;
    do {
      const page: z.output<typeof pageSchema> = await readAnswer(
        pageSchema,
        'the owners',
        this.#api.getPage(undefined, after ?? undefined, pageSize, isArchived),
      );
      found.push(...page.results);
      after = page.paging;
    } while (after !== null);
    return found;
  }
}

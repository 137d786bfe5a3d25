import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { RecordRefusal } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { associatedAnswer, defaultAnswer, labelsAnswer, typeAnswer } from './association-answer.ts';
import { askedPair, type AskedPair } from './association-routes.ts';
import { batchAnswer } from './batch-answer.ts';
import { attempt } from './create-batch.ts';
import { batchError, type BatchError } from './error-answer.ts';
import { associationKind, idText, inputsOf } from './write-bodies.ts';

/** HubSpot's limits of the association batches. */
const mostReads = 1_000;
const mostWrites = 2_000;
const pageSize = 500;

const end = z.object({ id: idText });
const typed = z.object({ from: end, to: end, types: z.array(associationKind).min(1) });

/** The endpoints of the associations of many records, and of the labels that there are. */
export function batchAssociationRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.associations) {
    const pair = `${base}/:objectType/:toObjectType`;

    app.post(`${pair}/batch/read`, async (request, reply) => {
      const asked = askedPair(request, 'read');
      const input = z.object({ id: idText, after: z.string().nullish() });
      const inputs = inputsOf(request.body, input, 'association reads', mostReads);
      const answers = inputs.map(({ id, after }) => readAssociations(asked, id, after ?? null));
      const results = answers.flatMap((answer) => (answer === null ? [] : [answer]));
      const errors = inputs.flatMap(({ id }, place) => (answers[place] === null ? [noAssociations(asked, id)] : []));
      const answer = batchAnswer(200, asked.records.now, results, errors);
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${pair}/batch/create`, async (request, reply) => {
      const asked = askedPair(request, 'write');
      const { caller, records, from, to } = asked;
      const inputs = inputsOf(request.body, typed, 'association creates', mostWrites);
      const { results, errors } = each(inputs, (input) => {
        const other = { toTypeId: to.objectTypeId, toId: input.to.id, kinds: input.types };
        const types = records.associate(from.objectTypeId, input.from.id, other, caller.source);
        return [labelsAnswer(from, input.from.id, to, input.to.id, types)];
      });
      const answer = batchAnswer(201, records.now, results, errors);
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${pair}/batch/associate/default`, async (request, reply) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      const inputs = inputsOf(request.body, z.object({ from: end, to: end }), 'association creates', mostWrites);
      const { results, errors } = each(inputs, (input) => {
        const other = { toTypeId: to.objectTypeId, toId: input.to.id };
        records.associate(from.objectTypeId, input.from.id, other, caller.source);
        return defaultAnswer(records, from, input.from.id, to, input.to.id);
      });
      const answer = batchAnswer(200, records.now, results, errors);
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${pair}/batch/archive`, async (request, reply) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      const input = z.object({ from: end, to: z.array(end) });
      for (const each of inputsOf(request.body, input, 'association archives', mostWrites)) {
        for (const { id } of each.to) {
          records.dissociate(from.objectTypeId, each.from.id, to.objectTypeId, id, caller.source);
        }
      }
      await reply.status(204).send();
    });

    app.post(`${pair}/batch/labels/archive`, async (request, reply) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      for (const input of inputsOf(request.body, typed, 'association archives', mostWrites)) {
        records.dissociate(from.objectTypeId, input.from.id, to.objectTypeId, input.to.id, caller.source, input.types);
      }
      await reply.status(204).send();
    });

    app.get(`${pair}/labels`, (request) => {
      const { records, from, to } = askedPair(request, 'read');
      return { results: records.schema.associationTypes.between(from.objectTypeId, to.objectTypeId).map(typeAnswer) };
    });

    app.post(`${pair}/labels`, (request) => {
      const { records, from, to } = askedPair(request, 'write');
      const body = z
        .object({ name: z.string().min(1), label: z.string().min(1), inverseLabel: z.string().optional() })
        .parse(request.body);
      const types = records.defineLabel(from.objectTypeId, to.objectTypeId, body.name, body.label, body.inverseLabel);
      return { results: types.map(typeAnswer) };
    });
  }
}

/** Null where there are none. */
function readAssociations({ records, from, to }: AskedPair, id: string, after: string | null) {
  const all = records.associationsOf(from.objectTypeId, id, to.objectTypeId);
  if (all.length === 0) return null;
  const begin = after === null ? 0 : all.findIndex(({ toId }) => toId === after) + 1;
  const shown = all.slice(begin, begin + pageSize);
  const paging = begin + pageSize < all.length ? { paging: { next: { after: shown.at(-1)!.toId } } } : {};
  return { from: { id }, to: shown.map(associatedAnswer), ...paging };
}

/** HubSpot lists a record without associations as an error, whether it is there or not. */
function noAssociations({ from, to }: AskedPair, id: string): BatchError {
  const [fromName, toName] = [from.name.toLowerCase(), to.name.toLowerCase()];
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${toName} is associated with ${fromName} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [fromName], toObjectType: [toName] },
  };
}

/** Does each, and lists what was refused. */
function each<Input extends { readonly from: { readonly id: string }; readonly to: { readonly id: string } }>(
  inputs: readonly Input[],
  step: (input: Input) => { [key: string]: unknown }[],
): { results: { [key: string]: unknown }[]; errors: BatchError[] } {
  const results: { [key: string]: unknown }[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    const outcome = attempt(() => step(input));
    if (!(outcome instanceof RecordRefusal)) results.push(...outcome);
    else errors.push(batchError(outcome, { fromObjectId: [input.from.id], toObjectId: [input.to.id] }));
  }
  return { results, errors };
}

import type { FastifyInstance } from 'fastify';

/** Lets a part of the server read bodies of forms. What is there twice is read by `URLSearchParams.getAll`. */
export function readFormBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(body.toString()));
  });
}

/** The fields of a form that came; none where the body was no form. */
export function formOf(body: unknown): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

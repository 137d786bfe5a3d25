import { answerEndpoint, refused, whoSigned, type EndpointAnswer } from '../endpoint/answer-endpoint.ts';
import { readRequest, type EndpointContext } from '../endpoint/read-request.ts';
import { unpackLists } from '../lists/packed-lists.ts';
import { openPortal } from '../portal/open-portal.ts';
import { keysOf } from './environment.ts';
import { refusalOfFailure } from './failure.ts';
import { FunctionCrm } from './function-crm.ts';
import { beginInvocation } from './invocation.ts';

/**
 * The public endpoint. Everybody can call it, so that nothing is done, not even a call to HubSpot, before it is known that HubSpot or
 * the generated code of a workflow signed the request.
 */
export async function main(context: EndpointContext): Promise<EndpointAnswer> {
  const { moment, deadline } = beginInvocation();
  try {
    const request = readRequest(context);
    const given = { keys: keysOf(process.env, 'SIGNALBOX_ENDPOINT_KEY'), webhooks: webhooksOf() };
    const signed = whoSigned(request, given, moment.now());
    if (signed === null) {
      return refused(401, 'HSF008', 'The request is not signed, or too long ago. Nothing was done.');
    }
    const portal = await openPortal(new FunctionCrm(process.env), unpackLists(), moment);
    return await answerEndpoint(portal, signed, deadline);
  } catch (error) {
    const { code, message } = refusalOfFailure(error);
    return refused(503, code, message);
  }
}

function webhooksOf(): { readonly clientSecret: string; readonly publicUrl: string } | null {
  const clientSecret = process.env['SIGNALBOX_CLIENT_SECRET'] ?? '';
  const publicUrl = process.env['SIGNALBOX_PUBLIC_URL'] ?? '';
  return clientSecret === '' || !URL.canParse(publicUrl) ? null : { clientSecret, publicUrl };
}

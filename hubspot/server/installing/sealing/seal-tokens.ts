import type { PortalTokens } from '../storing/credential-store.ts';
import type { TokenSeal } from './token-seal.ts';

/** Tokens as they are kept. */
export type SealedTokens = { readonly accessToken: string; readonly refreshToken: string };

export function sealTokens(seal: TokenSeal, portalId: number, tokens: PortalTokens): SealedTokens {
  return {
    accessToken: seal.seal(tokens.accessToken, { portalId, purpose: 'access' }),
    refreshToken: seal.seal(tokens.refreshToken, { portalId, purpose: 'refresh' }),
  };
}

/** @throws SealError */
export function openTokens(
  seal: TokenSeal,
  portalId: number,
  sealed: SealedTokens,
  times: { readonly obtainedAt: number; readonly expiresAt: number },
): PortalTokens {
  return {
    accessToken: seal.open(sealed.accessToken, { portalId, purpose: 'access' }),
    refreshToken: seal.open(sealed.refreshToken, { portalId, purpose: 'refresh' }),
    ...times,
  };
}

import { ProblemError, type TokenVerifier } from '@quayside/http';
import { GuestTokenInvalid } from '../domain/errors.ts';
import type { RecogniseGuest } from '../usecases/ports.ts';

/** Whose guest token it is; only signed tokens of the guest issuer count. Keys out of reach stay a 503. */
export const createRecogniseGuest =
  (verifier: TokenVerifier): RecogniseGuest =>
  async (token) => {
    const principal = await verifier.verify(token).catch((error: unknown) => {
      const refused = error instanceof ProblemError && error.options.status === 401;
      throw refused ? new GuestTokenInvalid({ cause: error }) : error;
    });
    if (principal.kind !== 'guest') throw new GuestTokenInvalid();
    return { id: principal.id, kind: 'guest' };
  };

import type { Problem } from '@quayside/contracts';

/** What a call to our API came to. A network failure is a problem too, with the code `unreachable`. */
export type Result<T> =
  | {
      ok: true;
      data: T;
      etag?: string;
      /** How old the answer is, where who should have given it does not answer. */
      ageSeconds?: number;
    }
  | { ok: false; problem: Problem };

export const unreachable = (detail: string): Problem => ({
  type: 'about:blank',
  title: 'The shop could not be reached',
  status: 503,
  code: 'unreachable',
  detail,
  traceId: '',
});

import { fingerprint as fingerprintOf } from '@quayside/http';
import { SandboxError } from './sandbox-error.ts';

/**
 * Remembers what a key was used for: the same key and request give the first result again, the same key
 * with another request is refused. A request that throws burns no key.
 */
export const createIdempotentResults = <Result>() => {
  const results = new Map<string, { fingerprint: string; result: Result }>();
  return {
    find: (key: string): Result | undefined => results.get(key)?.result,
    once(key: string, request: unknown, make: () => Result): { result: Result; repeated: boolean } {
      const fingerprint = fingerprintOf(request);
      const known = results.get(key);
      if (!known) {
        const result = make();
        results.set(key, { fingerprint, result });
        return { result, repeated: false };
      }
      if (known.fingerprint !== fingerprint) {
        throw new SandboxError('idempotency-key-reused', 'This idempotency key was used for another request');
      }
      return { result: known.result, repeated: true };
    },
  };
};

import { createHash, timingSafeEqual } from 'node:crypto';
import { SandboxError } from './sandbox-error.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Checks the `Authorization: Bearer` header in constant time. */
export const createApiKeyCheck = (apiKey: string) => {
  const expected = digest(`Bearer ${apiKey}`);
  return (request: { headers: { authorization?: string | undefined } }): void => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      throw new SandboxError('api-key-invalid', 'The API key is missing or wrong');
    }
  };
};

import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from './problem.ts';

/** The strong ETag of an aggregate's version (RFC 9110, section 8.8.3). */
export const etagOf = (version: number): string => `"v${version}"`;

/**
 * The version a client read before it writes, from `If-Match`. The store compares it and throws `stale-version`.
 *
 * @throws {ProblemError} 428 `precondition-required` if absent, 400 `malformed-request` if it is not one of ours.
 */
export const requireIfMatch = (headers: IncomingHttpHeaders): number => {
  const value = headers['if-match'];
  if (value === undefined) {
    throw new ProblemError({
      status: 428,
      code: 'precondition-required',
      title: 'Say with If-Match which version you are changing',
    });
  }
  const version = /^"v(\d{1,10})"$/.exec(value)?.[1];
  if (!version) {
    throw new ProblemError({
      status: 400,
      code: 'malformed-request',
      title: 'If-Match is not an ETag of ours',
    });
  }
  return Number(version);
};

/**
 * The `Idempotency-Key` of a request (IETF draft-ietf-httpapi-idempotency-key-header-07): 1 to 255 visible
 * ASCII characters, with or without the quotes of a structured-field string.
 *
 * @throws {ProblemError} 400 `idempotency-key-missing` or `idempotency-key-invalid`.
 */
export const requireIdempotencyKey = (headers: IncomingHttpHeaders): string => {
  const value = headers['idempotency-key'];
  if (value === undefined || value === '') {
    throw new ProblemError({
      status: 400,
      code: 'idempotency-key-missing',
      title: 'Send an Idempotency-Key, so that a repeat is not done twice',
    });
  }
  const key = /^"?([\x21\x23-\x7e]{1,255}?)"?$/.exec(String(value))?.[1];
  if (!key) {
    throw new ProblemError({
      status: 400,
      code: 'idempotency-key-invalid',
      title: 'The Idempotency-Key must be 1 to 255 visible ASCII characters',
    });
  }
  return key;
};

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

/** SHA-256 (hex) of a JSON body, independent of key order: tells a repeat from another request under one key. */
export const fingerprint = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex');

import { describe, expect, test } from '@jest/globals';
import { ProblemError } from '@quayside/http';
import type { Request, Response } from 'express';
import { requirePlainRequest } from './plain-requests.ts';

const statusOf = (method: string, url: string): number => {
  const path = url.replace(/^https?:\/\/[^/]*/, '');
  let passed = false;
  try {
    requirePlainRequest({ method, url, path } as Request, {} as Response, () => void (passed = true));
  } catch (error) {
    if (error instanceof ProblemError) return error.options.status;
    throw error;
  }
  return passed ? 200 : 0;
};

describe('a request at the edge', () => {
  test.each([
    '/',
    '/products/sea-boots-navy',
    '/api/v1/catalog/items',
    '/_next/static/a..b.js',
    '/.well-known/x',
  ])('to %s passes', (path) => {
    expect(statusOf('GET', path)).toBe(200);
  });

  test.each([
    '/./readyz',
    '/foo/../readyz',
    '/foo/%2e%2e/readyz',
    '/api/v1/basket/..',
    '/a/..;/b',
    '/a\\..\\b',
    '/x/.%2E%2fy',
    'http://localhost:8080/api/v1/catalog/items',
    '*',
  ])('to %s is to nowhere', (path) => {
    expect(statusOf('GET', path)).toBe(404);
  });

  test.each(['TRACE', 'CONNECT', 'PROPFIND'])('with the method %s is refused', (method) => {
    expect(statusOf(method, '/')).toBe(405);
  });
});

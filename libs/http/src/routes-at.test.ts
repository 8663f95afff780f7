import { expect, test } from '@jest/globals';
import { routesAt } from './routes-at.ts';

const routes = [
  { method: 'put', path: '/boats/:id' },
  { method: 'delete', path: '/boats/:id' },
  { method: 'post', path: '/boats/begin' },
  { method: 'get', path: '/boats/:id/sails.v1' },
] as const;
const methodsAt = (address: string) => routesAt(address, routes).map(({ method }) => method);

test.each([
  ['/boats/7', ['put', 'delete']],
  ['/boats/7/', ['put', 'delete']],
  ['/boats/begin', ['post']],
  ['/boats/7/sails.v1', ['get']],
  ['/boats/7/sails-v1', []],
  ['/boats', []],
])('%s has the methods %j', (address, methods) => {
  expect(methodsAt(address)).toEqual(methods);
});

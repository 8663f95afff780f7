import { describe, expect, test } from '@jest/globals';
import { createRouteTree } from './route-tree.ts';

const routes = [
  'GET /orders',
  'GET /orders/events',
  'GET /orders/:id',
  'POST /orders/:id/cancel',
  'PUT /orders/:id',
];
const lookUp = createRouteTree(
  routes.map((text) => {
    const [method = '', path = ''] = text.split(' ');
    return { method, path, text };
  }),
);
const found = (path: string): string[] => [...(lookUp(path)?.values() ?? [])].map(({ text }) => text);

describe('the tree of routes', () => {
  test.each([
    ['/orders', ['GET /orders']],
    ['/orders/', ['GET /orders']],
    ['/orders/events', ['GET /orders/events']],
    ['/orders/7', ['GET /orders/:id', 'PUT /orders/:id']],
    ['/orders/a%2Fb', ['GET /orders/:id', 'PUT /orders/:id']],
    ['/orders/events/cancel', ['POST /orders/:id/cancel']],
    ['/orders//', []],
    ['/orders/7/8', []],
    ['/ORDERS', []],
    ['/order', []],
    ['/', []],
    ['', []],
    ['/__proto__', []],
  ])('leads %s to %j', (path, expected) => {
    expect(found(path)).toEqual(expected);
  });
});

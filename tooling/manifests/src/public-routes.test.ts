import { expect, test } from '@jest/globals';
import { aRoute, anIngress } from '../test/a-route.ts';
import { publicRouteFaults } from './public-routes.ts';

test('finds no fault where the shop is at its origin, by TLS, and nothing else is', () => {
  expect(publicRouteFaults(anIngress({}))).toEqual([]);
  expect(publicRouteFaults(aRoute({}))).toEqual([]);
});

test.each([
  ['a Service that is not there', anIngress({ service: 'gatewya' }), 'there is no Service gatewya'],
  ['a port that it has not', anIngress({ port: 'htpp' }), 'Service gateway has no port htpp'],
  [
    'the probes',
    anIngress({ service: 'management', port: 'metrics' }),
    'leads to gateway:8081, which is not public',
  ],
  ['another host than its origin', anIngress({ host: 'replaced.invalid' }), 'is not at shop.example.com'],
  [
    'a host with a port',
    anIngress({ origin: 'https://shop.example.com:8443', host: 'shop.example.com:8443' }),
    'is not at shop.example.com',
  ],
  ['an origin without TLS', anIngress({ origin: 'http://shop.example.com' }), 'needs an origin with https'],
  ['no certificate', anIngress({ tls: 'other.example.com' }), 'no certificate for shop.example.com'],
  ['a route to a port that is not there', aRoute({ port: 8080 }), 'Service gateway has no port 8080'],
  ['a route for another host', aRoute({ host: 'replaced.invalid' }), 'is not at shop.example.com'],
  [
    'a Service open by itself',
    anIngress({ type: 'LoadBalancer', service: 'management', port: 'metrics' }),
    'Service management: a LoadBalancer is open to anyone',
  ],
])('finds %s', (_what, resources, fault) => {
  expect(publicRouteFaults(resources).join('\n')).toContain(fault);
});

import { describe, expect, test } from '@jest/globals';

import { matchNames, parseArguments } from './arguments.ts';
import { HostError } from './host-error.ts';

const names = ['catalog', 'ordering-api', 'ordering-worker', 'gateway'];
const parse = (...argv: string[]) => parseArguments(argv, names);

test('runs everything without options', () => {
  expect(parse('dev')).toEqual({
    mode: 'dev',
    only: [],
    filter: [],
    compose: false,
    inspect: false,
    reset: false,
    portOffset: 0,
    detour: 0,
    home: '.quayside',
    help: false,
  });
});

test('takes names by comma, by repetition and by their beginning', () => {
  expect(parse('dev', '--only', 'catalog,ordering', '--only=gateway').only).toEqual([
    'catalog',
    'ordering-api',
    'ordering-worker',
    'gateway',
  ]);
});

test('ignores the separator that package managers pass on', () => {
  expect(parse('start', '--', '--port-offset', '1000')).toMatchObject({ mode: 'start', portOffset: 1000 });
});

describe('refuses, naming what is wrong', () => {
  test.each([
    [['serve'], 'Expected "dev" or "start", not "serve"'],
    [['dev', '--only', 'katalog'], '--only: there is no process "katalog"; there are catalog, ordering-api'],
    [['dev', '--port-offset', 'ten'], '--port-offset must be a whole number from 0 to 5000, not "ten"'],
    [['dev', '--port-offset', '60000'], 'not "60000"'],
    [
      ['dev', '--port-offset', '2000'],
      '--port-offset 2000 puts gateway on 10080, which browsers refuse: take another',
    ],
    [['dev', '--port-offset', '3000'], '--port-offset 3000 puts storefront on 6000, which browsers refuse'],
    [['dev', '--port-offset', '-5'], "Option '--port-offset' argument is ambiguous. See --help"],
    [['dev', '--turbo'], "Unknown option '--turbo'. See --help"],
  ])('%j', (argv, message) => {
    expect(() => parse(...argv)).toThrow(HostError);
    expect(() => parse(...argv)).toThrow(message);
  });
});

test('a name does not mean what merely begins with the same letters', () => {
  expect(matchNames('order', names)).toEqual([]);
});

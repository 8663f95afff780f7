import { expect, test } from '@jest/globals';
import { commands, type Command } from '../commands.ts';
import { outcomeOf } from './outcome.ts';

const command = commands.find(({ name }) => name === 'identity-carry-over') as Command;
const outcome = (succeeded: boolean, ...lines: string[]) =>
  outcomeOf(command, { succeeded, output: `${lines.join('\n')}\n` });

test('what a step left is the figures it closes with', () => {
  const figures = { accounts: 3, topicsDeleted: 1 };
  expect(outcome(true, '{"msg":"begun"}', JSON.stringify({ carriedOver: figures }))).toEqual({
    faults: [],
    carriedOver: figures,
  });
});

test('what is in the way is said by the names that whoever runs the command has to set', () => {
  expect(
    outcome(
      false,
      'identity-carry-over cannot start. The configuration has 2 fault(s):',
      '  - DATABASE_URL is missing (the database)',
      '  - KAFKA_BROKERS is missing (the brokers)',
      '  - identity still runs: it has 2 connection(s) to its database. Stop it',
    ).faults,
  ).toEqual([
    'identity: IDENTITY_DATABASE_URL is missing (the database)',
    'identity: KAFKA_BROKERS is missing (the brokers)',
    'identity: identity still runs: it has 2 connection(s) to its database. Stop it',
  ]);
});

test('one that was broken off says by what, in one line', () => {
  expect(
    outcome(
      false,
      '{"level":60,"err":{"message":"lock timeout","stack":"Error: …"},"msg":"could not start"}',
    ),
  ).toEqual({
    faults: ['identity: it was broken off. lock timeout'],
  });
  expect(outcome(false, 'Killed').faults).toEqual(['identity: it was broken off. Killed']);
});

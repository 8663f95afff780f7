import { expect, test } from '@jest/globals';
import { stepsOf } from './steps.ts';

/** `a1` is of kind a and has the key 1. */
const steps = (messages: string): string[] =>
  stepsOf(messages.split(' '), { kind: (message) => message[0], key: (message) => message[1] ?? '' }).map(
    (step) => step.join(' '),
  );

test('messages of one kind go together, also across those of other kinds', () => {
  expect(steps('a1 b2 a3 b4')).toEqual(['a1 a3', 'b2 b4']);
});

test('messages of one key keep their order', () => {
  expect(steps('a1 b1 a1 b1')).toEqual(['a1', 'b1', 'a1', 'b1']);
  expect(steps('b2 a1 b1')).toEqual(['b2', 'a1', 'b1']);
  expect(steps('a1 a1')).toEqual(['a1 a1']);
});

test('a message joins the latest step of its kind alone', () => {
  expect(steps('a1 b1 a1 b2 a3')).toEqual(['a1', 'b1 b2', 'a1 a3']);
});

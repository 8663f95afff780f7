import { describe, expect, test } from '@jest/globals';
import { readState, stateWith } from './sign-in-state.ts';

const origin = 'http://localhost:8080';

describe('the state of a sign-in', () => {
  test.each([
    ['/checkout?step=2', false],
    ['/catalog?q=%C3%96ljacke', true],
  ])('knows the way back to %s, and whether it was begun anew', (returnTo, isAgain) => {
    expect(readState(stateWith('random', returnTo, isAgain), origin)).toEqual({ returnTo, isAgain });
  });

  test.each([
    '',
    'random',
    'random.!!!',
    `random.${Buffer.from('https://evil.example/').toString('base64url')}`,
  ])('that is %j leads home', (state) =>
    expect(readState(state, origin)).toEqual({ returnTo: '/', isAgain: false }),
  );
});

import { safeReturnTo } from './return-to.ts';

const again = 'again';

/** The `state` of a sign-in that also knows the way back, for when all else of it has expired. */
export const stateWith = (random: string, returnTo: string, isAgain: boolean): string =>
  [random, Buffer.from(returnTo).toString('base64url'), ...(isAgain ? [again] : [])].join('.');

/** What a state says that may be anybody's: where to go, and whether the sign-in was begun anew already. */
export const readState = (state: string, publicOrigin: string): { returnTo: string; isAgain: boolean } => {
  const [, returnTo = '', mark] = state.split('.');
  return {
    returnTo: safeReturnTo(Buffer.from(returnTo, 'base64url').toString(), publicOrigin),
    isAgain: mark === again,
  };
};

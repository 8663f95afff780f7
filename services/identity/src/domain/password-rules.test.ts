import { describe, expect, test } from '@jest/globals';
import { passwordFault } from './password-rules.ts';
import { shopWords } from './shop-words.ts';

const owner = { email: 'maren.lind@fjordpost.example', name: 'Maren Lind' };
const common = new Set(['1234567890', 'password1', 'letmein1']);
const guessable = {
  isCommon: (text: string) => common.has(text),
  shopWords: shopWords('https://shop.fenderworks.example'),
};
const faultOf = (password: string) => passwordFault(password, owner, guessable);

describe('a password', () => {
  test.each([
    'rope and tar',
    'eight ok',
    'x7!kQ2#m',
    '⚓'.repeat(6) + '🛟🌊',
    'p'.repeat(64) + 'qr'.repeat(32),
    'maren has a boat and a dog',
  ])('%j is taken', (password) => expect(faultOf(password)).toBeUndefined());

  test.each([
    ['short one', 'seven77', 'at least 8'],
    ['endless one', 'xyz'.repeat(43), '128 characters at most'],
    ['much used one', '1234567890', 'everybody tries'],
    ['much used one in capitals', 'PASSWORD1', 'everybody tries'],
    ['much used one in wide letters', 'ｌｅｔｍｅｉｎ１', 'everybody tries'],
    ['one sign again and again', 'aaaaaaaaaa', 'everybody tries'],
    ['the e-mail address', 'Maren.Lind@fjordpost.example', 'too close'],
    ['what stands before the @', 'marenlind', 'too close'],
    ['the name with a year', 'Maren Lind 99', 'too close'],
    ['the last name with signs', '!!Lind!!99', 'too close'],
    ['the provider', 'fjordpost1', 'too close'],
    ['the shop', 'Quayside1', 'name of this shop'],
    ['the host of the shop', 'Fenderworks.99', 'name of this shop'],
    ['whole host of the shop', 'shop.fenderworks.example', 'name of this shop'],
    ['the part of the staff', 'Merchandiser!1', 'name of this shop'],
  ])('that is the %s is refused', (_what, password, why) => expect(faultOf(password)).toContain(why));
});

import type { AccountWords } from './account-words.ts';

const notYou =
  'If that was not you, set a new password now: somebody else may know the present one. The page "Your account" shows who is signed in.';

export const englishAccountWords: AccountWords = {
  confirm: 'Confirm my address',
  useAddress: 'Use this address',
  setPassword: 'Set a new password',
  orOpen: 'Or open this address:',
  farewell: 'The crew at Quayside',
  says: {
    confirm: (email) => ({
      subject: 'Confirm your address for Quayside',
      heading: 'Is this your address?',
      paragraphs: [
        `An account at Quayside was made with the address ${email}. Confirm it, and the account is yours for good: you can sign in everywhere, and we can write to you.`,
        'The link works once, for seven days.',
      ],
      otherwise:
        'If you made no account, leave this mail alone: without you the account ends by itself, and no other mail will come of it.',
    }),
    'change-email': (email) => ({
      subject: 'Confirm your new address for Quayside',
      heading: 'Your new address',
      paragraphs: [
        `The owner of an account at Quayside wants to use ${email} from now on. The link works once, for a day.`,
      ],
      otherwise: 'If you have no account with us, leave this mail alone: nothing changes without you.',
    }),
    reset: () => ({
      subject: 'Set a new password for Quayside',
      heading: 'A new password',
      paragraphs: [
        'Somebody, most likely you, asked to set a new password for your account at Quayside. The link works once, for half an hour.',
      ],
      otherwise: 'If you did not ask for it, leave this mail alone: your password stays as it is.',
    }),
    'address-in-use': () => ({
      subject: 'You have an account at Quayside',
      heading: 'You are aboard already',
      paragraphs: [
        'Somebody, perhaps you, wanted to make or move an account with your address. You have one already: sign in with it, or set a new password if you forgot yours.',
      ],
      otherwise: 'If that was not you, there is nothing to do: your account is untouched.',
    }),
    'password-changed': () => ({
      subject: 'Your password at Quayside was changed',
      heading: 'Your password was changed',
      paragraphs: ['Everybody who was signed in to your account has been signed out.'],
      otherwise: notYou,
    }),
    'email-changed': () => ({
      subject: 'Your address at Quayside was changed',
      heading: 'Your account has another address',
      paragraphs: ['From now on your account is signed in to, and written to, under another e-mail address.'],
      otherwise: 'If that was not you, answer this mail at once.',
    }),
    'second-factor-on': () => ({
      subject: 'Sign-in with a code is on at Quayside',
      heading: 'A code, besides your password',
      paragraphs: ['From now on signing in to your account takes a code of your authenticator app as well.'],
      otherwise: notYou,
    }),
    'second-factor-off': () => ({
      subject: 'Sign-in with a code is off at Quayside',
      heading: 'No code any more',
      paragraphs: ['From now on signing in to your account takes your password alone.'],
      otherwise: notYou,
    }),
    'passkey-added': () => ({
      subject: 'A passkey was added at Quayside',
      heading: 'A passkey for your account',
      paragraphs: ['From now on your account opens with it as well, without your password.'],
      otherwise: notYou,
    }),
    'sign-in-linked': () => ({
      subject: 'Another sign-in was linked at Quayside',
      heading: 'Another way into your account',
      paragraphs: [
        'An account at another provider was linked to yours. From now on it opens your account as well; your page “Your account” says which one it is.',
      ],
      otherwise: notYou,
    }),
    'sign-in-unlinked': () => ({
      subject: 'A linked sign-in was removed at Quayside',
      heading: 'One way in less',
      paragraphs: ['The account at another provider does not open your account any more.'],
      otherwise: notYou,
    }),
    'passkey-removed': () => ({
      subject: 'A passkey was removed at Quayside',
      heading: 'A passkey less',
      paragraphs: ['It does not open your account any more.'],
      otherwise: notYou,
    }),
  },
};

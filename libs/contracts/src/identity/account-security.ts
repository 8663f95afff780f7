import { z } from 'zod';
import { timestamp } from '../shared/ids.ts';
import { writtenLine } from '../shared/text.ts';

const password = z.string().min(1).max(512);

/** A key of the account on a device, or in a keychain of several. */
export const passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    isSynced: z.boolean(),
    createdAt: timestamp,
    lastUsedAt: timestamp.optional(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkey>;

/** An account at another provider, which opens the account here. */
export const outsideSignIn = z
  .object({
    id: z.uuid(),
    provider: z.string(),
    /** As the provider called it then. */
    email: z.string().optional(),
    linkedAt: timestamp,
    lastUsedAt: timestamp.optional(),
  })
  .meta({ id: 'OutsideSignIn' });
export type OutsideSignInView = z.infer<typeof outsideSignIn>;

/** In which mails are written. */
const accountLanguage = z.enum(['en', 'de']);
export type AccountLanguage = z.infer<typeof accountLanguage>;
export const languageChoice = z.strictObject({ language: accountLanguage }).meta({ id: 'LanguageChoice' });

/** How an account is protected, as Identity knows it. */
export const accountProtection = z
  .object({
    email: z.string(),
    emailConfirmed: z.boolean(),
    /** Absent from the version before. */
    language: accountLanguage.optional(),
    secondFactor: z.object({ on: z.boolean(), recoveryCodesLeft: z.int().nonnegative() }),
    /** An Identity of the version before knows none. */
    passkeys: z.array(passkey).default([]),
    /** False where the account began at another provider, and nobody set a password since. */
    hasPassword: z.boolean().default(true),
    /** Other providers by which one may sign in. */
    outsideProviders: z.array(z.object({ id: z.string(), label: z.string() })).default([]),
    outsideSignIns: z.array(outsideSignIn).default([]),
  })
  .meta({ id: 'AccountProtection' });

/** A browser in which an account is signed in. */
export const accountSession = z
  .object({
    id: z.string(),
    /** Whether it is the one that asks. */
    isThis: z.boolean(),
    device: z.string(),
    address: z.string().optional(),
    signedInAt: timestamp.optional(),
  })
  .meta({ id: 'AccountSession' });
export type AccountSession = z.infer<typeof accountSession>;

/** Answer of the gateway's `GET /api/v1/account/security`. */
export const accountSecurity = accountProtection
  .extend({ sessions: z.array(accountSession) })
  .meta({ id: 'AccountSecurity' });
export type AccountSecurity = z.infer<typeof accountSecurity>;

/** Whoever changes what protects an account shows once more that it is theirs. */
export const passwordProof = z.strictObject({ password }).meta({ id: 'PasswordProof' });
export const passwordChange = z
  .strictObject({ password, newPassword: password })
  .meta({ id: 'PasswordChange' });
export const emailChange = z
  .strictObject({ password, email: z.string().trim().min(3).max(254) })
  .meta({ id: 'EmailChange' });
export const factorCode = z
  .strictObject({ code: z.string().trim().min(6).max(40) })
  .meta({ id: 'FactorCode' });

/** What an authenticator app needs to know; told once. */
export const newSecondFactor = z
  .object({
    secret: z.string(),
    /** `otpauth://…`, for an app on the same device. */
    uri: z.string(),
    /** The same as a QR code: an SVG path in squares of 1, and how many of them a side has. */
    qr: z.object({ size: z.int().positive(), path: z.string() }),
  })
  .meta({ id: 'NewSecondFactor' });
export type NewSecondFactor = z.infer<typeof newSecondFactor>;

/** Each signs in once in place of a code; told once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

const passkeyName = writtenLine(60);
export const passkeyId = z.string().regex(/^[\w-]{16,1400}$/);

/** What the browser needs to make a passkey (WebAuthn), and until when. */
export const newPasskey = z
  .object({ until: z.int(), options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'NewPasskey' });
/** What the browser made: `PublicKeyCredential.toJSON()`. */
export const madePasskey = z
  .strictObject({ until: z.int(), name: passkeyName, response: z.record(z.string(), z.unknown()) })
  .meta({ id: 'MadePasskey' });
export const passkeyNaming = z.strictObject({ name: passkeyName }).meta({ id: 'PasskeyNaming' });

/** Whoever links an account at another provider shows that this one is theirs, and goes where the answer says. */
export const newOutsideSignIn = z
  .strictObject({
    password,
    provider: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    /** Of the page that they come back to. */
    language: z.enum(['en', 'de']).default('en'),
  })
  .meta({ id: 'NewOutsideSignIn' });
/** The path of a page of ours, good for ten minutes in the browser that is signed in. */
export const outsideWay = z.object({ url: z.string().startsWith('/identity/') }).meta({ id: 'OutsideWay' });

/** Why what protects an account stays as it is. */
export const protectionProblems = {
  'wrong-password': { status: 422, title: 'That is not the password of this account' },
  'password-refused': { status: 422, title: 'This password may not be used' },
  'email-malformed': { status: 422, title: 'That is no e-mail address' },
  'code-wrong': { status: 422, title: 'That code is not right, or not any more' },
  'passkey-refused': { status: 422, title: 'The passkey could not be checked; try once more' },
  'passkey-known': { status: 409, title: 'This passkey is known already' },
  'passkey-not-found': { status: 404, title: 'There is no such passkey' },
  'too-many-passkeys': { status: 409, title: 'An account has 20 passkeys at most' },
  'password-not-set': {
    status: 422,
    title: 'This account has no password yet; set one by a link in a mail first',
  },
  'provider-not-found': { status: 404, title: 'There is no such provider' },
  'sign-in-not-found': { status: 404, title: 'No such sign-in opens this account' },
  'last-way-in': { status: 409, title: 'Without it nobody gets into this account any more' },
  'second-factor-on': { status: 409, title: 'Signing in takes a code already' },
  'second-factor-not-begun': { status: 409, title: 'Begin to set up the codes first' },
  'too-many-attempts': { status: 429, title: 'That was tried too often; wait a while' },
} as const;

import { cleanLine, isPersonName } from '@quayside/contracts';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { isEmail } from '@quayside/contracts/email';
import type { RegistrationFaults } from '../pages/register-page.ts';
import type { PageLanguage } from '../language/say.ts';

const email = z
  .string()
  .trim()
  .max(254, 'That is longer than an e-mail address can be.')
  .refine(isEmail, 'Enter an e-mail address like name@example.com.');

export const signInForm = z.strictObject({
  // PostgreSQL could not even look for a NUL character.
  email: z
    .string()
    .max(512)
    .refine((text) => !text.includes('\0')),
  password: z.string().max(512),
});

const passkeyAnswer = z
  .string()
  .max(6000)
  .transform((text, context): AuthenticationResponseJSON => {
    try {
      return JSON.parse(text) as AuthenticationResponseJSON;
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .refine((answer) => typeof answer === 'object' && answer !== null);

/** What the browser says for a passkey; with a proof it comes after a password. */
export const passkeyForm = z.strictObject({ response: passkeyAnswer, proof: z.string().max(200).optional() });

export const codeForm = z.strictObject({ proof: z.string().max(200), code: z.string().max(100) });

export const registrationForm = z.strictObject({
  name: z
    .string()
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, 'Enter your name.')
        .max(100, 'Use 100 characters at most.')
        .refine(isPersonName, 'Use letters, spaces and punctuation only, and no address of a page.'),
    ),
  email,
  password: z.string().max(512, 'Use 128 characters at most.'),
});

/** Of somebody who comes from another provider: without a password. */
export const outsideRegistrationForm = registrationForm.omit({ password: true });

/** The first fault of each field; undefined where the form itself has another shape than ours. */
export const faultsOf = (error: z.ZodError): RegistrationFaults | undefined => {
  const faults: RegistrationFaults = {};
  for (const issue of error.issues) {
    const field = issue.path[0];
    if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_type') return undefined;
    if (field === 'name' || field === 'email' || field === 'password') faults[field] ??= issue.message;
  }
  return faults;
};

/**
 * The first language of `Accept-Language`, such as `en` or `da-DK`. Whoever registers on a page in another one that we
 * speak is written to in that.
 */
export const localeOf = (acceptLanguage: string | undefined, page: PageLanguage): string => {
  const first = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})?/.exec(acceptLanguage ?? '')?.[0] ?? 'en';
  return page === 'de' && !first.startsWith('de') ? page : first;
};

import {
  OutsideLinkTaken,
  OutsideProviderAway,
  OutsideRefused,
  TooManyAttempts,
  TooManyOutsideLinks,
} from '../domain/errors.ts';
import { say } from './language/say.ts';
import { refusalOf } from './interactions/refusal.ts';

/** What became of a way to another provider that led nowhere, as it stands in an address. */
export type OutsideOutcome = 'away' | 'cancelled' | 'refused';

export const outcomeOf = (error: unknown): OutsideOutcome => {
  if (error instanceof OutsideProviderAway) return 'away';
  if (error instanceof OutsideRefused) return error.byOwner ? 'cancelled' : 'refused';
  throw error;
};

const words = {
  away: () => ({
    status: 503,
    text: (label: string) =>
      say('{label} cannot be reached right now. Sign in with your password, or try again in a while.', {
        label,
      }),
  }),
  cancelled: () => ({
    status: 200,
    text: (label: string) => say('{label} did not sign you in. Nothing was changed.', { label }),
  }),
  refused: () => ({
    status: 400,
    text: (label: string) =>
      say('What {label} sent back could not be checked. Try once more, or sign in with your password.', {
        label,
      }),
  }),
};

const isOutcome = (value: unknown): value is OutsideOutcome =>
  typeof value === 'string' && Object.hasOwn(words, value);

const outcomeNotice = (outcome: OutsideOutcome, label: string): { status: number; notice: string } => {
  const { status, text } = words[outcome]();
  return { status, notice: text(label) };
};

/** The same as the address says it. */
export const outcomeIn = (
  { outside, by }: Readonly<Record<string, unknown>>,
  offered: readonly { readonly id: string; readonly label: string }[],
): { status: number; notice: string } | undefined => {
  const provider = offered.find(({ id }) => id === by);
  return provider && isOutcome(outside) ? outcomeNotice(outside, provider.label) : undefined;
};

/** The same for what is thrown on the way. */
export const outsideRefusalOf = (
  error: unknown,
  label: string,
): { status: number; notice: string; retryAfter?: number } =>
  error instanceof OutsideProviderAway || error instanceof OutsideRefused
    ? outcomeNotice(outcomeOf(error), label)
    : refusalOf(error);

export const isOutsideRefusal = (error: unknown): boolean =>
  [OutsideProviderAway, OutsideRefused, OutsideLinkTaken, TooManyOutsideLinks, TooManyAttempts].some(
    (kind) => error instanceof kind,
  );

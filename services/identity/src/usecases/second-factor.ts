import { generateSecret, generateURI, verifySync } from 'otplib';
import { SecondFactorIsOn, SecondFactorNotBegun, WrongCode } from '../domain/errors.ts';
import { proofLimit } from '../domain/mail-limits.ts';
import type { ProvePassword } from './prove-password.ts';
import { namingOwner, type AttemptLimits } from './sign-in.ts';

interface Factor {
  readonly secret: string;
  readonly isOn: boolean;
  readonly lastStep: number;
}

export interface SecondFactorPorts {
  readonly factors: {
    find(userId: string): Promise<Factor | undefined>;
    begin(userId: string, secret: string): Promise<boolean>;
    take(
      userId: string,
      stepOf: (factor: Factor) => number | undefined,
    ): Promise<{ taken: boolean; recoveryCodes?: readonly string[] }>;
    takeRecoveryCode(userId: string, code: string): Promise<boolean>;
    turnOff(userId: string): Promise<void>;
  };
  readonly provePassword: ProvePassword;
  readonly attempts: AttemptLimits;
  readonly now: () => Date;
}

/** A phone's clock may be half a minute off. */
const toleranceSeconds = 30;

/** A code of an authenticator app (TOTP, RFC 6238) beside the password. */
export const createSecondFactor = ({ factors, provePassword, attempts, now }: SecondFactorPorts) => {
  const stepOf =
    (code: string) =>
    ({ secret, lastStep }: Factor): number | undefined => {
      const found = verifySync({
        strategy: 'totp',
        secret,
        token: code,
        epoch: Math.floor(now().getTime() / 1000),
        epochTolerance: toleranceSeconds,
      });
      return found.valid && 'timeStep' in found && found.timeStep > lastStep ? found.timeStep : undefined;
    };

  const counted = async <T>(userId: string, attempt: () => Promise<T>): Promise<T> => {
    const limits = [proofLimit('code', userId)];
    await attempts.admit(limits, now()).catch(namingOwner(userId));
    const result = await attempt();
    await attempts.forget(limits);
    return result;
  };

  return {
    /** Rejects with SecondFactorIsOn, and with what a password is refused by. */
    begin: async (userId: string, password: string): Promise<{ secret: string; uri: string }> => {
      const { email } = await provePassword(userId, password);
      const secret = generateSecret();
      if (!(await factors.begin(userId, secret))) throw new SecondFactorIsOn();
      return { secret, uri: generateURI({ issuer: 'Quayside', label: email, secret }) };
    },

    /** Resolves to the recovery codes. */
    turnOn: (userId: string, code: string): Promise<readonly string[]> =>
      counted(userId, async () => {
        const factor = await factors.find(userId);
        if (!factor) throw new SecondFactorNotBegun();
        if (factor.isOn) throw new SecondFactorIsOn();
        const { taken, recoveryCodes } = await factors.take(userId, stepOf(code.replaceAll(/\s/g, '')));
        if (!taken || !recoveryCodes) throw new WrongCode(userId);
        return recoveryCodes;
      }),

    turnOff: async (userId: string, password: string): Promise<void> => {
      await provePassword(userId, password);
      await factors.turnOff(userId);
    },

    /**
     * At sign-in: a code of the app, or one of the recovery codes. Resolves to which of the two it was. Rejects with
     * WrongCode and TooManyAttempts.
     */
    prove: (userId: string, code: string): Promise<'app' | 'recovery-code'> =>
      counted(userId, async () => {
        const digits = code.replaceAll(/\s/g, '');
        const isOfApp = /^\d{6}$/.test(digits);
        const right = isOfApp
          ? (await factors.take(userId, stepOf(digits))).taken
          : await factors.takeRecoveryCode(userId, code);
        if (!right) throw new WrongCode(userId);
        return isOfApp ? 'app' : 'recovery-code';
      }),
  };
};
export type SecondFactor = ReturnType<typeof createSecondFactor>;

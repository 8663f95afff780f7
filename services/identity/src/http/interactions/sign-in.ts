import { addressKey, clientAddress } from '@quayside/http';
import { securityReference, type SecurityFacts, type SecurityLog } from '@quayside/runtime';
import type { Request, Response } from 'express';
import type { WayIn } from '../../domain/way-in.ts';
import type { Passkeys } from '../../usecases/passkeys.ts';
import type { SignIn } from '../../usecases/sign-in.ts';
import type { KnownDevices } from '../known-device.ts';
import { outcomeIn } from '../outside-words.ts';
import { noteRefused } from '../note-refused.ts';
import { codePage } from '../pages/code-page.ts';
import { malformedPage } from '../pages/plain-pages.ts';
import { linkPage } from '../pages/outside-pages.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { FactorProofs } from './factor-proof.ts';
import { codeForm, passkeyForm, signInForm } from './forms.ts';
import type { InteractionHandler, OpenInteraction } from './interaction.ts';
import { refusalOf } from './refusal.ts';
import { pageFacts } from '../page-facts.ts';
import { say } from '../language/say.ts';

export interface SignInSteps {
  readonly signIn: SignIn;
  readonly devices: KnownDevices;
  readonly factorIsOn: (userId: string) => Promise<boolean>;
  /** Rejects with WrongCode and TooManyAttempts. */
  readonly proveFactor: (userId: string, code: string) => Promise<'app' | 'recovery-code'>;
  readonly proofs: FactorProofs;
  readonly passkeys: Pick<Passkeys, 'ask' | 'signIn' | 'prove'>;
  /** Other providers by which one may sign in. */
  readonly offered: readonly { readonly id: string; readonly label: string }[];
  readonly security: SecurityLog;
}

const sendRefusal = async (
  res: Response,
  error: unknown,
  page: (notice: string) => Promise<string>,
): Promise<void> => {
  const { status, notice, retryAfter } = refusalOf(error);
  if (retryAfter !== undefined) res.set('retry-after', String(retryAfter));
  res.status(status).send(await page(notice));
};

const sendMalformed = (res: Response): void => void res.status(400).send(malformedPage());

/** Where an authorization request first lands. */
export const showFirstPage: InteractionHandler = async (_req, res, { at, again, wantsRegister }) => {
  res.redirect(303, `${at}/${wantsRegister ? 'register' : 'sign-in'}${again}`);
};

/** The page with what a passkey is asked by; `page` is drawn after it is known. */
export const signInPageOf = async (
  { passkeys, offered }: Pick<SignInSteps, 'passkeys' | 'offered'>,
  { at, again, isOnceMore, uid, linking }: OpenInteraction,
  { email, notice }: { email: string; notice?: string },
): Promise<string> => {
  const { options } = await passkeys.ask(uid);
  const page = { at, again, passkey: options, email, ...(notice && { notice }) };
  return linking ? linkPage({ ...page, ...linking }) : signInPage({ ...page, isOnceMore, offered });
};

export const codePageOf = async (
  { passkeys }: Pick<SignInSteps, 'passkeys'>,
  { at, again, uid }: OpenInteraction,
  { userId, proof, notice }: { userId: string; proof: string; notice?: string },
): Promise<string> => {
  const { options, any } = await passkeys.ask(uid, userId);
  return codePage({ at, again, proof, ...(any && { passkey: options }), ...(notice && { notice }) });
};

export const showSignIn =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const { status, notice } = outcomeIn(req.query, steps.offered) ?? { status: 200 };
    const email = interaction.loginHint;
    res.status(status).send(await signInPageOf(steps, interaction, { email, ...(notice && { notice }) }));
  };

/** What ties the steps of one sign-in together in the security log: nothing that opens it. */
export const signInFacts = (req: Request, { uid }: OpenInteraction): SecurityFacts => ({
  ...pageFacts(req),
  session: securityReference(uid),
});

export const letIn = async (
  { devices, security }: SignInSteps,
  {
    req,
    res,
    interaction,
    userId,
    way,
  }: { req: Request; res: Response; interaction: OpenInteraction; userId: string; way: WayIn },
): Promise<void> => {
  if (interaction.linking) {
    await interaction.linking.link(userId);
    security.note('user_updated', { ...pageFacts(req), userId, reason: 'outside-linked' });
  }
  devices.remember(req, res, userId);
  security.note('authn_login_success', {
    ...signInFacts(req, interaction),
    userId,
    reason: way.join('+'),
  });
  await interaction.finish(userId, way);
};

export const sendTooLate = async (
  steps: SignInSteps,
  interaction: OpenInteraction,
  res: Response,
): Promise<void> => {
  const notice = say('That took too long. Please begin anew.');
  res.status(400).send(await signInPageOf(steps, interaction, { email: '', notice }));
};

export const submitSignIn =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const form = signInForm.safeParse(req.body);
    if (!form.success) return sendMalformed(res);
    const { uid } = interaction;
    try {
      const attempt = {
        ...form.data,
        address: addressKey(clientAddress(req)),
        knownDevice: steps.devices.of(req),
      };
      const userId = await steps
        .signIn(attempt)
        .catch(noteRefused(steps.security, req, 'sign-in', signInFacts(req, interaction)));
      if (await steps.factorIsOn(userId))
        res.send(await codePageOf(steps, interaction, { userId, proof: steps.proofs.make(uid, userId) }));
      else await letIn(steps, { req, res, interaction, userId, way: ['pwd'] });
    } catch (error) {
      const { email } = form.data;
      await sendRefusal(res, error, (notice) => signInPageOf(steps, interaction, { email, notice }));
    }
  };

export const submitCode =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const form = codeForm.safeParse(req.body);
    if (!form.success) return sendMalformed(res);
    const { uid } = interaction;
    const { proof, code } = form.data;
    const proven = steps.proofs.provenIn(proof, uid);
    if (proven === undefined) {
      return sendTooLate(steps, interaction, res);
    }
    const { userId, by: first } = proven;
    try {
      const by = await steps
        .proveFactor(userId, code)
        .catch(noteRefused(steps.security, req, 'sign-in', signInFacts(req, interaction)));
      if (by === 'recovery-code') {
        const facts = { ...signInFacts(req, interaction), userId, reason: 'recovery-code-used' };
        steps.security.note('authn_token_delete', facts);
      }
      await letIn(steps, { req, res, interaction, userId, way: [first, 'otp'] });
    } catch (error) {
      await sendRefusal(res, error, (notice) => codePageOf(steps, interaction, { userId, proof, notice }));
    }
  };

/** A passkey alone, which whoever has it opened with a finger, a face or a PIN; or one beside a password. */
export const submitPasskey =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const form = passkeyForm.safeParse(req.body);
    if (!form.success) return sendMalformed(res);
    const { uid } = interaction;
    const { response, proof } = form.data;
    const refused = noteRefused(steps.security, req, 'sign-in', signInFacts(req, interaction));
    const proven = proof === undefined ? undefined : steps.proofs.provenIn(proof, uid);
    const owner = proven?.userId;
    if (proof !== undefined && owner === undefined) return sendTooLate(steps, interaction, res);
    try {
      if (proven && owner !== undefined) {
        await steps.passkeys.prove(uid, owner, response).catch(refused);
        return await letIn(steps, { req, res, interaction, userId: owner, way: [proven.by, 'pop'] });
      }
      const userId = await steps.passkeys.signIn(uid, response).catch(refused);
      await letIn(steps, { req, res, interaction, userId, way: ['pop', 'user', 'mfa'] });
    } catch (error) {
      await sendRefusal(res, error, (notice) =>
        owner === undefined || proof === undefined
          ? signInPageOf(steps, interaction, { email: '', notice })
          : codePageOf(steps, interaction, { userId: owner, proof, notice }),
      );
    }
  };

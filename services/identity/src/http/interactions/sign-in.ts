import { addressKey, clientAddress } from '@quayside/http';
import { securityReference, type SecurityFacts, type SecurityLog } from '@quayside/runtime';
import type { Request, Response } from 'express';
import type { SignIn } from '../../usecases/sign-in.ts';
import type { KnownDevices } from '../known-device.ts';
import { noteRefused } from '../note-refused.ts';
import { codePage } from '../pages/code-page.ts';
import { faultPage } from '../pages/plain-pages.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { FactorProofs } from './factor-proof.ts';
import { codeForm, signInForm } from './forms.ts';
import type { InteractionHandler, OpenInteraction } from './interaction.ts';
import { refusalOf } from './refusal.ts';
import { pageFacts } from '../page-facts.ts';

export interface SignInSteps {
  readonly signIn: SignIn;
  readonly devices: KnownDevices;
  readonly factorIsOn: (userId: string) => Promise<boolean>;
  /** Rejects with WrongCode and TooManyAttempts. */
  readonly proveFactor: (userId: string, code: string) => Promise<'app' | 'recovery-code'>;
  readonly proofs: FactorProofs;
  readonly security: SecurityLog;
}

const sendRefusal = (res: Response, error: unknown, page: (notice: string) => string): void => {
  const { status, notice, retryAfter } = refusalOf(error);
  if (retryAfter !== undefined) res.set('retry-after', String(retryAfter));
  res.status(status).send(page(notice));
};

const sendMalformed = (res: Response): void => {
  const text = 'Please go back and try again.';
  res.status(400).send(faultPage({ title: 'We could not read that form', text, code: 'malformed-form' }));
};

/** Where an authorization request first lands. */
export const showFirstPage: InteractionHandler = async (_req, res, { at, again, wantsRegister }) => {
  res.redirect(303, `${at}/${wantsRegister ? 'register' : 'sign-in'}${again}`);
};

export const showSignIn: InteractionHandler = async (_req, res, { at, again, isOnceMore, loginHint }) => {
  res.send(signInPage({ at, again, isOnceMore, email: loginHint }));
};

/** What ties the steps of one sign-in together in the security log: nothing that opens it. */
const signInFacts = (req: Request, { uid }: OpenInteraction): SecurityFacts => ({
  ...pageFacts(req),
  session: securityReference(uid),
});

const letIn = async (
  { devices, security }: SignInSteps,
  {
    req,
    res,
    interaction,
    userId,
    amr,
  }: { req: Request; res: Response; interaction: OpenInteraction; userId: string; amr: string[] },
): Promise<void> => {
  devices.remember(req, res, userId);
  security.note('authn_login_success', {
    ...signInFacts(req, interaction),
    userId,
    reason: amr.join('+'),
  });
  await interaction.finish(userId, amr);
};

export const submitSignIn =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const form = signInForm.safeParse(req.body);
    if (!form.success) return sendMalformed(res);
    const { at, again, uid, isOnceMore } = interaction;
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
        res.send(codePage({ at, again, proof: steps.proofs.make(uid, userId) }));
      else await letIn(steps, { req, res, interaction, userId, amr: ['pwd'] });
    } catch (error) {
      sendRefusal(res, error, (notice) =>
        signInPage({ at, again, isOnceMore, email: form.data.email, notice }),
      );
    }
  };

export const submitCode =
  (steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const form = codeForm.safeParse(req.body);
    if (!form.success) return sendMalformed(res);
    const { at, again, uid } = interaction;
    const { proof, code } = form.data;
    const userId = steps.proofs.userIn(proof, uid);
    if (userId === undefined) {
      const notice = 'That took too long. Please begin anew.';
      res.status(400).send(signInPage({ at, again, email: '', notice }));
      return;
    }
    try {
      const by = await steps
        .proveFactor(userId, code)
        .catch(noteRefused(steps.security, req, 'sign-in', signInFacts(req, interaction)));
      if (by === 'recovery-code') {
        const facts = { ...signInFacts(req, interaction), userId, reason: 'recovery-code-used' };
        steps.security.note('authn_token_delete', facts);
      }
      await letIn(steps, { req, res, interaction, userId, amr: ['pwd', 'otp'] });
    } catch (error) {
      sendRefusal(res, error, (notice) => codePage({ at, again, proof, notice }));
    }
  };

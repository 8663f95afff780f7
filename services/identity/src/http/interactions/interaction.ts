import type { Request, Response } from 'express';
import { errors, type Provider } from 'oidc-provider';
import { expiredPage } from '../pages/plain-pages.ts';

/** One sign-in under way: the page's path and how it ends. */
interface OpenInteraction {
  readonly at: string;
  readonly loginHint: string;
  /** The client wants the registration page first. */
  readonly wantsRegister: boolean;
  /** Sends the browser on with the user signed in. */
  finish(userId: string): Promise<void>;
}

export type InteractionHandler = (req: Request, res: Response, interaction: OpenInteraction) => Promise<void>;

/** Runs `handler` for the interaction the browser's cookie names, or says that there is none any more. */
export const withInteraction =
  (providerOf: (res: Response) => Provider, handler: InteractionHandler) =>
  async (req: Request, res: Response): Promise<void> => {
    const provider = providerOf(res);
    try {
      const { uid, prompt, params } = await provider.interactionDetails(req, res);
      if (uid !== req.params['uid']) throw new errors.SessionNotFound('another interaction');
      // All clients are first-party: a client that insists on consent gets it without a page.
      if (prompt.name === 'consent') return await provider.interactionFinished(req, res, { consent: {} });
      await handler(req, res, {
        at: `/identity/interaction/${uid}`,
        loginHint: typeof params['login_hint'] === 'string' ? params['login_hint'] : '',
        wantsRegister: params['screen_hint'] === 'register',
        finish: (accountId) =>
          provider.interactionFinished(
            req,
            res,
            { login: { accountId, amr: ['pwd'] } },
            { mergeWithLastSubmission: false },
          ),
      });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      res.status(400).send(expiredPage());
    }
  };

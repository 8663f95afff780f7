import type { Request, Response } from 'express';
import { errors, type Provider } from 'oidc-provider';
import { strengthOf, type WayIn } from '../../domain/way-in.ts';
import { expiredPage } from '../pages/plain-pages.ts';
import { signInUrl } from '../pages/sign-in-url.ts';

/** One sign-in under way: the page's path and how it ends. */
export interface OpenInteraction {
  readonly uid: string;
  readonly at: string;
  readonly loginHint: string;
  /** `?again=<path>`: the way back, kept in every address of the page for when it has expired. */
  readonly again: string;
  /** Whoever it is was signed in, and is only to show once more that it is them. */
  readonly isOnceMore: boolean;
  /** Who that is. */
  readonly accountId?: string;
  /** Whoever signs in opens their account to an account at another provider from now on. */
  readonly linking?: {
    readonly label: string;
    /** By its address there is an account. */
    readonly isKnown: boolean;
    link(userId: string): Promise<void>;
  };
  /** The client wants the registration page first. */
  readonly wantsRegister: boolean;
  /**
   * Sends the browser on with the user signed in.
   *
   * @param way by what they showed who they are
   */
  finish(userId: string, way: WayIn): Promise<void>;
}

export type InteractionHandler = (req: Request, res: Response, interaction: OpenInteraction) => Promise<void>;

const againQuery = (returnTo: unknown): string =>
  typeof returnTo === 'string' ? `?again=${encodeURIComponent(returnTo)}` : '';

/** Runs `handler` for the interaction the browser's cookie names, or says that there is none any more. */
export const withInteraction =
  (providerOf: (res: Response) => Provider, handler: InteractionHandler) =>
  async (req: Request, res: Response): Promise<void> => {
    const provider = providerOf(res);
    try {
      const { uid, prompt, params, session } = await provider.interactionDetails(req, res);
      if (uid !== req.params['uid']) throw new errors.SessionNotFound('another interaction');
      // All clients are first-party: a client that insists on consent gets it without a page.
      if (prompt.name === 'consent') return await provider.interactionFinished(req, res, { consent: {} });
      await handler(req, res, {
        uid,
        at: `/identity/interaction/${uid}`,
        again: againQuery(params['return_to']),
        loginHint: typeof params['login_hint'] === 'string' ? params['login_hint'] : '',
        isOnceMore: session?.accountId !== undefined,
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
        wantsRegister: params['screen_hint'] === 'register',
        finish: (accountId, way) =>
          provider.interactionFinished(
            req,
            res,
            { login: { accountId, amr: [...way], acr: strengthOf(way) } },
            { mergeWithLastSubmission: false },
          ),
      });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      const returnTo = typeof req.query['again'] === 'string' ? req.query['again'] : '/';
      // A form that was left open goes on with a new one; a page is explained.
      if (req.method === 'POST') res.redirect(303, signInUrl(returnTo));
      else res.status(400).send(expiredPage(returnTo));
    }
  };

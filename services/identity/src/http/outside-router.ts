import { addressKey, clientAddress } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import { Router, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import { OutsideJourneyUnknown, OutsideProviderUnknown } from '../domain/errors.ts';
import type { OutsideDeparture } from '../usecases/outside-identity.ts';
import type { OutsideSignIn } from '../usecases/outside-sign-in.ts';
import type { FactorProofs } from './interactions/factor-proof.ts';
import { accountHref, say, speakAsAt } from './language/say.ts';
import { noteRefused } from './note-refused.ts';
import { keepOutsideBrowser, outsideBrowserOf } from './outside-browser.ts';
import { isOutsideRefusal, outcomeOf, outsideRefusalOf } from './outside-words.ts';
import { pageFacts } from './page-facts.ts';
import { notLinkedPage, outsideLostPage } from './pages/outside-pages.ts';

interface OutsideRouterOptions {
  readonly publicOrigin: string;
  readonly outside: OutsideSignIn;
  readonly providerOf: (res: Response) => Provider;
  readonly proofs: FactorProofs;
  readonly security: SecurityLog;
}

/** What the seal of a proof is for that a link may be made. */
export const linkPurpose = (provider: string): string => `outside-link ${provider}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where other providers send browsers back to, and where a way from the page of an account begins: below `/identity/outside`. */
export const createOutsideRouter = (options: OutsideRouterOptions): Router => {
  const { publicOrigin, outside, providerOf, proofs, security } = options;
  const router = Router();

  const signedInHere = async (req: Request, res: Response): Promise<string | undefined> => {
    const provider = providerOf(res);
    const session = await provider.Session.get(provider.createContext(req, res) as never);
    return session.accountId;
  };

  const sendLost = (res: Response): void => void res.status(400).send(outsideLostPage());

  const sendNotLinked = (res: Response, error: unknown, provider: string): void => {
    if (!isOutsideRefusal(error)) throw error;
    const { status, notice } = outsideRefusalOf(error, outside.labelOf(provider));
    res.status(status).send(notLinkedPage(notice));
  };

  /** Whoever has only the address of this page, or is somebody else here, links nothing. */
  const beginLink = async (req: Request, res: Response): Promise<void> => {
    const provider = String(req.params['provider']);
    const userId = proofs.provenIn(textOf(req.query['proof']), linkPurpose(provider))?.userId;
    if (userId === undefined) return sendLost(res);
    if ((await signedInHere(req, res)) !== userId) {
      const text = say('Sign in to this account in this browser first, then try once more.');
      res.status(403).send(notLinkedPage(text));
      return;
    }
    try {
      const again = typeof req.query['again'] === 'string' ? req.query['again'] : accountHref();
      const url = await outside.depart(provider, {
        ...{ browser: keepOutsideBrowser(req, res), from: { userId }, isOnceMore: false },
        ...{ again: `?again=${encodeURIComponent(again)}`, address: addressKey(clientAddress(req)) },
      });
      res.redirect(303, url);
    } catch (error) {
      if (error instanceof OutsideProviderUnknown) return sendLost(res);
      sendNotLinked(res, error, provider);
    }
  };

  const arriveToSignIn = async (
    { req, res, url }: { req: Request; res: Response; url: URL },
    departure: OutsideDeparture,
    signIn: string,
  ): Promise<void> => {
    const { provider, again } = departure;
    const at = `/identity/interaction/${signIn}`;
    try {
      const refused = noteRefused(security, req, 'sign-in');
      await outside.arrive(signIn, await outside.identify(departure, url).catch(refused));
      res.redirect(303, `${at}/outside${again}`);
    } catch (error) {
      const query = new URLSearchParams(again);
      query.set('outside', outcomeOf(error));
      query.set('by', provider);
      res.redirect(303, `${at}/sign-in?${query.toString()}`);
    }
  };

  const arriveToLink = async (
    { req, res, url }: { req: Request; res: Response; url: URL },
    departure: OutsideDeparture,
    userId: string,
  ): Promise<void> => {
    try {
      const identity = await outside
        .identify(departure, url)
        .catch(noteRefused(security, req, 'sign-in', { userId }));
      if ((await signedInHere(req, res)) !== userId) return sendLost(res);
      await outside.link(userId, identity);
      security.note('user_updated', { ...pageFacts(req), userId, reason: 'outside-linked' });
      res.redirect(303, `${accountHref()}#sign-in`);
    } catch (error) {
      sendNotLinked(res, error, departure.provider);
    }
  };

  const comeBack = async (req: Request, res: Response): Promise<void> => {
    const provider = String(req.params['provider']);
    try {
      const departure = await outside
        .comeBack(provider, textOf(req.query['state']), outsideBrowserOf(req) ?? '')
        .catch(noteRefused(security, req, 'sign-in'));
      const way = { req, res, url: new URL(req.originalUrl, publicOrigin) };
      const { from } = departure;
      if ('signIn' in from) await arriveToSignIn(way, departure, from.signIn);
      else {
        const wayBack = new URLSearchParams(departure.again).get('again') ?? '';
        await speakAsAt(wayBack, () => arriveToLink(way, departure, from.userId));
      }
    } catch (error) {
      if (!(error instanceof OutsideJourneyUnknown)) throw error;
      sendLost(res);
    }
  };

  router.get('/:provider/link', beginLink);
  router.get('/:provider/callback', comeBack);
  return router;
};

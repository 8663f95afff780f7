import { addressKey, clientAddress } from '@quayside/http';
import { cleanLine } from '@quayside/contracts';
import {
  AccountDisabled,
  EmailTaken,
  OutsideJourneyUnknown,
  OutsideProviderUnknown,
  PasswordChecksBusy,
} from '../../domain/errors.ts';
import type { OutsideSignIn } from '../../usecases/outside-sign-in.ts';
import type { OutsideIdentity } from '../../usecases/outside-identity.ts';
import { pageLanguage, say } from '../language/say.ts';
import { noteRefused } from '../note-refused.ts';
import { keepOutsideBrowser } from '../outside-browser.ts';
import { outsideRefusalOf } from '../outside-words.ts';
import { pageFacts } from '../page-facts.ts';
import { welcomePage } from '../pages/outside-pages.ts';
import { faultPage, malformedPage } from '../pages/plain-pages.ts';
import { busyText } from '../pages/wait-text.ts';
import { faultsOf, localeOf, outsideRegistrationForm } from './forms.ts';
import type { InteractionHandler, OpenInteraction } from './interaction.ts';
import { codePageOf, letIn, sendTooLate, signInFacts, signInPageOf, type SignInSteps } from './sign-in.ts';

const unknownProvider = () =>
  faultPage({
    title: say('That did not work'),
    text: say('Please start again from the shop.'),
    code: 'provider-not-found',
  });

/** Off to another provider. */
export const beginOutside =
  (outside: OutsideSignIn, steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const provider = String(req.params['provider']);
    try {
      const url = await outside
        .depart(provider, {
          ...{ browser: keepOutsideBrowser(req, res), from: { signIn: interaction.uid } },
          ...{ again: interaction.again, isOnceMore: interaction.isOnceMore },
          address: addressKey(clientAddress(req)),
        })
        .catch(noteRefused(steps.security, req, 'other'));
      res.redirect(303, url);
    } catch (error) {
      if (error instanceof OutsideProviderUnknown) {
        res.status(404).send(unknownProvider());
        return;
      }
      const { status, notice, retryAfter } = outsideRefusalOf(error, outside.labelOf(provider));
      if (retryAfter !== undefined) res.set('retry-after', String(retryAfter));
      res.status(status).send(await signInPageOf(steps, interaction, { email: '', notice }));
    }
  };

const linkingOf = (
  outside: OutsideSignIn,
  interaction: OpenInteraction,
  arrival: OutsideIdentity,
  isKnown: boolean,
): OpenInteraction => ({
  ...interaction,
  at: `${interaction.at}/outside`,
  loginHint: arrival.email ?? '',
  linking: {
    ...{ label: outside.labelOf(arrival.provider), isKnown },
    link: async (userId) => {
      await outside.link(userId, arrival);
      await outside.leave(interaction.uid);
    },
  },
});

/** Signing in as ever, by which the account is opened to the one that somebody came back from. */
export const asLink =
  (outside: OutsideSignIn, steps: SignInSteps) =>
  (handler: InteractionHandler): InteractionHandler =>
  async (req, res, interaction) => {
    const arrival = await outside.arrivalOf(interaction.uid);
    if (!arrival) return sendTooLate(steps, interaction, res);
    await handler(req, res, linkingOf(outside, interaction, arrival, false));
  };

const welcomeOf = (outside: OutsideSignIn, { at, again }: OpenInteraction, arrival: OutsideIdentity) => ({
  ...{ at, again, label: outside.labelOf(arrival.provider) },
  ...{ name: arrival.name ?? '', email: arrival.email ?? '', isEmailTrusted: arrival.isEmailTrusted },
});

/** Back from another provider: in, or to an account that is made or shown to be theirs. */
export const showWelcome =
  (outside: OutsideSignIn, steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const { uid, accountId } = interaction;
    const label = outside.labelOf((await outside.arrivalOf(uid))?.provider ?? '');
    try {
      const welcome = await outside
        .welcome(uid, accountId)
        .catch(noteRefused(steps.security, req, 'sign-in', signInFacts(req, interaction)));
      if (welcome.is === 'new')
        return void res.send(welcomePage(welcomeOf(outside, interaction, welcome.arrival)));
      if (welcome.is === 'to-prove') {
        const linking = linkingOf(outside, interaction, welcome.arrival, true);
        return void res.send(await signInPageOf(steps, linking, { email: linking.loginHint }));
      }
      const { userId } = welcome;
      if (await steps.factorIsOn(userId)) {
        const proof = steps.proofs.make(uid, userId, 'fed');
        return void res.send(await codePageOf(steps, interaction, { userId, proof }));
      }
      await letIn(steps, { req, res, interaction, userId, way: ['fed'] });
    } catch (error) {
      if (error instanceof OutsideJourneyUnknown) return sendTooLate(steps, interaction, res);
      const { status, notice } =
        error instanceof AccountDisabled
          ? outsideRefusalOf(error, label)
          : accountId !== undefined
            ? { status: 403, notice: say('{label} opens another account, or none.', { label }) }
            : outsideRefusalOf(error, label);
      res.status(status).send(await signInPageOf(steps, interaction, { email: '', notice }));
    }
  };

/** Somebody new makes an account without a password. */
export const submitOutsideRegister =
  (outside: OutsideSignIn, steps: SignInSteps): InteractionHandler =>
  async (req, res, interaction) => {
    const { uid } = interaction;
    const arrival = await outside.arrivalOf(uid);
    if (!arrival) return sendTooLate(steps, interaction, res);
    const typed = (req.body ?? {}) as Record<string, unknown>;
    const page = {
      ...welcomeOf(outside, interaction, arrival),
      name: typeof typed['name'] === 'string' ? cleanLine(typed['name']).slice(0, 100) : '',
      ...(!arrival.isEmailTrusted &&
        typeof typed['email'] === 'string' && { email: typed['email'].slice(0, 254) }),
    };
    const form = outsideRegistrationForm.safeParse(req.body);
    if (!form.success) {
      const faults = faultsOf(form.error);
      if (faults) res.status(422).send(welcomePage({ ...page, faults }));
      else res.status(400).send(malformedPage());
      return;
    }
    try {
      const userId = await outside.register(uid, arrival, {
        ...{ ...form.data, locale: localeOf(req.get('accept-language'), pageLanguage()) },
        address: addressKey(clientAddress(req)),
      });
      steps.security.note('user_created', { ...pageFacts(req), userId, reason: 'outside' });
      await letIn(steps, { req, res, interaction, userId, way: ['fed'] });
    } catch (error) {
      if (error instanceof EmailTaken) {
        const linking = linkingOf(outside, interaction, arrival, true);
        res.status(409).send(await signInPageOf(steps, linking, { email: linking.loginHint }));
      } else if (error instanceof PasswordChecksBusy) {
        res
          .status(503)
          .set('retry-after', '2')
          .send(welcomePage({ ...page, notice: busyText() }));
      } else {
        const { status, notice } = outsideRefusalOf(error, page.label);
        res.status(status).send(welcomePage({ ...page, notice }));
      }
    }
  };

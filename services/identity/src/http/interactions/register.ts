import { addressKey, clientAddress } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import { PasswordChecksBusy, PasswordRefused } from '../../domain/errors.ts';
import type { RegisterUser } from '../../usecases/register-user.ts';
import { malformedPage } from '../pages/plain-pages.ts';
import { registerPage } from '../pages/register-page.ts';
import { faultsOf, localeOf, registrationForm } from './forms.ts';
import type { InteractionHandler } from './interaction.ts';
import type { KnownDevices } from '../known-device.ts';
import { pageFacts } from '../page-facts.ts';
import { pageLanguage } from '../language/say.ts';

/** What was typed, to be shown again; never the password. */
const typed = (body: unknown): { name: string; email: string } => {
  const fields = (body ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 254) : '');
  return { name: text(fields['name']), email: text(fields['email']) };
};

type Offered = readonly { readonly id: string; readonly label: string }[];

export const showRegister =
  (offered: Offered): InteractionHandler =>
  async (_req, res, { at, again, loginHint }) => {
    res.send(registerPage({ at, again, offered, name: '', email: loginHint }));
  };

export const submitRegister =
  (
    register: RegisterUser,
    { devices, security, offered }: { devices: KnownDevices; security: SecurityLog; offered: Offered },
  ): InteractionHandler =>
  async (req, res, interaction) => {
    const page = { offered, at: interaction.at, again: interaction.again, ...typed(req.body) };
    const form = registrationForm.safeParse(req.body);
    if (!form.success) {
      const faults = faultsOf(form.error);
      if (faults) res.status(422).send(registerPage({ ...page, faults }));
      else res.status(400).send(malformedPage());
      return;
    }
    try {
      const locale = localeOf(req.get('accept-language'), pageLanguage());
      const user = await register({ ...form.data, locale, address: addressKey(clientAddress(req)) });
      devices.remember(req, res, user.id);
      security.note('user_created', { ...pageFacts(req), userId: user.id });
      await interaction.finish(user.id, ['pwd']);
    } catch (error) {
      if (error instanceof PasswordRefused) {
        res.status(422).send(registerPage({ ...page, faults: { password: error.reason } }));
      } else if (error instanceof PasswordChecksBusy) {
        res
          .status(503)
          .set('retry-after', '2')
          .send(registerPage({ ...page, busy: true }));
      } else throw error;
    }
  };

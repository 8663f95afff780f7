import { titled } from '../../../i18n/titled.ts';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathIn } from '../../../i18n/paths.ts';
import { WithMessages } from '../../../i18n/with-messages.tsx';
import { readAccountSecurity } from '../../../api/server/account.ts';
import { readMailChoices } from '../../../api/server/mail-choices.ts';
import { readOwnReviews } from '../../../api/server/reviews.ts';
import { readStockRequests } from '../../../api/server/stock-requests.ts';
import { requireUser } from '../../../api/server/session.ts';
import { ChangeEmail } from '../../../features/account/change-email.tsx';
import { ChangePassword } from '../../../features/account/change-password.tsx';
import { ConfirmAddress } from '../../../features/account/confirm-address.tsx';
import { DeleteAccount } from '../../../features/account/delete-account.tsx';
import { MailChoices } from '../../../features/account/mail-choices.tsx';
import { Passkeys } from '../../../features/account/passkeys.tsx';
import { SecondFactor } from '../../../features/account/second-factor.tsx';
import { SignedInDevices } from '../../../features/account/signed-in-devices.tsx';
import { OwnRequests } from '../../../features/back-in-stock/own-requests.tsx';
import { OwnReviews } from '../../../features/reviews/own-reviews.tsx';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

export const generateMetadata = titled('account');

const section = 'grid gap-x-12 gap-y-3 border-b border-rule py-8 md:grid-cols-[16rem_minmax(0,1fr)]';

const AccountPage = async () => {
  const t = await getTranslations('account.page');
  const { name, email } = await requireUser(pathIn(await getLocale(), '/account'));
  const waiting = await getTranslations('waiting');
  const [security, reviews, requests, mails] = await Promise.all([
    readAccountSecurity(),
    readOwnReviews(),
    readStockRequests(),
    readMailChoices(),
  ]);
  return (
    <WithMessages of={['account', 'problems', 'waiting']}>
      <PageFrame>
        <PageHeading title={t('title')} />
        <section className={section} aria-labelledby="who">
          <h2 id="who" className="text-2xl">
            {t('who')}
          </h2>
          <div className="flex max-w-prose flex-col items-start gap-5">
            <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2 wrap-anywhere">
              <dt className="text-ink-soft">{t('name')}</dt>
              <dd className="font-medium">{name}</dd>
              <dt className="text-ink-soft">{t('email')}</dt>
              <dd className="font-medium">{email}</dd>
            </dl>
            {security.ok && !security.data.emailConfirmed && <ConfirmAddress email={email} />}
            <ChangeEmail />
          </div>
        </section>
        <section className={section} aria-labelledby="sign-in">
          <h2 id="sign-in" className="text-2xl">
            {t('signIn')}
          </h2>
          <div className="flex flex-col items-start gap-8">
            <ChangePassword />
            {security.ok && <SecondFactor {...security.data.secondFactor} />}
            {security.ok && <Passkeys passkeys={security.data.passkeys} />}
          </div>
        </section>
        <section className={section} aria-labelledby="devices">
          <h2 id="devices" className="text-2xl">
            {t('devices')}
          </h2>
          {security.ok ? (
            <SignedInDevices sessions={security.data.sessions} />
          ) : (
            <Notice look="trouble" title={t('away')}>
              <p>{t('loadAgain')}</p>
            </Notice>
          )}
        </section>
        <section className={section} aria-labelledby="orders">
          <h2 id="orders" className="text-2xl">
            {t('orders')}
          </h2>
          <p>
            <AppLink href="/orders" className={button('bare')}>
              {t('whatYouBought')}
            </AppLink>
          </p>
        </section>
        <section className={section} aria-labelledby="reviews">
          <h2 id="reviews" className="text-2xl">
            {t('reviews')}
          </h2>
          {reviews.ok ? <OwnReviews reviews={reviews.data.items} /> : <p>{t('reviewsAway')}</p>}
        </section>
        <section className={section} aria-labelledby="waiting">
          <h2 id="waiting" className="text-2xl">
            {waiting('own')}
          </h2>
          {requests.ok ? <OwnRequests requests={requests.data.items} /> : <p>{t('away')}</p>}
        </section>
        <section className={section} aria-labelledby="mails">
          <h2 id="mails" className="text-2xl">
            {waiting('mails')}
          </h2>
          {mails.ok ? <MailChoices choices={mails.data} /> : <p>{t('away')}</p>}
        </section>
        <section className={section} aria-labelledby="data">
          <h2 id="data" className="text-2xl">
            {t('data')}
          </h2>
          <div className="flex max-w-prose flex-col items-start gap-4">
            <p>{t('file')}</p>
            <a href="/api/v1/account/export" download className={button('quiet')}>
              {t('download')}
            </a>
          </div>
        </section>
        <section className={section} aria-labelledby="deletion">
          <h2 id="deletion" className="text-2xl">
            {t('leave')}
          </h2>
          <DeleteAccount email={email} />
        </section>
      </PageFrame>
    </WithMessages>
  );
};

export default AccountPage;

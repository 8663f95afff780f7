'use client';

import type { Customer } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { LocalDay } from '../../../ui/local-day.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { AccountActions } from './account-actions.tsx';
import { CustomerNotes } from './customer-notes.tsx';
import { Section } from '../section.tsx';
import { spendInWords } from './spend-words.ts';

const languages = new Intl.DisplayNames('en', { type: 'language' });

interface CustomerPageProps {
  first: Customer;
  isAdmin: boolean;
  isSelf: boolean;
  /** What Ordering knows of them. */
  children: ReactNode;
}

/** Somebody with an account, for those who help them. */
export const CustomerPage = ({ first, isAdmin, isSelf, children }: CustomerPageProps) => {
  const router = useRouter();
  const edited = useIfMatch(first);
  const { read: customer } = edited;
  const facts: readonly [string, ReactNode][] = [
    ['Orders', customer.orders],
    ['Spend', spendInWords(customer.spend)],
    ['Last order', customer.lastOrderAt ? <LocalDay at={customer.lastOrderAt} /> : 'Never'],
    ['Registered', <LocalDay key="registered" at={customer.registeredAt} />],
    ['Language', languages.of(customer.locale) ?? customer.locale],
  ];
  return (
    <>
      <AccountActions
        {...{ edited, isAdmin, isSelf }}
        onSignedOut={() => {
          edited.saved({ ...customer, sessions: [] });
          router.refresh();
        }}
      />
      <dl className="mb-10 grid grid-cols-2 border-y border-ink sm:grid-cols-3 lg:grid-cols-5">
        {facts.map(([label, value]) => (
          <div key={label} className="border-b border-rule py-3 pr-4">
            <dt className="marginalia text-ink-soft">{label}</dt>
            <dd className="figures mt-1 text-lg font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">{children}</div>
        <div className="min-w-0">
          <Section title="Notes">
            <CustomerNotes
              customer={customer}
              onCustomer={(now) => {
                edited.saved(now);
                router.refresh();
              }}
            />
          </Section>
          <Section title="Signed in">
            {customer.sessions.length === 0 ? (
              <p className="border-y border-ink bg-sheet py-6 text-center font-serif text-xl">Nowhere</p>
            ) : (
              <ul data-testid="sessions" className="divide-y divide-rule border-y border-ink text-sm">
                {customer.sessions.map(({ begunAt, renewedAt, until }) => (
                  <li key={`${begunAt} ${until}`} className="py-3">
                    <p className="font-semibold">
                      Since <LocalTime at={begunAt} />
                    </p>
                    <p className="text-ink-soft">
                      {renewedAt && (
                        <>
                          Last seen <LocalTime at={renewedAt} />.{' '}
                        </>
                      )}
                      Ends <LocalDay at={until} /> at the latest
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      </div>
    </>
  );
};

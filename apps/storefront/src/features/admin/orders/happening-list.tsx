'use client';

import type { OrderHappening, OrderMail, StaffOrder } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { happeningWords, whoDid } from './happening-words.ts';
import { linesWords } from './lines-words.ts';
import { mailState, mailTitle } from './mail-words.ts';
import { ResendMail } from './resend-mail.tsx';
import { useOrderMails } from './use-order-mails.ts';

type Told = {
  at: string;
  key: string;
  title: string;
  who?: string;
  detail?: string;
  mark: 'happened' | 'note' | 'mail';
  action?: ReactNode;
};

const marks: Readonly<Record<Told['mark'], string>> = {
  happened: 'bg-paper',
  note: 'bg-flag-yellow',
  mail: 'bg-glass',
};

const toldOf = (order: StaffOrder, one: OrderHappening, index: number): Told => {
  const details = [
    one.amount && formatMoney(one.amount),
    one.lines && one.lines.length > 0 && linesWords(order, one.lines),
    one.text && `“${one.text}”`,
  ].filter(Boolean);
  return {
    at: one.at,
    key: `${one.version ?? 0}-${index}`,
    title: happeningWords(one),
    who: whoDid(one),
    ...(details.length > 0 && { detail: details.join(' · ') }),
    mark: 'happened',
  };
};

const toldOfMail = (mail: OrderMail, action: ReactNode): Told => ({
  ...{ at: mail.settledAt ?? mail.queuedAt, key: mail.id, title: mailTitle(mail), mark: 'mail' },
  detail: mailState(mail),
  ...(mail.canResend && { action }),
});

/** All that happened to an order, the notes and the mails about it, the newest first. */
export const HappeningList = ({ order }: { order: StaffOrder }) => {
  const { mails, isAway, lookAgain } = useOrderMails(order);
  const notes = order.notes.map(({ id, at, staff, text }): Told => ({
    ...{ at, key: id, title: 'Note', detail: text, mark: 'note' },
    who: staff.name ?? 'somebody whose account is gone',
  }));
  const all = [
    ...order.timeline.map((one, index) => toldOf(order, one, index)),
    ...notes,
    ...mails.map((mail) =>
      toldOfMail(mail, <ResendMail orderId={order.id} mail={mail} onResent={lookAgain} />),
    ),
  ];
  // Of the same moment the later one stands above.
  const newest = all.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      {isAway && (
        <p role="status" className="mb-3 text-sm text-ink-soft">
          Which mails were sent cannot be said right now.
        </p>
      )}
      <ol className="border-l-2 border-rule-strong" data-testid="timeline">
        {newest.map(({ key, at, title, who, detail, mark, action }) => (
          <li key={key} className={`relative pb-4 pl-5 ${mark === 'note' ? 'my-1 bg-sheet py-2' : ''}`}>
            <span
              aria-hidden
              className={`absolute top-2 -left-[0.4rem] h-2.5 w-2.5 rounded-full border-2 border-ink ${marks[mark]}`}
            />
            <p className="text-[0.95rem]">
              <strong>{title}</strong> {who && <span className="text-ink-soft">by {who}</span>}
            </p>
            {detail && <p className="text-[0.95rem] wrap-anywhere whitespace-pre-line">{detail}</p>}
            <p className="figures text-sm text-ink-faint">
              <LocalTime at={at} />
            </p>
            {action}
          </li>
        ))}
      </ol>
    </>
  );
};

import type { OrderHappening, StaffOrder } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { happeningWords, whoDid } from './happening-words.ts';
import { linesWords } from './lines-words.ts';

type Told = { at: string; key: string; title: string; who: string; detail?: string; isNote: boolean };

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
    isNote: false,
  };
};

/** All that happened to an order and the notes about it, the newest first. */
export const HappeningList = ({ order }: { order: StaffOrder }) => {
  const notes = order.notes.map(({ id, at, staff, text }): Told => ({
    ...{ at, key: id, title: 'Note', detail: text, isNote: true },
    who: staff.name ?? 'somebody whose account is gone',
  }));
  const all = [...order.timeline.map((one, index) => toldOf(order, one, index)), ...notes];
  // Of the same moment the later one stands above.
  const newest = all.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="border-l-2 border-rule-strong" data-testid="timeline">
      {newest.map(({ key, at, title, who, detail, isNote }) => (
        <li key={key} className={`relative pb-4 pl-5 ${isNote ? 'my-1 bg-sheet py-2' : ''}`}>
          <span
            aria-hidden
            className={`absolute top-2 -left-[0.4rem] h-2.5 w-2.5 rounded-full border-2 border-ink ${isNote ? 'bg-flag-yellow' : 'bg-paper'}`}
          />
          <p className="text-[0.95rem]">
            <strong>{title}</strong> <span className="text-ink-soft">by {who}</span>
          </p>
          {detail && <p className="text-[0.95rem] wrap-anywhere whitespace-pre-line">{detail}</p>}
          <p className="figures text-sm text-ink-faint">
            <LocalTime at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
};

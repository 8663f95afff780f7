import type { FulfilmentState, PaymentState } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';
import { fulfilmentWords, paymentWords } from './order-words.ts';

/** `wait`: somebody is to do something. `bad`: something went wrong. */
type Tone = 'calm' | 'wait' | 'good' | 'bad';

const looks: Record<Tone, string> = {
  calm: 'border-rule-strong text-ink-soft',
  wait: 'border-ink bg-flag-yellow text-[#10243a]',
  good: 'border-glass bg-glass-soft text-ink',
  bad: 'border-flag-red text-flag-red',
};

const paymentTones: Record<PaymentState, Tone> = {
  none: 'calm',
  'awaiting-buyer': 'calm',
  declined: 'bad',
  paid: 'good',
  'due-back': 'wait',
  'partly-refunded': 'calm',
  refunded: 'calm',
};
const fulfilmentTones: Record<FulfilmentState, Tone> = {
  none: 'calm',
  'to-ship': 'wait',
  'partly-shipped': 'wait',
  shipped: 'good',
  delivered: 'good',
  'return-open': 'wait',
  returned: 'calm',
};

const Mark = ({ tone, words }: { tone: Tone; words: string }) => (
  <span
    className={classNames(
      'inline-flex items-center rounded-sm border px-1.5 py-px text-[0.82rem] leading-snug font-medium whitespace-nowrap',
      looks[tone],
    )}
  >
    {words}
  </span>
);

export const PaymentMark = ({ of }: { of: PaymentState }) => (
  <Mark tone={paymentTones[of]} words={paymentWords[of]} />
);

export const FulfilmentMark = ({ of }: { of: FulfilmentState }) => (
  <Mark tone={fulfilmentTones[of]} words={fulfilmentWords[of]} />
);

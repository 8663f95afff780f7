'use client';

import type { Problem, StaffOrder } from '@quayside/contracts';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import type { Seen } from '../../../api/browser/staff-orders.ts';
import type { Result } from '../../../api/result.ts';
import { button } from '../../../ui/button.ts';
import { Meanwhile } from './meanwhile.tsx';
import { DialogFrame } from '../dialog-frame.tsx';

export interface OrderDialogProps {
  order: StaffOrder;
  /** The order as it is after a change, ours or somebody else's. */
  onOrder: (order: StaffOrder) => void;
  /** A colleague was faster: the version that was seen here. What was wanted may not be possible any more. */
  onOvertaken: (since: number) => void;
}

interface Props extends OrderDialogProps {
  label: string;
  title: string;
  /** What the button says that does it: with the amount, where money moves. */
  confirm: string;
  look?: 'primary' | 'quiet' | 'bare';
  /** Why it cannot be done as it stands. */
  fault?: string | undefined;
  children?: ReactNode;
  send: (seen: Seen, form: FormData) => Promise<Result<StaffOrder>>;
  onClose?: () => void;
}

const currentOf = (problem: Problem): StaffOrder | undefined =>
  problem.code === 'stale-version' ? (problem['current'] as StaffOrder | undefined) : undefined;

/** One thing that staff do with an order. Whoever comes late is told what happened meanwhile, and decides anew. */
export const OrderDialog = (props: Props) => {
  const { order, onOrder, title, fault, send } = props;
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [since, setSince] = useState<number>();
  const key = useRef<string>(undefined);
  const close = () => {
    setOpen(false);
    setTrouble(undefined);
    setSince(undefined);
    key.current = undefined;
    props.onClose?.();
  };
  const go = async (form: FormData) => {
    if (fault !== undefined) return setTrouble(fault);
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const result = await send({ order, key: key.current }, form);
    setBusy(false);
    if (result.ok) {
      onOrder(result.data);
      return close();
    }
    const { problem } = result;
    const current = currentOf(problem);
    if (current) {
      setSince(order.version);
      props.onOvertaken(order.version);
      setTrouble(undefined);
      return onOrder(current);
    }
    // After an answer the next try is another request; without one it is the same.
    if (problem.status < 500) key.current = undefined;
    setTrouble(problem.errors?.[0]?.message ?? problem.detail ?? problem.title);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? setOpen(true) : close())}>
      <Dialog.Trigger className={button(props.look ?? 'quiet', 'px-4')}>{props.label}</Dialog.Trigger>
      <DialogFrame title={title}>
        {since !== undefined && (
          <Meanwhile {...{ order, since }}>
            <p className="mt-1">Look at the limits below, and confirm again.</p>
          </Meanwhile>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void go(new FormData(event.currentTarget));
          }}
          className="mt-4 grid gap-4"
        >
          {props.children}
          <p role="alert" className="font-medium text-flag-red empty:hidden">
            {trouble}
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            <Dialog.Close className={button('quiet')}>Leave it</Dialog.Close>
            <button disabled={isBusy} className={button('primary')}>
              {props.confirm}
            </button>
          </div>
        </form>
      </DialogFrame>
    </Dialog.Root>
  );
};

import type { FormEventHandler, ReactNode } from 'react';
import { button } from '../../../ui/button.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';

export const SomebodyWasFaster = ({ children, onGoOn }: { children: ReactNode; onGoOn: () => void }) => (
  <Notice look="trouble" live title="Somebody was faster">
    <p>{children}</p>
    <button type="button" className={button('quiet', 'mt-2')} onClick={onGoOn}>
      Go on with what it is now
    </button>
  </Notice>
);

interface ReplyFormProps {
  reply: string;
  onChange: (reply: string) => void;
  onSubmit: FormEventHandler;
  hint: string;
  look: 'go' | 'quiet';
}

export const ReplyForm = ({ reply, onChange, onSubmit, hint, look }: ReplyFormProps) => (
  <form onSubmit={onSubmit} className="border-t border-rule pt-5">
    <label htmlFor="reply" className="mb-1 block text-sm font-semibold">
      What the shop answers
    </label>
    <textarea
      id="reply"
      name="reply"
      rows={4}
      maxLength={2000}
      value={reply}
      onChange={({ target }) => onChange(target.value)}
      className={`${inputLook} py-2 leading-normal`}
    />
    <FieldMessage name="reply" hint={hint} />
    <button className={button(look, 'mt-3')}>Answer</button>
  </form>
);

/** What became of the last thing that was done. */
export const DeskOutcome = ({
  trouble,
  said,
}: {
  trouble?: string | undefined;
  said?: string | undefined;
}) => (
  <>
    {trouble && <Notice look="trouble" live title={trouble} />}
    <p role="status" className="font-medium text-glass">
      {said}
    </p>
  </>
);

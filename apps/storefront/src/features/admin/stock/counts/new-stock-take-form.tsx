'use client';

import type { Problem } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { createStockTake } from '../../../../api/browser/stock-takes.ts';
import { button } from '../../../../ui/button.ts';
import { Field } from '../../../../ui/field.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { useWaking } from '../../../../ui/use-waking.ts';
import { ChooseVariants, choiceOf, nothingChosen } from './choose-variants.tsx';

interface NewStockTakeFormProps {
  categories: readonly { readonly value: string; readonly label: string }[];
}

/** A sheet of what is to be counted. */
export const NewStockTakeForm = ({ categories }: NewStockTakeFormProps) => {
  const router = useRouter();
  const waking = useWaking();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(nothingChosen);
  const [trouble, setTrouble] = useState<Pick<Problem, 'title' | 'detail'>>();
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const choose = choiceOf(chosen);
    if (name.trim() === '') return setTrouble({ title: 'Give the sheet a name' });
    if (!choose) return setTrouble({ title: 'Choose what is counted' });
    setSending(true);
    const result = await createStockTake({ name: name.trim(), choose });
    if (result.ok) return router.push(`/admin/stock/counts/${result.data.id}`);
    setSending(false);
    setTrouble(result.problem);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="max-w-2xl space-y-6">
      <Field
        label="Name"
        name="name"
        value={name}
        maxLength={80}
        autoComplete="off"
        hint="Where or what, such as Shelf 4, or Boots in May"
        onChange={({ target }) => {
          setName(target.value);
          setTrouble(undefined);
        }}
      />
      <ChooseVariants
        chosen={chosen}
        onChange={(next) => {
          setChosen(next);
          setTrouble(undefined);
        }}
        categories={categories}
      />
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
      <button disabled={isSending} className={button('go')} {...waking}>
        Make the sheet
      </button>
    </form>
  );
};

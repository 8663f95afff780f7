'use client';

import type { Problem } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { addStockTakeLines } from '../../../../api/browser/stock-takes.ts';
import { button } from '../../../../ui/button.ts';
import { Notice } from '../../../../ui/notice.tsx';
import { ChooseVariants, choiceOf, nothingChosen } from './choose-variants.tsx';

interface AddVariantsProps {
  takeId: string;
  categories: readonly { readonly value: string; readonly label: string }[];
}

/** More of what is to be counted. */
export const AddVariants = ({ takeId, categories }: AddVariantsProps) => {
  const router = useRouter();
  const [chosen, setChosen] = useState(nothingChosen);
  const [trouble, setTrouble] = useState<Problem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const choice = choiceOf(chosen);
    if (!choice) return;
    const result = await addStockTakeLines(takeId, choice);
    setTrouble(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    setChosen(nothingChosen);
    router.refresh();
  };
  const isReady = choiceOf(chosen) !== undefined;
  return (
    <form onSubmit={(event) => void submit(event)} className="max-w-2xl space-y-4">
      <ChooseVariants chosen={chosen} onChange={setChosen} categories={categories} />
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
      <button className={button('quiet', !isReady && 'opacity-55')} aria-disabled={!isReady}>
        Put on the sheet
      </button>
    </form>
  );
};

'use client';

import type { StockLevel } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { setThreshold } from '../../../api/browser/stock.ts';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';

/** From how many on a variant counts as running low. */
export const ThresholdForm = ({ level }: { level: StockLevel }) => {
  const router = useRouter();
  const [typed, setTyped] = useState(String(level.lowThreshold));
  const [said, setSaid] = useState('');
  const isNumber = /^\d{1,6}$/.test(typed.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isNumber) return;
    const result = await setThreshold(level.itemId, Number(typed));
    setSaid(result.ok ? 'Saved' : (result.problem.detail ?? result.problem.title));
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
      <Field
        label="Running low at"
        name="lowThreshold"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={isNumber ? undefined : 'A whole number'}
        onChange={({ target }) => {
          setTyped(target.value);
          setSaid('');
        }}
        className="w-40"
      />
      <button className={button('quiet')}>Set</button>
      <span role="status" className="pb-2.5 font-medium text-glass">
        {said}
      </span>
    </form>
  );
};

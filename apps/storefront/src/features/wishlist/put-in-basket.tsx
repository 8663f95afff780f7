'use client';

import type { Wish } from '@quayside/contracts';
import { useState } from 'react';
import { addToBasket } from '../../api/browser/basket.ts';
import { button } from '../../ui/button.ts';
import { useWaking } from '../../ui/use-waking.ts';

const words = {
  idle: 'Put in the basket',
  asking: 'Putting it in …',
  done: 'In your basket',
  failed: 'It could not go in. Try again',
};

export const PutInBasket = ({ wish }: { wish: Wish }) => {
  const waking = useWaking();
  const [state, setState] = useState<keyof typeof words>('idle');
  if (!wish.available) return null;
  const put = async () => {
    setState('asking');
    setState((await addToBasket(wish.itemId, 1)).ok ? 'done' : 'failed');
  };
  return (
    <>
      <button {...waking} type="button" onClick={() => void put()} className={button('quiet')}>
        {words[state]}
        <span className="sr-only">: {wish.name}</span>
      </button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : `${words[state]}: ${wish.name}`}
      </span>
    </>
  );
};

'use client';

import { useState } from 'react';
import { SettleLetters } from './settle-letters.tsx';

/** What can be done with one that is open. */
export const LetterDesk = ({ id, isOpen }: { id: string; isOpen: boolean }) => {
  const [said, setSaid] = useState<string>();
  return (
    <div className="mb-8 flex flex-wrap items-center gap-4">
      {isOpen && <SettleLetters ids={[id]} look="primary" onSaid={setSaid} />}
      <p role="status" className="font-medium text-glass empty:hidden">
        {said}
      </p>
    </div>
  );
};

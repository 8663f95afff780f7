'use client';

import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { saveFile } from '../../../api/browser/save-file.ts';
import { button } from '../../../ui/button.ts';

/** Saves a file that holds what is known of people, which asks for a recent sign-in. */
export const SaveButton = ({ href, children }: { href: string; children: ReactNode }) => {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const save = async () => {
    setBusy(true);
    setTrouble(undefined);
    const problem = await saveFile(href);
    setBusy(false);
    setTrouble(problem && (problem.detail ?? problem.title));
  };
  return (
    <span className="inline-flex flex-col gap-1">
      <button type="button" disabled={isBusy} onClick={() => void save()} className={button('quiet', 'px-4')}>
        <Download size={17} aria-hidden /> {children}
      </button>
      <span role="alert" className="max-w-60 text-sm font-medium text-flag-red empty:hidden">
        {trouble}
      </span>
    </span>
  );
};

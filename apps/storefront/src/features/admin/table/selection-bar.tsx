import type { ReactNode } from 'react';

interface SelectionBarProps {
  label: string;
  /** What can be done with them. */
  children: ReactNode;
  /** Takes all that is found in place of this page. */
  offer?: { label: string; onTake: () => void } | undefined;
  onNone: () => void;
}

const linkLook = 'min-h-11 px-2 underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

/** How many rows are selected, and what can be done with them. */
export const SelectionBar = ({ label, children, offer, onNone }: SelectionBarProps) => (
  <div
    role="region"
    aria-label="Selected"
    className="sticky bottom-4 mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 border border-ink bg-sheet px-4 py-2 shadow-[4px_4px_0_var(--color-shoal-deep)]"
  >
    <strong role="status">{label}</strong>
    {offer && (
      <button type="button" onClick={offer.onTake} className={linkLook}>
        {offer.label}
      </button>
    )}
    {children}
    <button type="button" onClick={onNone} className={`ml-auto ${linkLook}`}>
      Select none
    </button>
  </div>
);

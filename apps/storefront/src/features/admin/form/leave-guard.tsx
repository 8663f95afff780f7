'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';

const hrefOf = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target === '_blank' || link.origin !== window.location.origin) return;
  return link.pathname + link.search + link.hash;
};

/** Asks before what was typed is lost: to a link of ours by a dialog, to anything else by the browser's own. */
export const LeaveGuard = ({ isDirty }: { isDirty: boolean }) => {
  const router = useRouter();
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (!isDirty) return;
    const onClick = (event: MouseEvent) => {
      const href = hrefOf(event);
      if (href === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(href);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
  return (
    <ConfirmDialog
      isOpen={wanted !== undefined}
      flag="D"
      title="Leave without saving?"
      confirm="Leave"
      cancel="Stay here"
      onCancel={() => setWanted(undefined)}
      onConfirm={() => {
        const href = wanted;
        setWanted(undefined);
        if (href !== undefined) router.push(href);
      }}
    >
      What you typed is not saved yet.
    </ConfirmDialog>
  );
};

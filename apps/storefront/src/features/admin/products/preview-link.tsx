'use client';

import type { PreviewLink as Link } from '@quayside/contracts';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { createPreview } from '../../../api/browser/previews.ts';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';

/** Opens the product as the shop would show it, as it is saved; the link can be sent to somebody. */
export const PreviewLink = ({ productId, isDirty }: { productId: number; isDirty: boolean }) => {
  const [link, setLink] = useState<Link>();
  const [trouble, setTrouble] = useState<string>();
  const make = async () => {
    const result = await createPreview(productId);
    setTrouble(result.ok ? undefined : (result.problem.detail ?? result.problem.title));
    setLink(result.ok ? result.data : undefined);
  };
  return (
    <div>
      {link ? (
        <p className="text-sm">
          <a href={link.path} target="_blank" rel="noreferrer" className={button('bare', 'min-h-9!')}>
            <Eye size={16} aria-hidden /> Open the preview
          </a>
          <span className="block text-ink-soft">
            For whoever has the link, until <LocalTime at={link.expiresAt} />
          </span>
        </p>
      ) : (
        <button type="button" onClick={() => void make()} className={button('bare', 'min-h-9!')}>
          <Eye size={16} aria-hidden /> Make a link to preview it
        </button>
      )}
      {isDirty && <p className="text-sm text-ink-soft">It shows what is saved.</p>}
      <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
        {trouble}
      </p>
    </div>
  );
};

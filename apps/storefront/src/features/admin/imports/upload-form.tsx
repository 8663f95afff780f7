'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { uploadImport } from '../../../api/browser/imports.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';

const maxBytes = 200_000_000;

/** Where the file is dropped or chosen; what it says is looked at on the next page. */
export const UploadForm = () => {
  const router = useRouter();
  const waking = useWaking();
  const [isOver, setOver] = useState(false);
  const [part, setPart] = useState<number>();
  const [trouble, setTrouble] = useState<{ title: string; detail?: string | undefined }>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > maxBytes) {
      setTrouble({
        title: 'The file is too large',
        detail: `${file.name} has ${Math.ceil(file.size / 1_000_000)} MB, and 200 MB at most are taken: divide it.`,
      });
      return;
    }
    setTrouble(undefined);
    setPart(0);
    const result = await uploadImport(file, setPart);
    if (result.ok) router.push(`/admin/imports/${result.data.id}`);
    else {
      setPart(undefined);
      setTrouble(result.problem);
    }
  };
  return (
    <div className="max-w-2xl space-y-5">
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
        className={classNames(
          'flex min-h-44 flex-col items-center justify-center gap-2 border-2 border-dashed px-4 py-8 text-center focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-flag-blue',
          isOver ? 'border-glass bg-glass-soft' : 'border-rule-strong bg-sheet hover:border-ink',
        )}
      >
        <FileUp size={28} aria-hidden />
        <span className="text-lg font-semibold">Choose a file, or drop it here</span>
        <span className="text-sm text-ink-soft">
          CSV, Excel (.xlsx) or a feed for Google (.xml), up to 60 MB and 200,000 rows; with the pictures it
          names in a ZIP, up to 200 MB. Nothing is imported before you have seen it.
        </span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.xml,.zip,text/csv"
          className="sr-only"
          disabled={part !== undefined}
          onChange={({ target }) => {
            void send(target.files?.[0]);
            target.value = '';
          }}
          {...waking}
        />
      </label>
      <p className="text-sm text-ink-soft">
        Files of Shopify, WooCommerce and Vendure and product feeds of Google are known by their columns;
        those of any other file are mapped by hand. To begin with nothing, take{' '}
        <a
          href="/api/v1/admin/catalog/import-sample.csv"
          download
          className="font-semibold text-ink underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          a sample in the shop’s own columns
        </a>
        , or export products and change them.
      </p>
      {part !== undefined && (
        <div role="status">
          <p className="mb-1 text-sm font-semibold">{part < 1 ? 'On its way …' : 'Being looked at …'}</p>
          <progress aria-label="Upload" value={part} className="h-3 w-full accent-glass" />
        </div>
      )}
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
        </Notice>
      )}
    </div>
  );
};

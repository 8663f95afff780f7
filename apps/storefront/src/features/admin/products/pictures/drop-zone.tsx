'use client';

import { ImagePlus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { classNames } from '../../../../ui/class-names.ts';
import type { Upload } from './use-uploads.ts';

interface DropZoneProps {
  uploads: readonly Upload[];
  onFiles: (files: readonly File[]) => void;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Where pictures are dropped or chosen, with what is on its way. */
export const DropZone = ({ uploads, onFiles }: DropZoneProps) => {
  const [isOver, setOver] = useState(false);
  return (
    <div>
      <label
        onDragOver={(event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }}
        className={classNames(
          'flex min-h-24 items-center justify-center gap-3 border-2 border-dashed px-4 py-5 text-center focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-flag-blue',
          isOver ? 'border-glass bg-glass-soft' : 'border-rule-strong bg-sheet hover:border-ink',
        )}
      >
        <ImagePlus size={22} aria-hidden className="shrink-0" />
        <span>
          <span className="block font-semibold">Add pictures</span>
          <span className="block text-sm text-ink-soft">
            Drop them here or choose them: JPEG, PNG or WebP, up to 20 MB
          </span>
        </span>
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp"
          className="sr-only"
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </label>
      <ul aria-live="polite" className="mt-3 space-y-2 text-sm">
        {uploads.map(({ key, name, part, trouble }) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_10rem] items-center gap-4">
            <span className="truncate">{name}</span>
            {trouble === undefined ? (
              <progress value={part} aria-label={`${name} is on its way`} className="w-full accent-glass" />
            ) : (
              <span className="font-medium text-flag-red">{trouble}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

'use client';

import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../../../../ui/class-names.ts';
import { FieldMessage, inputLook } from '../../../../ui/field.tsx';
import { picturesIn } from '../product-values.ts';
import type { ProductEdit } from '../use-product-edit.ts';
import { DropZone } from './drop-zone.tsx';
import { useUploads } from './use-uploads.ts';

/** The order once `id` stands where `at` is. */
const movedTo = (ids: readonly number[], id: number, at: number): number[] =>
  ids.filter((one) => one !== id).toSpliced(Math.max(0, at), 0, id);

const tool =
  'grid h-9 w-9 place-items-center border border-rule-strong bg-sheet hover:bg-shoal disabled:opacity-40';

/** The pictures of a product: dropped in, dragged into order or moved by their arrows, and described. */
export const PictureList = ({ edit }: { edit: ProductEdit }) => {
  const { values, product } = edit;
  const [dragged, setDragged] = useState<number>();
  const [said, setSaid] = useState('');
  const { uploads, add } = useUploads(product.id, (now) => edit.takeIn(now, 'The pictures are there'));
  const ids = picturesIn(values);
  const altOf = (id: number): string => values[`m.${id}.alt`] ?? '';
  const put = (order: readonly number[]) => edit.set({ ...values, media: JSON.stringify(order) });
  const move = (id: number, at: number) => {
    put(movedTo(ids, id, at));
    setSaid(`${altOf(id)} is now picture ${at + 1} of ${ids.length}`);
  };
  return (
    <div className="space-y-5">
      {ids.length > 0 && (
        <ol className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
          {ids.map((id, at) => {
            const name = `m.${id}.alt`;
            const url = product.media.find((one) => one.id === id)?.url ?? '';
            return (
              <li
                key={id}
                draggable
                onDragStart={() => setDragged(id)}
                onDragEnd={() => setDragged(undefined)}
                onDragOver={(event) => dragged !== undefined && event.preventDefault()}
                onDrop={(event) => {
                  if (dragged === undefined) return;
                  event.preventDefault();
                  move(dragged, at);
                }}
                className={classNames('min-w-0', dragged === id && 'opacity-50')}
              >
                <div className="relative">
                  <img
                    src={`${url}?w=400`}
                    alt={altOf(id)}
                    width={400}
                    height={400}
                    className="block aspect-square h-auto w-full border border-rule bg-shoal object-cover"
                  />
                  {at === 0 && (
                    <span className="marginalia absolute top-0 left-0 bg-ink px-2 py-1 text-sheet">
                      First
                    </span>
                  )}
                </div>
                <div className="mt-2 flex gap-1.5">
                  <button
                    type="button"
                    className={tool}
                    disabled={at === 0}
                    aria-label={`Move ${altOf(id)} forward`}
                    onClick={() => move(id, at - 1)}
                  >
                    <ArrowLeft size={16} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className={tool}
                    disabled={at === ids.length - 1}
                    aria-label={`Move ${altOf(id)} back`}
                    onClick={() => move(id, at + 1)}
                  >
                    <ArrowRight size={16} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className={classNames(tool, 'ml-auto')}
                    aria-label={`Take ${altOf(id)} away`}
                    onClick={() => put(ids.filter((one) => one !== id))}
                  >
                    <Trash2 size={16} aria-hidden />
                  </button>
                </div>
                <PictureText edit={edit} name={name} label="What it shows" />
                <PictureText edit={edit} name={`m.${id}.de`} label="In German" language="de" />
              </li>
            );
          })}
        </ol>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      <DropZone uploads={uploads} onFiles={(files) => void add(files)} />
    </div>
  );
};

interface PictureTextProps {
  edit: ProductEdit;
  name: string;
  label: string;
  language?: string;
}

const PictureText = ({ edit: { values, faults, base, set }, name, label, language }: PictureTextProps) => (
  <>
    <label htmlFor={name} className="mt-2 mb-1 block text-sm font-semibold">
      {label}
    </label>
    <input
      id={name}
      name={name}
      lang={language}
      value={values[name] ?? ''}
      maxLength={200}
      onChange={({ target }) => set({ ...values, [name]: target.value })}
      aria-invalid={faults[name] ? true : undefined}
      aria-describedby={faults[name] ? `${name}-error` : undefined}
      className={classNames(
        inputLook,
        (values[name] ?? '') !== (base[name] ?? '') && 'border-l-4! border-l-flag-yellow!',
      )}
    />
    <FieldMessage name={name} error={faults[name]} />
  </>
);

'use client';

import type { AdminProduct, Problem } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { changeProduct } from '../../../api/browser/products.ts';
import { differing, type FormValues } from '../form/form-values.ts';
import { useIfMatch } from '../form/use-if-match.ts';
import { mergeProduct } from './merge-product.ts';
import { productBody } from './product-body.ts';
import { productFields, type ProductSetting } from './product-fields.ts';
import { faultsIn, faultsOf, type Faults } from './product-faults.ts';
import { productValues } from './product-values.ts';

/** What stands in the editor of a product, what of it is changed, and what becomes of it. */
export const useProductEdit = (first: AdminProduct, setting: ProductSetting) => {
  const router = useRouter();
  const edited = useIfMatch(first);
  const base = productValues(edited.read, setting);
  const [values, setValues] = useState<FormValues>(base);
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<Problem>();
  const [said, setSaid] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const theirs = edited.theirs && productValues(edited.theirs, setting);
  const fields = productFields(setting, base, values, ...(theirs ? [theirs] : []));
  const changed = differing(fields, base, values);
  const merge = theirs && mergeProduct(fields, { base, mine: values, theirs });

  /** The product as somebody saved it, by whatever way: what was typed and is not part of it stays. */
  const takeIn = (now: AdminProduct, heading: string): void => {
    const next = productValues(now, setting);
    const all = productFields(setting, base, values, next);
    const { merged, clashing } = mergeProduct(all, { base, mine: values, theirs: next });
    setTrouble(undefined);
    if (clashing.length > 0) {
      edited.meet(now);
      return;
    }
    setValues(merged);
    edited.saved(now);
    setSaid(heading);
    router.refresh();
  };

  const save = async (): Promise<void> => {
    if (isSaving || changed.length === 0) return;
    const found = faultsIn(values, setting);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const result = await edited.send((etag) =>
      changeProduct(edited.read.id, etag, productBody(values, changed, setting)),
    );
    setSaving(false);
    if (result.ok) {
      edited.saved(result.data);
      setValues(productValues(result.data, setting));
      setSaid('Saved');
      router.refresh();
    } else if (!result.stale) {
      const beside = faultsOf(result.problem, values);
      setFaults(beside);
      if (!Object.keys(beside).some((name) => name in values)) setTrouble(result.problem);
    }
  };

  return {
    product: edited.read,
    edited,
    fields,
    base,
    values,
    theirs,
    merge,
    changed,
    faults,
    trouble,
    said,
    isSaving,
    save,
    takeIn,
    setTrouble,
    set: (next: FormValues) => {
      setValues(next);
      setSaid(undefined);
      const moved = Object.keys(next).filter((name) => next[name] !== values[name]);
      setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !moved.includes(name))));
    },
    undo: () => {
      setValues(base);
      setFaults({});
      setTrouble(undefined);
    },
    take: () => {
      if (theirs) setValues(theirs);
      edited.accept();
      router.refresh();
    },
    overwrite: () => {
      if (merge) setValues(merge.merged);
      edited.accept();
      setSaid(undefined);
    },
  };
};

export type ProductEdit = ReturnType<typeof useProductEdit>;

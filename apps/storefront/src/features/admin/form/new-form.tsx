'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Result } from '../../../api/result.ts';
import type { FormField } from './form-fields.ts';
import { bodyOf, type FormValues } from './form-values.ts';
import { ResourceForm, type ProblemFields } from './resource-form.tsx';

interface NewFormProps<Id> {
  fields: readonly FormField[];
  saveLabel: string;
  first?: FormValues;
  create: (body: Record<string, string | null>) => Promise<Result<{ id: Id }>>;
  /** Where the new one is then. */
  hrefOf: (id: Id) => string;
  problemFields?: ProblemFields;
  /** Fills fields that follow from others as long as nobody typed into them. */
  follow?: (values: FormValues, before: FormValues) => FormValues;
}

/** A form of something that is not there yet. */
export const NewForm = <Id extends number | string>({
  fields,
  saveLabel,
  first,
  create,
  hrefOf,
  problemFields,
  follow,
}: NewFormProps<Id>) => {
  const router = useRouter();
  const empty = { ...Object.fromEntries(fields.map(({ name }) => [name, ''])), ...first };
  const [values, setValues] = useState<FormValues>(empty);
  const [saved, setSaved] = useState<FormValues>(empty);
  return (
    <ResourceForm
      isNew
      fields={fields}
      saved={saved}
      values={values}
      onValues={(next) => setValues(follow ? follow(next, values) : next)}
      saveLabel={saveLabel}
      {...(problemFields && { problemFields })}
      onSave={async () => {
        const result = await create(bodyOf(fields, values));
        if (!result.ok) return result.problem;
        setSaved(values);
        router.push(hrefOf(result.data.id));
        return undefined;
      }}
    />
  );
};

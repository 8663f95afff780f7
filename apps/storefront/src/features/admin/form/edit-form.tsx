'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import type { Result } from '../../../api/result.ts';
import type { FormField } from './form-fields.ts';
import { bodyOf, valuesOf, type FormValues } from './form-values.ts';
import { MergePanel } from './merge-panel.tsx';
import { ResourceForm, type ProblemFields } from './resource-form.tsx';
import type { useIfMatch } from './use-if-match.ts';

interface EditFormProps<R extends { version: number }> {
  fields: readonly FormField[];
  edited: ReturnType<typeof useIfMatch<R>>;
  change: (etag: string, body: Record<string, string | null>) => Promise<Result<R>>;
  problemFields?: ProblemFields;
  children?: ReactNode;
}

/** A form of something that is there: only what was changed is sent, on the version that was read. */
export const EditForm = <R extends { version: number }>(props: EditFormProps<R>) => {
  const { fields, edited, change, problemFields = {} } = props;
  const router = useRouter();
  const base = valuesOf(fields, edited.read);
  const [values, setValues] = useState<FormValues>(base);
  const [said, setSaid] = useState<string>();
  const theirs = edited.theirs && valuesOf(fields, edited.theirs);

  return (
    <>
      {theirs && (
        <MergePanel
          fields={fields}
          base={base}
          mine={values}
          theirs={theirs}
          onValues={(next, of) => {
            setValues(next);
            edited.accept();
            if (of === 'theirs') router.refresh();
            else setSaid(undefined);
          }}
        />
      )}
      <ResourceForm
        fields={fields}
        saved={base}
        values={values}
        onValues={setValues}
        saveLabel="Save"
        problemFields={problemFields}
        said={said}
        onSave={async (changed) => {
          const result = await edited.send((etag) => change(etag, bodyOf(fields, values, changed)));
          if (!result.ok) return result.stale ? undefined : result.problem;
          edited.saved(result.data);
          setValues(valuesOf(fields, result.data));
          setSaid('Saved');
          router.refresh();
          return undefined;
        }}
      >
        {props.children}
      </ResourceForm>
    </>
  );
};

'use client';

import type { Problem } from '@quayside/contracts';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { button } from '../../../ui/button.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { FormControl } from './form-control.tsx';
import type { FormField } from './form-fields.ts';
import { differing, faultOf, type FormValues } from './form-values.ts';
import { LeaveGuard } from './leave-guard.tsx';

/** By the code of the problem; where it can be of several fields, what says which. */
export type ProblemFields = Readonly<
  Record<string, string | ((problem: Problem, values: FormValues) => string)>
>;

export interface ResourceFormProps {
  fields: readonly FormField[];
  /** What is saved. */
  saved: FormValues;
  values: FormValues;
  onValues: (values: FormValues) => void;
  /** Saves; answers the problem where it could not. */
  onSave: (changed: readonly string[]) => Promise<Problem | undefined>;
  saveLabel: string;
  /** Fields to which a problem of its own code belongs. */
  problemFields?: ProblemFields;
  /** A form of something new may be sent before anything was typed, to be told what is needed. */
  isNew?: boolean;
  said?: string | undefined;
  children?: ReactNode;
}

const fieldAt = (fields: readonly FormField[], path: string): string =>
  fields.find(({ name }) => path === name || path.startsWith(`${name}.`))?.name ?? path.split('.')[0] ?? '';

/** Each with its texts in other languages. */
const rowsOf = (fields: readonly FormField[]): FormField[][] => {
  const rows: FormField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.language !== undefined && row) row.push(field);
    else rows.push([field]);
  }
  return rows;
};

/** Faults of a problem document by the names of the fields that they belong to. */
const faultsOf = (
  problem: Problem,
  {
    fields,
    values,
    problemFields: fieldOf = {},
  }: Pick<ResourceFormProps, 'fields' | 'values' | 'problemFields'>,
): Record<string, string> => {
  const own = fieldOf[problem.code];
  if (own) return { [typeof own === 'string' ? own : own(problem, values)]: problem.detail ?? problem.title };
  const inBody = (problem.errors ?? []).flatMap(({ path, message }) =>
    path.startsWith('body.') ? [[fieldAt(fields, path.slice('body.'.length)), message] as const] : [],
  );
  return Object.fromEntries(inBody);
};

/** The one form of the admin pages: fields from the schema, faults beside them, a question before anything is lost. */
export const ResourceForm = (props: ResourceFormProps) => {
  const { fields, saved, values, onValues, onSave, isNew = false } = props;
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Problem>();
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const waking = useWaking();
  const hasPairs = fields.some(({ language }) => language !== undefined);
  const changed = differing(fields, saved, values);

  const show = (found: Readonly<Record<string, string>>): void => {
    setFaults(found);
    const first = fields.find(({ name }) => found[name] !== undefined);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSaving || (changed.length === 0 && !isNew)) return;
    const found = fields.flatMap((field) => {
      const fault = faultOf(field, values[field.name] ?? '');
      return fault ? [[field.name, fault] as const] : [];
    });
    setTrouble(undefined);
    show(Object.fromEntries(found));
    if (found.length > 0) return;
    setSaving(true);
    const problem = await onSave(changed);
    setSaving(false);
    if (!problem) return;
    const beside = faultsOf(problem, props);
    show(beside);
    if (Object.keys(beside).length === 0) setTrouble(problem);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      className={classNames(hasPairs ? 'max-w-4xl' : 'max-w-2xl', 'space-y-6')}
    >
      {rowsOf(fields).map((row) => (
        <div
          key={row[0]?.name}
          className={classNames(row.length > 1 && 'grid gap-x-4 gap-y-6 lg:grid-cols-2')}
        >
          {row.map((field) => (
            <FormControl
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              error={faults[field.name]}
              isChanged={!isNew && changed.includes(field.name)}
              onChange={(value) => {
                onValues({ ...values, [field.name]: value });
                const { [field.name]: _, ...others } = faults;
                setFaults(others);
              }}
            />
          ))}
        </div>
      ))}
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          {trouble.detail}
          {trouble.traceId && (
            <span className="figures block text-sm text-ink-faint">Reference {trouble.traceId}</span>
          )}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-rule pt-5">
        <button
          className={button('go', changed.length === 0 && !isNew && 'opacity-55')}
          aria-disabled={isSaving || (changed.length === 0 && !isNew)}
          {...waking}
        >
          {isSaving ? 'Saving …' : props.saveLabel}
        </button>
        {changed.length > 0 && !isNew && (
          <button
            type="button"
            className={button('bare', 'px-2')}
            onClick={() => {
              onValues(saved);
              setFaults({});
              setTrouble(undefined);
            }}
          >
            Undo
          </button>
        )}
        <span role="status" className="font-medium text-glass">
          {changed.length === 0 && props.said}
        </span>
        {props.children && <div className="ml-auto">{props.children}</div>}
      </div>
      <LeaveGuard isDirty={changed.length > 0 && !isSaving} />
    </form>
  );
};

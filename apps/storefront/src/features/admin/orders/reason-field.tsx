import { Field } from '../../../ui/field.tsx';

export const reasonOf = (form: FormData): string => {
  const reason = form.get('reason');
  return typeof reason === 'string' ? reason : '';
};

export const ReasonField = ({ label = 'Why' }: { label?: string }) => (
  <Field label={label} name="reason" required maxLength={500} hint="The customer may read it" />
);

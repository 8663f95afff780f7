import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import type { ProtectedChange } from './use-protected-change.ts';

interface ConfirmByPasswordProps {
  change: ProtectedChange;
  /** Of the field, in its form. */
  name: string;
  /** What pressing the button does. */
  action: string;
}

/** The end of a form that changes what an account is protected by: the password, and the way out. */
export const ConfirmByPassword = ({ change, name, action }: ConfirmByPasswordProps) => {
  const t = useTranslations('account.password');
  return (
    <>
      <Field
        label={t('yours')}
        name={name}
        type="password"
        autoComplete="current-password"
        required
        maxLength={512}
        error={change.faultOf('wrong-password')}
      />
      <div className="flex flex-wrap gap-3">
        <button disabled={change.isSending} className={button()}>
          {action}
        </button>
        <button type="button" onClick={change.close} className={button('bare', 'px-3')}>
          {t('neverMind')}
        </button>
      </div>
    </>
  );
};

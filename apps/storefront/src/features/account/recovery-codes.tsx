import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** Shown this once: what is kept of them is a digest. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const t = useTranslations('account.factor');
  return (
    <div className="flex max-w-prose flex-col items-start gap-5">
      <Notice look="good" title={t('nowOn')} live>
        <p>{t('writeDown')}</p>
      </Notice>
      <ol className="space-y-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <button type="button" onClick={onKept} className={button()}>
        {t('written')}
      </button>
    </div>
  );
};

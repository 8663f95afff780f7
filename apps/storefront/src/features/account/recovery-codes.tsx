import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** Shown this once: what is kept of them is a digest. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => (
  <div className="flex max-w-prose flex-col items-start gap-5">
    <Notice look="good" title="From now on signing in takes a code" live>
      <p>
        Write these down and keep them where your phone is not. Each signs you in once, should the phone be
        lost. They are not shown again.
      </p>
    </Notice>
    <ol className="grid grid-cols-1 gap-x-8 gap-y-1 font-mono sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
    <button type="button" onClick={onKept} className={button()}>
      I have written them down
    </button>
  </div>
);

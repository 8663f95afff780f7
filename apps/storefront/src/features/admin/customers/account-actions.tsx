'use client';

import type { Customer } from '@quayside/contracts';
import { Ban, CircleCheck, LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { deleteCustomer, setCustomerState, signOutCustomer } from '../../../api/browser/customers.ts';
import { signInPath } from '../../../api/sign-in-path.ts';
import { button } from '../../../ui/button.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { DeleteButton } from '../delete-button.tsx';
import { SaveButton } from '../step-up/save-button.tsx';
import type { useIfMatch } from '../form/use-if-match.ts';

interface AccountActionsProps {
  edited: ReturnType<typeof useIfMatch<Customer>>;
  isAdmin: boolean;
  isSelf: boolean;
  onSignedOut: () => void;
}

type Asked = 'sign-out' | 'state';

/** What may be done with somebody's account: more for admins, and nothing that the service would refuse. */
export const AccountActions = ({ edited, isAdmin, isSelf, onSignedOut }: AccountActionsProps) => {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState<{ isGood: boolean; text: string }>();
  const { id, name, isDisabled, roles } = edited.read;
  const maySignOut = isAdmin || roles.length === 0;
  /** Whoever did it to themselves is nobody here any more. */
  const leaveIfSelf = () => isSelf && window.location.assign(signInPath('/admin'));

  const signOut = async () => {
    setAsked(undefined);
    const result = await signOutCustomer(id);
    if (!result.ok) return setSaid({ isGood: false, text: result.problem.title });
    leaveIfSelf();
    setSaid({ isGood: true, text: `${name} is signed in nowhere any more` });
    onSignedOut();
  };
  const setState = async () => {
    setAsked(undefined);
    const result = await edited.send((etag) => setCustomerState(id, etag, !isDisabled));
    if (!result.ok) {
      const text = result.stale
        ? 'Somebody changed the account meanwhile. Look at it as it is now, and decide anew.'
        : result.problem.title;
      edited.accept();
      return setSaid({ isGood: false, text });
    }
    leaveIfSelf();
    edited.saved(result.data);
    setSaid({
      isGood: true,
      text: isDisabled ? `${name} may sign in again` : `${name} cannot sign in any more`,
    });
    router.refresh();
  };

  return (
    <div className="mb-8">
      <div className="flex flex-wrap items-center gap-2">
        {maySignOut && (
          <button type="button" onClick={() => setAsked('sign-out')} className={button('quiet', 'px-4')}>
            <LogOut size={17} aria-hidden /> Sign out everywhere
          </button>
        )}
        {isAdmin && (
          <>
            <button type="button" onClick={() => setAsked('state')} className={button('quiet', 'px-4')}>
              {isDisabled ? <CircleCheck size={17} aria-hidden /> : <Ban size={17} aria-hidden />}
              {isDisabled ? 'Enable the account' : 'Disable the account'}
            </button>
            <SaveButton href={`/api/v1/admin/customers/${id}/export`}>Export their data</SaveButton>
            <DeleteButton
              name={name}
              what="account"
              then="/admin/customers"
              remove={() => edited.send((etag) => deleteCustomer(id, etag))}
              about="Every part of the shop forgets the person. Orders that have not left are cancelled and refunded; the rest stays for the books, without a name."
            />
          </>
        )}
      </div>
      <p role="status" className="mt-3 font-medium empty:hidden">
        {said?.isGood && said.text}
      </p>
      <p role="alert" className="mt-3 font-medium text-flag-red empty:hidden">
        {said && !said.isGood && said.text}
      </p>
      <ConfirmDialog
        isOpen={asked === 'sign-out'}
        flag="Z"
        title={`Sign ${name} out everywhere?`}
        confirm="Sign them out"
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void signOut()}
      >
        On every phone and computer they have to sign in again. What is in their basket stays.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'state'}
        flag={isDisabled ? 'K' : 'U'}
        title={isDisabled ? `Let ${name} sign in again?` : `Disable the account of ${name}?`}
        confirm={isDisabled ? 'Enable the account' : 'Disable the account'}
        isDangerous={!isDisabled}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void setState()}
      >
        {isDisabled
          ? 'They sign in with the password they had.'
          : 'They are signed out everywhere and cannot sign in. Their orders go on as they would.'}
      </ConfirmDialog>
    </div>
  );
};

'use client';

import { staffRole, type AdminUser, type StaffRole } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { giveRoles } from '../../../api/browser/users.ts';
import { signInPath } from '../../../api/sign-in-path.ts';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { roleDuties, rolesInWords, roleWords } from './role-words.ts';

const same = (one: readonly StaffRole[], other: readonly StaffRole[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

/** Who somebody is in the shop from now on. It is confirmed, since they are signed out by it. */
export const RoleForm = ({ user, isSelf }: { user: AdminUser; isSelf: boolean }) => {
  const router = useRouter();
  const edited = useIfMatch(user);
  const { read, theirs } = edited;
  const [wanted, setWanted] = useState<readonly StaffRole[]>(read.roles);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<{ isGood: boolean; text: string }>();
  const isChanged = !same(wanted, read.roles);

  const give = async () => {
    setAsking(false);
    setOutcome(undefined);
    const result = await edited.send((etag) => giveRoles(read.id, etag, [...wanted]));
    if (!result.ok) {
      if (!result.stale) setOutcome({ isGood: false, text: result.problem.title });
      return;
    }
    if (isSelf) return window.location.assign(signInPath('/admin'));
    edited.saved(result.data);
    setOutcome({ isGood: true, text: `${read.name} signs in anew as: ${rolesInWords(result.data.roles)}` });
    router.refresh();
  };
  const takeTheirs = () => {
    if (theirs) setWanted(theirs.roles);
    edited.accept();
  };

  return (
    <section aria-labelledby="roles" className="mb-10 max-w-2xl">
      <h2 id="roles" className="mb-3 text-2xl">
        Roles
      </h2>
      {theirs && (
        <div className="mb-4">
          <Notice look="trouble" title="Somebody was faster" live>
            <p className="mt-1">
              {read.name} is now: <strong>{rolesInWords(theirs.roles)}</strong>. Nothing of yours is saved.
            </p>
            <button type="button" onClick={takeTheirs} className={button('quiet', 'mt-3')}>
              Begin from that
            </button>
          </Notice>
        </div>
      )}
      <fieldset className="divide-y divide-rule border-y border-ink">
        <legend className="sr-only">What {read.name} may do</legend>
        {staffRole.options.map((role) => (
          <label key={role} className="flex gap-3 py-3.5">
            <input
              type="checkbox"
              checked={wanted.includes(role)}
              onChange={({ target }) =>
                setWanted(
                  staffRole.options.filter((one) => (one === role ? target.checked : wanted.includes(one))),
                )
              }
              className="mt-1 h-[1.1rem] w-[1.1rem] shrink-0 accent-glass"
            />
            <span>
              <span className="font-semibold">{roleWords[role]}</span>
              <span className="block text-ink-soft">{roleDuties[role]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <button
          type="button"
          disabled={!isChanged || theirs !== undefined}
          onClick={() => setAsking(true)}
          className={button('primary')}
        >
          Change the roles
        </button>
        {isChanged && (
          <button type="button" onClick={() => setWanted(read.roles)} className={button('bare')}>
            Undo
          </button>
        )}
        <p role="status" className="text-sm font-medium">
          {outcome?.isGood && outcome.text}
        </p>
        <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
          {outcome && !outcome.isGood && outcome.text}
        </p>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        flag="W"
        title={`Change what ${read.name} may do?`}
        confirm="Change the roles"
        isDangerous={read.roles.some((role) => !wanted.includes(role))}
        onCancel={() => setAsking(false)}
        onConfirm={() => void give()}
      >
        Now: {rolesInWords(read.roles)}. From then on: {rolesInWords(wanted)}.{' '}
        {isSelf ? 'You are' : 'They are'} signed out everywhere by it, and sign in anew.
      </ConfirmDialog>
    </section>
  );
};

'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../../../api/browser/call-api.ts';

export const SignOut = () => {
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    const result = await callApi('POST /auth/logout', {});
    if (!result.ok) return setFailed(true);
    window.sessionStorage.clear();
    window.location.assign(result.data?.redirectTo ?? '/');
  };
  return (
    <button
      type="button"
      onClick={() => void leave()}
      className="inline-flex min-h-11 items-center gap-2 font-medium text-ink underline-offset-4 hover:underline"
    >
      <LogOut size={17} aria-hidden /> {failed ? 'That did not work. Try again' : 'Sign out'}
    </button>
  );
};

'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { PictureField } from './picture-field';

type ProfilePageProps = { name: string; email: string; initialAvatarId: string | null };

/** An agent's own name, address and picture. */
export function ProfilePage({ name, email, initialAvatarId }: ProfilePageProps) {
  const [avatarId, setAvatarId] = useState(initialAvatarId);
  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <h1 className="text-2xl font-semibold tracking-tight">Your profile</h1>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">How visitors and colleagues see you in a call.</p>
      <Card className="mt-6 max-w-2xl p-5 sm:p-7">
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <div className="min-w-0">
            <dt className="text-sm font-semibold">Name</dt>
            <dd className="mt-1">{name}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-sm font-semibold">E-mail</dt>
            <dd className="mt-1 wrap-anywhere">{email}</dd>
          </div>
        </dl>
        <div className="mt-6 border-t border-line pt-6">
          <PictureField name={name} path="/api/agents/me" avatarId={avatarId} onChange={setAvatarId} />
        </div>
      </Card>
    </main>
  );
}

'use client';

import { LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { MayflyMark } from '@/components/ui/mayfly-mark';
import { Button } from '@/components/ui/button';
import { ConnectionNote } from './connection-note';
import type { LiveConnection } from './use-live-list';

type DeskHeaderProps = { agentName: string; connection: LiveConnection };

export function DeskHeader({ agentName, connection }: DeskHeaderProps) {
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-surface">
      <div className="mx-auto flex min-h-14 w-full max-w-6xl items-center gap-3 px-4 sm:px-6">
        <MayflyMark className="size-7 shrink-0 text-accent" />
        <span className="font-semibold tracking-tight">
          Mayfly <span className="font-normal text-ink-soft max-sm:hidden">desk</span>
        </span>
        <ConnectionNote connection={connection} />
        <span className="ml-auto truncate text-sm text-ink-soft max-sm:hidden">{agentName}</span>
        <Button
          variant="quiet"
          size="small"
          className="max-sm:ml-auto"
          onClick={() => void signOut({ callbackUrl: '/sign-in' })}
        >
          <LogOut aria-hidden="true" className="size-4" />
          Sign out
        </Button>
      </div>
    </header>
  );
}

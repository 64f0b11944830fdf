'use client';

import { LogOut, UserRound } from 'lucide-react';
import { signOut } from 'next-auth/react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { MayflyMark } from '@/components/ui/mayfly-mark';
import { DeskNav } from './desk-nav';

/** On every page of the desk. On a phone the pages stand in a row of their own, which stays while the rest scrolls away. */
export function DeskHeader({ agentName }: { agentName: string }) {
  const pathname = usePathname();
  return (
    <header className="sticky -top-14 z-10 border-b border-line bg-surface lg:top-0">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-3 px-4 sm:px-6 lg:flex-nowrap">
        <span className="flex min-h-14 shrink-0 items-center gap-3 font-semibold tracking-tight">
          <MayflyMark className="size-7 shrink-0 text-accent" />
          <span>
            Mayfly <span className="font-normal text-ink-soft">desk</span>
          </span>
        </span>
        <DeskNav
          pathname={pathname}
          className="max-lg:order-last max-lg:-mx-4 max-lg:grow max-lg:basis-full sm:max-lg:-mx-6"
        />
        <Link
          href="/dashboard/profile"
          aria-current={pathname === '/dashboard/profile' ? 'page' : undefined}
          className="ml-auto inline-flex min-h-11 min-w-0 items-center gap-1.5 rounded-control px-2 text-sm text-ink-soft
            hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          <UserRound aria-hidden="true" className="size-4 shrink-0" />
          <span className="sr-only">Your profile: </span>
          <span className="truncate">{agentName}</span>
        </Link>
        <Button
          variant="quiet"
          size="small"
          className="min-h-11 shrink-0 max-sm:-mr-3"
          onClick={() => void signOut({ callbackUrl: '/sign-in' })}
        >
          <LogOut aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">Sign out</span>
        </Button>
      </div>
    </header>
  );
}

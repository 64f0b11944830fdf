'use client';

import Link from 'next/link';
import { DeskNotice } from '@/components/dashboard/desk-notice';
import { Button, buttonClasses } from '@/components/ui/button';

/** Beneath the desk's layout, which holds the agent's call: the root's would take its place, and end the call. */
export default function DashboardError({ retry }: { retry: () => void }) {
  return (
    <DeskNotice
      title="This page could not be shown."
      actions={
        <>
          <Button onClick={() => retry()}>Try again</Button>
          <Link href="/dashboard" className={buttonClasses('secondary')}>
            Back to the live meetings
          </Link>
        </>
      }
    >
      Something went wrong on our side, and nothing you did. A call that you are in goes on.
    </DeskNotice>
  );
}

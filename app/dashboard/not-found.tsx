import type { Metadata } from 'next';
import Link from 'next/link';
import { DeskNotice } from '@/components/dashboard/desk-notice';
import { buttonClasses } from '@/components/ui/button';

export const metadata: Metadata = { title: { absolute: 'Not found · Mayfly' } };

/** Beneath the desk's layout, which holds the agent's call: the root's would take its place, and end the call. */
export default function DashboardNotFound() {
  return (
    <DeskNotice
      title="This is not here any more."
      actions={
        <>
          <Link href="/dashboard/history" className={buttonClasses()}>
            Back to the history
          </Link>
          <Link href="/dashboard" className={buttonClasses('secondary')}>
            Back to the live meetings
          </Link>
        </>
      }
    >
      Meetings are kept only for as long as the page about keeping says. Or the address has a slip in it.
    </DeskNotice>
  );
}

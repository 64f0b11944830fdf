'use client';

import { JoinError } from '@/components/call/join-error';

/** The root's is English and the insurer's; whoever is invited is neither. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  return <JoinError onRetry={retry} />;
}

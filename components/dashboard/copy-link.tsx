'use client';

import { Check, Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useCopied } from '@/components/ui/use-copied';

/** Copies a meeting's invitation link. */
export function CopyLink({ link, title }: { link: string; title: string }) {
  const { isCopied, copy } = useCopied(link, 'Copy this link:');
  const Icon = isCopied ? Check : Link2;
  return (
    <>
      <Button variant="secondary" className="min-w-33" onClick={copy} aria-label={`Copy link to ${title}`}>
        <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        {isCopied ? 'Copied' : 'Copy link'}
      </Button>
      {/* Beside the button: what changes inside one is not read out. */}
      <span role="status" className="sr-only">
        {isCopied && 'Link copied'}
      </span>
    </>
  );
}

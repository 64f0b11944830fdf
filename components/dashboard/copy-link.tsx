'use client';

import { Check, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

const SHOWN_MS = 2_500;

/** Copies a meeting's invitation link. Where the page may not write to the clipboard, the browser shows it for copying. */
export function CopyLink({ link, title }: { link: string; title: string }) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setIsCopied(true);
    } catch {
      window.prompt('Copy this link:', link);
    }
  }

  const Icon = isCopied ? Check : Link2;
  return (
    <>
      <Button variant="secondary" className="min-w-33" onClick={() => void copy()} aria-label={`Copy link to ${title}`}>
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

'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

const SHOWN_MS = 2_500;

/** A value to be typed elsewhere, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // Where the page may not write to the clipboard, the browser shows the text for copying.
      window.prompt('Copy this:', text);
    }
  }

  const Icon = isCopied ? Check : Copy;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <dt className="w-28 shrink-0 text-sm text-ink-soft">{label}</dt>
      <dd className="flex min-w-0 flex-1 basis-60 items-center gap-2">
        <code className="min-w-0 flex-1 rounded-control bg-sunken px-2.5 py-2 font-mono text-[0.8125rem] break-all">
          {text}
        </code>
        <Button variant="secondary" size="small" className="min-h-11" onClick={() => void copy()}>
          <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {isCopied ? 'Copied' : 'Copy'}
          <span className="sr-only"> {label}</span>
        </Button>
        {/* Beside the button: what changes inside one is not read out. */}
        <span role="status" className="sr-only">
          {isCopied && `${label} copied`}
        </span>
      </dd>
    </div>
  );
}

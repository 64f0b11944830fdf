'use client';

import { Check, Copy } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useCopied } from '@/components/ui/use-copied';

/** A value to be typed elsewhere, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { isCopied, copy } = useCopied(text, 'Copy this:');
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <dt className="w-28 shrink-0 text-sm text-ink-soft">{label}</dt>
      <dd className="flex min-w-0 flex-1 basis-60 items-center gap-2">
        <code className="min-w-0 flex-1 rounded-control bg-sunken px-2.5 py-2 font-mono text-[0.8125rem] break-all">
          {text}
        </code>
        <Button variant="secondary" size="small" className="min-h-11" onClick={copy}>
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

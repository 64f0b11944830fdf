'use client';

import { useEffect, useRef } from 'react';
import { CopyText } from '@/components/connection/copy-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { VERIFYING } from '@/lib/webhooks/verifying';
import { FORMER_SECRET_HOURS, type NewWebhook } from '@/lib/webhooks/webhook';
import { hostWords } from './webhook-words';

/** The secret of a webhook that was just added or given another: shown now and never again. */
export function NewSecret({ webhook, onDone }: { webhook: NewWebhook; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="mt-4 p-4 sm:p-6">
      <section aria-labelledby="new-secret">
        <h2 id="new-secret" ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          Secret for {hostWords(webhook.url)}
        </h2>
        <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">
          Copy it now: it is not shown again. The receiver needs it to know that a message comes from here.
          {webhook.formerSecretUntil &&
            ` For ${FORMER_SECRET_HOURS} hours messages are signed with the former secret as well, so that the receiver can change over without missing one.`}
        </p>
        <dl className="mt-4">
          <CopyText label="Secret" text={webhook.secret} />
        </dl>
        <details className="mt-4">
          <summary className="inline-block cursor-pointer py-1.5 text-[0.9375rem] font-medium text-accent">
            How a receiver checks a message
          </summary>
          <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">
            Messages are signed as Standard Webhooks describes, so there is a library for most languages. By hand, in
            Node:
          </p>
          <pre className="mt-3 overflow-x-auto rounded-control bg-sunken px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed">
            {VERIFYING}
          </pre>
          <p className="mt-3 max-w-2xl text-[0.9375rem] text-ink-soft">
            A message may come more than once, always with the same <code className="font-mono">webhook-id</code>, and
            in any order. Any answer from 200 to 299 counts as delivered; it has to come within ten seconds. Otherwise
            it is sent again for about a day.
          </p>
        </details>
        <Button className="mt-5" onClick={onDone}>
          I have copied it
        </Button>
      </section>
    </Card>
  );
}

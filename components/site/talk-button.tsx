'use client';

import { Video } from 'lucide-react';
import { Button, type ButtonSize, type ButtonVariant } from '@/components/ui/button';

type TalkButtonProps = { children: string; variant?: ButtonVariant; size?: ButtonSize; className?: string };

/** Opens the call panel in the corner, which listens for this event wherever the visitor is on the site. */
export function TalkButton({ children, variant, size, className }: TalkButtonProps) {
  return (
    <Button
      variant={variant}
      size={size}
      className={className}
      onClick={() => window.dispatchEvent(new CustomEvent('mayfly:open-call'))}
    >
      <Video aria-hidden="true" className="size-5" strokeWidth={1.75} />
      {children}
    </Button>
  );
}

import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';

type MenuBoxProps = { label: string; onClose: () => void; className?: string; children: ReactNode };

/** A box of choices above the bar: takes the focus, and goes when one presses anywhere else. */
export function MenuBox({ label, onClose, className = '', children }: MenuBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useEffectEvent((event: PointerEvent) => {
    // The button that opened it closes it by itself.
    const isInside = event.target instanceof Element && event.target.closest('[data-menu], [aria-expanded="true"]');
    if (!isInside) onClose();
  });
  useEffect(() => {
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    const onDown = (event: PointerEvent) => pressed(event);
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, []);
  return (
    <div
      ref={box}
      data-menu
      role="group"
      aria-label={label}
      className={`absolute inset-x-2 bottom-full z-30 max-h-80 overflow-y-auto rounded-card border border-line bg-surface p-1.5
        text-ink shadow-panel @min-[40rem]:mx-auto ${className}`}
    >
      {children}
    </div>
  );
}

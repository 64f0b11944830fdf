import type { ComponentProps } from 'react';

/** A raised sheet of paper. Padding is the caller's. */
export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={`rounded-card border border-line bg-surface shadow-card ${className}`} />;
}

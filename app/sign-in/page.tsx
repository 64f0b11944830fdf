import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { callbackPath } from '@/components/sign-in/callback-path';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { signInMessage } from '@/components/sign-in/sign-in-message';
import { MayflyMark } from '@/components/ui/mayfly-mark';

export const metadata: Metadata = {
  title: { absolute: 'Sign in · Mayfly' },
  description: 'Sign-in for agents.',
  robots: { index: false },
};

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  // A prerendered page would carry no nonce and no fresh CSRF token, and its form would be dead.
  await connection();
  const { callbackUrl, error } = await searchParams;

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-12">
      <p className="flex items-center gap-3 text-accent">
        <MayflyMark className="size-11" />
        <span className="text-2xl font-semibold tracking-tight text-ink">Mayfly</span>
      </p>
      <h1 className="mt-8 text-2xl font-semibold tracking-tight">Sign in to the desk</h1>
      <p className="mt-1.5 text-[0.9375rem] text-ink-soft">For agents only. Customers need no account.</p>
      <SignInForm
        callbackPath={callbackPath(callbackUrl)}
        initialMessage={typeof error === 'string' ? signInMessage(error) : null}
      />
      <Link href="/" className="mt-8 self-start text-sm text-ink-soft underline underline-offset-4 hover:text-ink">
        Back to the website
      </Link>
    </main>
  );
}

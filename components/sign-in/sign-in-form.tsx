'use client';

import { CircleAlert } from 'lucide-react';
import { getProviders, signIn } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { signInMessage } from './sign-in-message';

type Credentials = { email: string; password: string };

type SignInFormProps = { callbackPath: string; initialMessage: string | null };

/** E-mail and password for agents; goes to `callbackPath` once they are accepted. */
export function SignInForm({ callbackPath, initialMessage }: SignInFormProps) {
  const router = useRouter();
  const [message, setMessage] = useState(initialMessage);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const credentials = readCredentials(new FormData(event.currentTarget));
    setMessage(null);
    setIsBusy(true);
    const error = await trySignIn(credentials);
    if (error) {
      setMessage(signInMessage(error));
      setIsBusy(false);
      return;
    }
    // Busy until the desk is there. What was rendered for nobody signed in must not be shown again.
    router.push(callbackPath);
    router.refresh();
  }

  return (
    // Pressed before the script is there, the browser sends the form itself: by POST, so that the password never
    // stands in an address.
    <form method="post" onSubmit={submit} className="mt-7 space-y-5">
      {message && <SignInAlert message={message} />}
      <CredentialFields />
      <Button type="submit" size="large" busy={isBusy} className="w-full">
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}

/** What went wrong. Takes the focus, so that keyboard and screen reader are where the words are. */
function SignInAlert({ message }: { message: string }) {
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => alert.current?.focus(), [message]);
  return (
    <p
      ref={alert}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-control bg-danger-soft p-3.5 text-[0.9375rem] leading-snug outline-none"
    >
      <CircleAlert aria-hidden="true" className="mt-px size-5 shrink-0 text-danger" strokeWidth={1.75} />
      {message}
    </p>
  );
}

function CredentialFields() {
  return (
    <>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
    </>
  );
}

// Read plainly: two strings need no parser, and the server looks at them anyway.
function readCredentials(form: FormData): Credentials {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { email: text('email').trim(), password: text('password') };
}

/** The error's code, or null when signed in. */
async function trySignIn(credentials: Credentials): Promise<string | null> {
  // next-auth leaves the page for an error page of its own when it cannot read this list, so it is asked for first.
  if (!(await getProviders())) return 'Unreachable';
  try {
    const result = await signIn('credentials', { redirect: false, ...credentials });
    if (!result) return 'Unreachable';
    return result.error ?? (result.ok ? null : 'Unknown');
  } catch {
    // The connection broke, or what came back was not next-auth's answer.
    return 'Unreachable';
  }
}

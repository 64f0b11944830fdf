import { Wordmark } from '@/components/site/wordmark';

/** The invitation's own quiet page: nothing on it but the way home and the meeting. */
export default function JoinLayout({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-5 py-4 sm:px-8">
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center sm:px-6 sm:pb-6">{children}</main>
    </div>
  );
}

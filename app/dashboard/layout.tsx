import type { Metadata } from 'next';

export const metadata: Metadata = {
  title: { absolute: 'Desk · Mayfly' },
  description: 'Live meetings, for agents.',
  robots: { index: false },
};

export default function DashboardLayout({ children }: { children: React.ReactNode }) {
  return <div className="min-h-dvh">{children}</div>;
}

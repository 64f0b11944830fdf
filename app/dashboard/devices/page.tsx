import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DevicesPage } from '@/components/devices/devices-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { listDeviceAgents, listDevices } from '@/lib/devices/device-store';

export const metadata: Metadata = { title: { absolute: 'Devices · Mayfly' } };

export default async function DashboardDevicesPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/devices');
  const [devices, agents] = await Promise.all([listDevices(), listDeviceAgents()]);
  return <DevicesPage initialDevices={devices} agents={agents} />;
}

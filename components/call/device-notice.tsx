import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { deviceAdvice, deviceSteps } from '@/lib/call/device-advice';
import { visitorBrowser } from '@/lib/call/device-browser';
import type { MediaSnapshot } from '@/lib/call/media';

/** Says which device does not work and what to do. The live region is always there, or the first words would be lost. */
export function DeviceNotice({ devices, isInCall }: { devices: MediaSnapshot; isInCall: boolean }) {
  const t = useTranslations('devices');
  const notices = deviceAdvice(devices);
  const replaced = (['microphone', 'camera'] as const).filter(
    (device) => devices.replaced[device] && devices[device].status === 'on',
  );
  const isWithoutBackground = devices.background.status === 'failed' && devices.camera.status === 'off';
  return (
    <div role="status">
      {(notices.length > 0 || replaced.length > 0 || isWithoutBackground) && (
        <div className="mt-3 flex gap-3 rounded-control bg-warn-soft px-3.5 py-3 text-sm leading-snug text-ink">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none text-warn" />
          <div className="space-y-1.5">
            {notices.map(({ device, problem }) => (
              <p key={device}>
                <span className="font-semibold">{t(`problem.${problem}`, { device })}</span>{' '}
                {t(`steps.${deviceSteps(problem, visitorBrowser(navigator.userAgent, navigator.maxTouchPoints))}`, {
                  device,
                })}
              </p>
            ))}
            {replaced.map((device) => (
              <p key={`${device}-replaced`}>{t('replaced', { device, name: devices.replaced[device] ?? '' })}</p>
            ))}
            {isWithoutBackground && <p>{t('background.stopped')}</p>}
            {/* Without https no call would come through either. */}
            {!isInCall && notices.some(({ problem }) => problem !== 'insecure') && <p>{t('joinWithout')}</p>}
          </div>
        </div>
      )}
    </div>
  );
}

import { SelectField } from '@/components/ui/select-field';
import { CALL_PROTOCOLS } from '@/lib/media-locations/choose-rule';

const NAMES: Record<(typeof CALL_PROTOCOLS)[number], string> = {
  api: 'Pexip app, control only',
  webrtc: 'WebRTC (browsers, apps)',
  sip: 'SIP',
  h323: 'H.323',
  rtmp: 'RTMP (streams, recorders)',
  mssip: 'Skype for Business',
  teams: 'Microsoft Teams',
};

/** A protocol in words; one that we do not know stands as it is. */
export function protocolName(protocol: string): string {
  return (NAMES as Record<string, string>)[protocol] ?? protocol;
}

type ProtocolFieldProps = {
  value: string;
  /** What no choice means here. */
  anyLabel: string;
  error?: string;
  onChange: (protocol: string) => void;
};

export function ProtocolField({ value, anyLabel, error, onChange }: ProtocolFieldProps) {
  const choices = [['', anyLabel] as const, ...CALL_PROTOCOLS.map((protocol) => [protocol, NAMES[protocol]] as const)];
  return <SelectField label="Protocol" value={value} choices={choices} error={error} onChoose={onChange} />;
}

import { ALIAS_PREFIX, SUFFIX_LENGTH, type BenchMeeting } from './meetings';

// Requests as nodes send them, and what has to come back (policy-api.md §3 and §4).

/** A request whose alias is written in afresh each time: everything else of it stays as it is. */
export interface RequestTemplate {
  bytes: Buffer;
  aliasAt: number;
}

const PATH = '/api/policy/policy/v1/service/configuration';
const PLACEHOLDER = ALIAS_PREFIX + '0'.repeat(SUFFIX_LENGTH);

/** What a node says of a browser that dials, in full. Several nodes in two locations ask, one for each connection. */
function parameters(connection: number): Record<string, string> {
  return {
    call_direction: 'dial_in',
    protocol: 'api',
    bandwidth: '0',
    vendor:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    encryption: 'On',
    registered: 'False',
    trigger: 'web',
    remote_display_name: 'Dana Visitor',
    remote_alias: 'Dana Visitor',
    remote_address: `198.51.100.${1 + (connection % 250)}`,
    remote_port: String(50_000 + connection),
    call_tag: '5d0c3c6a-2f0e-4a53-9a5e-0a2d7c1f0001',
    has_authenticated_display_name: 'False',
    idp_uuid: '',
    supports_direct_media: 'False',
    teams_tenant_id: '',
    third_party_passcode: '',
    display_count: '',
    previous_service_name: '',
    breakout_uuid: '',
    location: connection % 2 ? 'Harbour' : 'Inland',
    node_ip: `192.0.2.${11 + (connection % 4)}`,
    version_id: '39',
    pseudo_version_id: '77683.0.0',
    local_alias: PLACEHOLDER,
  };
}

/** The whole request of one connection, with room for an alias. */
export function requestTemplate(connection: number, port: number, authorization: string): RequestTemplate {
  const text = [
    `GET ${PATH}?${new URLSearchParams(parameters(connection))} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Authorization: ${authorization}`,
    'Accept: */*',
    'Accept-Encoding: identity',
    'Connection: keep-alive',
    '\r\n',
  ].join('\r\n');
  return { bytes: Buffer.from(text, 'latin1'), aliasAt: text.indexOf(PLACEHOLDER) };
}

export function writeAlias({ bytes, aliasAt }: RequestTemplate, alias: string): void {
  bytes.write(alias, aliasAt, 'latin1');
}

/** Where a response ends, when all of it is there; null while some of it is still to come. */
export function responseEnd(text: string): number | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, headEnd));
  // Both servers say the length. One that does not is wrong, and isRight() then finds nothing in it.
  const end = headEnd + 4 + Number(length?.[1] ?? 0);
  return text.length >= end ? end : null;
}

/** Whether this response lets the caller into exactly this meeting: it is 200, and its service tag is the meeting's id. */
export function isRight(response: string, meeting: BenchMeeting): boolean {
  return response.startsWith('HTTP/1.1 200 ') && response.includes(`"service_tag":"${meeting.id}"`);
}

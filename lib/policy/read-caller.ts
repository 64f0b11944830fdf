import { cutText } from '@/lib/db/cut-text';
import type { QueryReader } from '@/lib/http/query-reader';
import type { Caller } from './policy-question';

/** Infinity's own limit for a name (policy-api.md §1, D), and ours for keeping one. */
const LONGEST_NAME = 250;

/** What every decision is recorded with is read at once; the rest when a question turns out to need it. */
export class ReadCaller implements Caller {
  readonly location: string;
  readonly node: string;
  readonly version: string;
  readonly protocol: string;
  readonly direction: string;
  readonly localAlias: string;
  readonly displayName: string;

  constructor(private readonly read: QueryReader) {
    this.location = cutText(read('location'), LONGEST_NAME);
    this.node = read('node_ip');
    this.version = read('version_id');
    this.protocol = read('protocol').toLowerCase();
    this.direction = read('call_direction');
    this.localAlias = read('local_alias');
    this.displayName = read('remote_display_name');
  }

  get remoteAlias() {
    return this.read('remote_alias');
  }
  get address() {
    return this.read('remote_address');
  }
  get trigger() {
    return this.read('trigger');
  }
  get vendor() {
    return this.read('vendor');
  }
  get isRegistered() {
    return this.read('registered').toLowerCase() === 'true';
  }
  get callTag() {
    return this.read('call_tag');
  }
  get serviceTag() {
    return this.read('service_tag');
  }
}

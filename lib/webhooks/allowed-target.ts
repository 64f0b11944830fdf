import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

// Where messages may be sent. A webhook makes this server call an address that somebody typed, so it must not become a way
// into the network that the server stands in. Pure.

export interface TargetRule {
  isHttpAllowed: boolean;
  /** Addresses that are not reached from the internet: loopback, private and link-local ones, and the like. */
  isPrivateAllowed: boolean;
  /** Hosts, as URLs write them, that may have such addresses all the same: the operator says so. */
  allowedHosts: readonly string[];
}

/** Strict in production. Development, and a demo that is itself reached at localhost, may send to this very machine. */
export function targetRule({
  isProduction,
  appUrl,
  webhookAllowedHosts,
}: {
  isProduction: boolean;
  appUrl: string;
  webhookAllowedHosts: readonly string[];
}): TargetRule {
  const isLenient = !isProduction || isLocalhost(new URL(appUrl).hostname);
  return { isHttpAllowed: isLenient, isPrivateAllowed: isLenient, allowedHosts: webhookAllowedHosts };
}

/** The rule for the addresses of this host alone. */
export function ruleFor({ hostname }: URL, rule: TargetRule): TargetRule {
  return rule.allowedHosts.includes(hostname) ? { ...rule, isPrivateAllowed: true } : rule;
}

/** What is wrong with an address as it was typed; null when nothing is. A name's addresses are looked at when sending. */
export function targetProblem(url: URL, rule: TargetRule): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.protocol === 'http:' && !rule.isHttpAllowed) return 'must begin with https://';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.hash !== '') return 'must not contain a #';
  if (ruleFor(url, rule).isPrivateAllowed) return null;
  // Odd spellings of addresses (0x7f.1) are undone by URL; an IPv6 one stands in brackets.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isReached = !isLocalhost(url.hostname) && (isIP(host) === 0 || mayReach(host, rule));
  return isReached ? null : 'must be reached from the internet';
}

/**
 * Whether a connection may be made to this address. Only what is public for certain: everything that a registry has set aside
 * has a range of its own, and an IPv4 address inside an IPv6 one is judged as what it is.
 */
export function mayReach(address: string, rule: TargetRule): boolean {
  if (rule.isPrivateAllowed) return true;
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function isLocalhost(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])\.?$/.test(hostname);
}

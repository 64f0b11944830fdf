import ipaddr from 'ipaddr.js';

// Addresses and networks of callers, IPv4 and IPv6. Pure; the browser uses it too.

type Family = 'ipv4' | 'ipv6';

/** An address as unsigned 32-bit words: one for IPv4, four for IPv6. */
export interface Address {
  family: Family;
  words: readonly number[];
}

/** All addresses that begin with the same `prefixLength` bits; the bits after them are zero. */
export interface NetworkRange extends Address {
  prefixLength: number;
  masks: readonly number[];
}

/**
 * An address by its usual spelling, or null: a name, an address with a port or in brackets, or nothing. An IPv4 address that
 * is written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address, since a node may see the same caller either way.
 */
export function parseAddress(text: string): Address | null {
  // Only four decimal parts: the library would also take 127.1, octal and hexadecimal, which nobody means here. A pattern
  // first, since the library finds out what is no address by throwing, which costs more than all the rest.
  if (/^[\d.]{7,15}$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text))
    return toAddress('ipv4', ipaddr.IPv4.parse(text).toByteArray());
  if (!ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress()
    ? toAddress('ipv4', address.toIPv4Address().toByteArray())
    : toAddress('ipv6', address.toByteArray());
}

/** A network in CIDR notation, or a single address as the network that holds only it; null when it is neither. */
export function parseNetwork(text: string): NetworkRange | null {
  const match = /^([0-9a-f.:]+)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(text.trim());
  const address = match && parseAddress(match[1]!);
  if (!address) return null;
  const writtenBits = match[1]!.includes(':') ? 128 : 32;
  const bits = address.words.length * 32;
  // ::ffff:192.0.2.0/120 is 192.0.2.0/24. A prefix that ends before those 96 bits do holds no IPv4 network.
  const prefixLength = match[2] === undefined ? bits : Number(match[2]) - (writtenBits - bits);
  if (prefixLength < 0 || prefixLength > bits) return null;
  const masks = address.words.map((_, index) => maskOf(prefixLength - index * 32));
  return { family: address.family, words: maskWords(address, masks), masks, prefixLength };
}

/** The one spelling of a network: host bits zero, shortest form, always with its prefix length. Null when it is none. */
export function canonicalNetwork(text: string): string | null {
  const range = parseNetwork(text);
  if (!range) return null;
  const bytes = range.words.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  return `${ipaddr.fromByteArray(bytes).toString()}/${range.prefixLength}`;
}

/** Whether an address lies in a network. */
export function contains(range: NetworkRange, address: Address): boolean {
  return range.family === address.family && String(maskWords(address, range.masks)) === String(range.words);
}

/** The words of the network that an address lies in, by that network's masks. Both of one family. */
export function maskWords({ words }: Address, masks: readonly number[]): number[] {
  return words.map((word, index) => (word & masks[index]!) >>> 0);
}

function toAddress(family: Family, bytes: readonly number[]): Address {
  const words: number[] = [];
  for (let start = 0; start < bytes.length; start += 4) {
    words.push(bytes.slice(start, start + 4).reduce((word, byte) => ((word << 8) | byte) >>> 0, 0));
  }
  return { family, words };
}

/** The mask of one word of which the first `bits` count. A shift by 32 would be a shift by 0. */
function maskOf(bits: number): number {
  if (bits <= 0) return 0;
  return bits >= 32 ? 0xffffffff : (0xffffffff << (32 - bits)) >>> 0;
}

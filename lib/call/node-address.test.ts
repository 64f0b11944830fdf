import { describe, expect, it } from 'vitest';
import { parseNodeAddress, scriptUrl } from './node-address';

describe('the address of a node', () => {
  it.each([
    ['conf.example.com', { origin: 'https://conf.example.com', host: 'conf.example.com' }],
    ['conf.example.com:8443', { origin: 'https://conf.example.com:8443', host: 'conf.example.com:8443' }],
    ['localhost:7080', { origin: 'https://localhost:7080', host: 'localhost:7080' }],
    ['http://localhost:7080', { origin: 'http://localhost:7080', host: 'localhost:7080' }],
    ['http://127.0.0.1:7080', { origin: 'http://127.0.0.1:7080', host: '127.0.0.1:7080' }],
    ['[2001:db8::1]:443', { origin: 'https://[2001:db8::1]', host: '[2001:db8::1]' }],
  ])('%s', (node, address) => {
    expect(parseNodeAddress(node)).toEqual(address);
  });

  it.each([
    'http://conf.example.com',
    'javascript:alert(1)',
    'conf.example.com/evil',
    'user:secret@conf.example.com',
    'conf.example.com?x',
    'conf.example.com#x',
    '',
    ' ',
  ])('nothing is loaded from %j', (node) => {
    expect(parseNodeAddress(node)).toBeNull();
  });

  it('leads to the node’s own PexRTC', () => {
    const node = parseNodeAddress('conf.example.com');
    expect(node && scriptUrl(node)).toBe('https://conf.example.com/static/webrtc/js/pexrtc.js');
  });
});

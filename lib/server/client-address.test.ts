import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { clientAddressOf } from './client-address';

const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '192.0.2.1' });
const from = (forwarded?: string) => ({ headers: forwarded ? { 'x-forwarded-for': forwarded } : {}, socket });

it('a client cannot choose its own address', () => {
  expect(clientAddressOf(from('203.0.113.9'), 0)).toBe('192.0.2.1');
  expect(clientAddressOf(from('203.0.113.9, 198.51.100.2'), 1)).toBe('198.51.100.2');
  expect(clientAddressOf(from('spoofed, 203.0.113.9, 198.51.100.2'), 2)).toBe('203.0.113.9');
});

it('the socket speaks where no proxy did', () => {
  expect(clientAddressOf(from(), 1)).toBe('192.0.2.1');
});

import { expect, test } from 'vitest';
import { findRoute, type Route } from './router';

const route = (method: Route['method'], pattern: string): Route => ({
  method,
  pattern,
  handle: () => ({ status: 204 }),
});
const routes = [route('GET', '/a/:alias/events'), route('POST', '/a/:alias/lock'), route('GET', '/list/')];

test('a parameter is one segment, decoded', () => {
  expect(findRoute(routes, 'GET', '/a/r%C3%B8m%2F7/events')?.params).toEqual({ alias: 'røm/7' });
  expect(findRoute(routes, 'GET', '/a/b/c/events')).toBeNull();
  expect(findRoute(routes, 'GET', '/a//events')).toBeNull();
});

test('an unfinished escape is taken as it stands', () => {
  expect(findRoute(routes, 'GET', '/a/%E0%A4%A/events')?.params).toEqual({ alias: '%E0%A4%A' });
});

test('method and closing slash count', () => {
  expect(findRoute(routes, 'GET', '/a/b/lock')).toBeNull();
  expect(findRoute(routes, 'GET', '/list')).toBeNull();
  expect(findRoute(routes, 'GET', '/list/')).not.toBeNull();
});

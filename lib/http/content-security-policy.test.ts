import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

it('browsers may talk to us and to the nodes, and run only scripts that carry the nonce', () => {
  const policy = contentSecurityPolicy('N', ['node.example.com:8443', 'http://localhost:7080'], [], false);
  expect(policy).toContain("connect-src 'self' https://node.example.com:8443 http://localhost:7080;");
  expect(policy).toContain("script-src 'self' 'nonce-N' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe');
});

it('only development may evaluate code and add styles', () => {
  const policy = contentSecurityPolicy('N', [], [], true);
  expect(policy).toContain("'unsafe-eval'");
});

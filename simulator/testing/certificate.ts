import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A self-signed certificate for `localhost`, as files. */
export function selfSignedCertificate(): { cert: string; key: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', files.key];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const request = ['req', '-x509', ...newKey, '-out', files.cert, '-days', '2', ...subject];
  execFileSync('openssl', request, { stdio: 'pipe' });
  return files;
}
